package io.botledger.extract;

/** Makes texts storable in every supported database: no U+0000 and no lone surrogate. */
final class StorableText {
    private static final char REPLACEMENT = '\ufffd';

    private StorableText() {}

    /** Whether there is neither U+0000 nor a surrogate, so that every database takes all characters. */
    static boolean isSimple(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    /** How many characters no database takes. */
    static int badCharacters(char[] chars, int from, int length) {
        int bad = 0;
        int end = from + length;
        for (int i = from; i < end; i++) {
            char c = chars[i];
            if (c == 0) {
                bad++;
            } else if (Character.isSurrogate(c)) {
                if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(chars[i + 1])) {
                    i++;
                } else {
                    bad++;
                }
            }
        }
        return bad;
    }

    /** The text with U+FFFD for each bad character. */
    static String replaced(char[] chars, int from, int length) {
        StringBuilder text = new StringBuilder(length);
        int end = from + length;
        for (int i = from; i < end; i++) {
            if (Character.isHighSurrogate(chars[i]) && i + 1 < end && Character.isLowSurrogate(chars[i + 1])) {
                text.append(chars[i]).append(chars[i + 1]);
                i++;
            } else {
                text.append(chars[i] == 0 || Character.isSurrogate(chars[i]) ? REPLACEMENT : chars[i]);
            }
        }
        return text.toString();
    }

    /** Bytes of a storable text in UTF-8. */
    static int utf8Bytes(String text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x800 && !Character.isSurrogate(c)) {
                bytes += 2;
            } else if (c >= 0x80) {
                bytes++;
            }
        }
        return bytes;
    }
}
