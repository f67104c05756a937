package io.botledger.extract;

import java.util.Arrays;

/**
 * Names of members that were read before, by their bytes in the JSON. Members come in one order, mostly: so the name that
 * stood behind the last one the last time is tried first, which costs one comparison. Of fixed size; a newer name takes the
 * place of an older one.
 */
final class PlainNames {
    /** Bytes of the longest name that is kept. */
    static final int MAX_LENGTH = 64;

    private static final int SLOTS = 1024;

    private final Name[] names = new Name[SLOTS];
    private Name last = new Name(new byte[] {'"'}, "");

    /** Bytes of the name that is expected next, with its closing quote. */
    byte[] expected() {
        return last.follower.literal;
    }

    /** Takes the name that was expected. */
    String takeExpected() {
        last = last.follower;
        return last.text;
    }

    /** Takes the name of these bytes, which end with its closing quote; null if it is not known. */
    String take(byte[] bytes, int from, int to) {
        Name name = names[slot(bytes, from, to)];
        return name != null && Arrays.equals(name.literal, 0, name.literal.length, bytes, from, to)
                ? taken(name)
                : null;
    }

    void keep(String text, byte[] bytes, int from, int to) {
        Name name = new Name(Arrays.copyOfRange(bytes, from, to), text);
        names[slot(bytes, from, to)] = name;
        taken(name);
    }

    private String taken(Name name) {
        last.follower = name;
        last = name;
        return name.text;
    }

    private static int slot(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return (hash ^ hash >>> 10) & (SLOTS - 1);
    }

    private static final class Name {
        private final byte[] literal;
        private final String text;
        private Name follower = this;

        Name(byte[] literal, String text) {
            this.literal = literal;
            this.text = text;
        }
    }
}
