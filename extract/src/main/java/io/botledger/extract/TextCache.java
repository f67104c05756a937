package io.botledger.extract;

/**
 * Short texts that were read before and found clean: names and codes come again and again, and a hit costs no memory. Of
 * fixed size; a newer text takes the place of an older one.
 */
final class TextCache {
    /** UTF-16 units of the longest text that is kept. */
    static final int MAX_LENGTH = 64;

    private static final int SLOTS = 4096;

    private final String[] texts = new String[SLOTS];

    /** The text of these characters; null if it is not there. */
    String find(char[] chars, int from, int length) {
        String text = texts[slot(chars, from, length)];
        return text != null && isAt(text, chars, from, length) ? text : null;
    }

    void keep(String text, char[] chars, int from, int length) {
        texts[slot(chars, from, length)] = text;
    }

    private static boolean isAt(String text, char[] chars, int from, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != chars[from + i]) {
                return false;
            }
        }
        return true;
    }

    private static int slot(char[] chars, int from, int length) {
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + chars[i];
        }
        return (hash ^ hash >>> 15) & (SLOTS - 1);
    }
}
