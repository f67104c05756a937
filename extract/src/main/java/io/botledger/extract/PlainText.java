package io.botledger.extract;

import static io.botledger.extract.NotPlainException.unless;

import java.nio.charset.StandardCharsets;

/** Takes the escapes out of texts, bytes to bytes, in a buffer that is used again. */
final class PlainText {
    /** Longer texts with escapes are not plain, so that the buffer stays small. */
    private static final int MAX_LENGTH = 1 << 20;

    private static final String UNKNOWN = "\ufffd";

    private byte[] buffer = new byte[512];
    private int length;

    /** The content of the text that was unescaped last, in UTF-8 if the text was. */
    byte[] bytes() {
        return buffer;
    }

    int length() {
        return length;
    }

    void unescape(byte[] bytes, int from, int to) {
        unless(to - from <= MAX_LENGTH);
        if (buffer.length < to - from) {
            buffer = new byte[Math.max(2 * buffer.length, to - from)];
        }
        byte[] content = buffer;
        int behind = 0;
        int at = from;
        while (at < to) {
            byte next = bytes[at++];
            if (next != '\\') {
                content[behind++] = next;
            } else if (bytes[at] != 'u') {
                content[behind++] = meaning(bytes[at++]);
            } else {
                length = behind;
                at = unicode(bytes, at + 1, to);
                behind = length;
            }
        }
        length = behind;
    }

    private static byte meaning(byte escape) {
        return switch (escape) {
            case '"', '\\', '/' -> escape;
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> throw new NotPlainException();
        };
    }

    /** Takes the digits of one character, or of the two that are halves of one; returns the index behind. */
    private int unicode(byte[] bytes, int from, int to) {
        int code = hex(bytes, from, to);
        int behind = from + 4;
        if (Character.isSurrogate((char) code)) {
            unless(behind + 1 < to && bytes[behind] == '\\' && bytes[behind + 1] == 'u');
            int low = hex(bytes, behind + 2, to);
            unless(Character.isSurrogatePair((char) code, (char) low));
            code = Character.toCodePoint((char) code, (char) low);
            behind += 6;
        }
        unless(code != 0);
        append(code);
        return behind;
    }

    private static int hex(byte[] bytes, int from, int to) {
        unless(from + 4 <= to);
        int code = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(bytes[i], 16);
            unless(digit >= 0);
            code = code << 4 | digit;
        }
        return code;
    }

    /** Appends a character in UTF-8, which is never longer than its escape. */
    private void append(int code) {
        if (code < 0x80) {
            buffer[length++] = (byte) code;
            return;
        }
        int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
        int leadingOnes = 0xff << (7 - more);
        buffer[length++] = (byte) (leadingOnes | (code >> (6 * more)));
        while (more-- > 0) {
            buffer[length++] = (byte) (0x80 | ((code >> (6 * more)) & 0x3f));
        }
    }

    static String ofAscii(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** The text of these bytes; U+FFFD is not plain, since it is what becomes of bytes that are no UTF-8. */
    static String ofUtf8(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        unless(!text.contains(UNKNOWN));
        return text;
    }
}
