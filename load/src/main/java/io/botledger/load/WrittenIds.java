package io.botledger.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Remembers which conversations this session may have written, in 4 MB however many they are (a Bloom filter). That one
 * was not written is certain; that it was is wrong for 1 of 50,000 at a million conversations, 1 of 200 at three millions,
 * and ever more often beyond. Safe for use by several threads, of which one at a time adds.
 */
final class WrittenIds {
    private static final int BITS = 1 << 25;
    private static final int PROBES = 6;

    private final long[] words = new long[BITS / Long.SIZE];

    /** Adds conversations of a bot; returns those that may have been there before. */
    synchronized List<String> addAll(long botKey, Collection<String> conversationIds) {
        List<String> before = new ArrayList<>();
        for (String id : conversationIds) {
            if (add(botKey, id)) {
                before.add(id);
            }
        }
        return before;
    }

    private boolean add(long botKey, String conversationId) {
        long hash = hash(botKey, conversationId);
        boolean before = true;
        for (int probe = 0; probe < PROBES; probe++) {
            before &= set((int) (hash & (BITS - 1)));
            hash = mix(hash);
        }
        return before;
    }

    private boolean set(int bit) {
        long mask = 1L << bit;
        int word = bit / Long.SIZE;
        boolean before = (words[word] & mask) != 0;
        words[word] |= mask;
        return before;
    }

    private static long hash(long botKey, String conversationId) {
        long hash = mix(botKey);
        for (int i = 0; i < conversationId.length(); i++) {
            hash = hash * 0x100000001b3L + conversationId.charAt(i);
        }
        return mix(hash);
    }

    /** The finalizer of SplitMix64. */
    private static long mix(long value) {
        long mixed = value + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
