package io.botledger.extract;

import java.util.Arrays;

/**
 * Short texts that were read before and found clean, by their bytes in the JSON: names and codes come again and again, and a
 * hit costs no memory and no decoding. Of fixed size; a newer text takes the place of an older one.
 */
final class TextCache {
    /** Bytes of the longest text that is kept. */
    static final int MAX_LENGTH = 64;

    private static final int SLOTS = 4096;
    private static final int SAMPLES = 8;

    private final byte[][] literals = new byte[SLOTS][];
    private final String[] texts = new String[SLOTS];

    /** The text of these bytes; null if it is not there. */
    String find(byte[] bytes, int from, int to) {
        int slot = slot(bytes, from, to);
        byte[] literal = literals[slot];
        return literal != null && Arrays.equals(literal, 0, literal.length, bytes, from, to) ? texts[slot] : null;
    }

    void keep(String text, byte[] bytes, int from, int to) {
        int slot = slot(bytes, from, to);
        literals[slot] = Arrays.copyOfRange(bytes, from, to);
        texts[slot] = text;
    }

    /** Of the length and some of the bytes: a wrong guess costs a look at a text, hashing all bytes costs more. */
    private static int slot(byte[] bytes, int from, int to) {
        int hash = to - from;
        int step = hash / SAMPLES + 1;
        for (int i = to - 1; i >= from; i -= step) {
            hash = 31 * hash + bytes[i];
        }
        return (hash ^ hash >>> 12) & (SLOTS - 1);
    }
}
