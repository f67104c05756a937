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
    private Name last = new Name(new byte[] {'"'}, "", 0);

    PlainNames() {
        names[0] = last;
    }

    /** Bytes of the name that is expected next, with its closing quote. */
    byte[] expected() {
        return names[last.follower].literal;
    }

    /** Takes the name that was expected. */
    String takeExpected() {
        last = names[last.follower];
        return last.text;
    }

    /** Takes the name of these bytes, which end with its closing quote; null if it is not known. */
    String take(byte[] bytes, int from, int to) {
        int slot = slot(bytes, from, to);
        Name name = names[slot];
        return name != null && Arrays.equals(name.literal, 0, name.literal.length, bytes, from, to)
                ? taken(name, slot)
                : null;
    }

    void keep(String text, byte[] bytes, int from, int to) {
        int slot = slot(bytes, from, to);
        names[slot] = new Name(Arrays.copyOfRange(bytes, from, to), text, slot);
        taken(names[slot], slot);
    }

    private String taken(Name name, int slot) {
        last.follower = slot;
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
        /** A slot, not a name: a name that gave its place away must not be kept by those before it. */
        private int follower;

        Name(byte[] literal, String text, int follower) {
            this.literal = literal;
            this.text = text;
            this.follower = follower;
        }
    }
}
