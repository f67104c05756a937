package io.botledger.load;

import io.botledger.model.IntentReply;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The way of one conversation through its intents, by their places in the list and not by time. An intent without a name is
 * no step of it. Places are 0-based.
 */
final class IntentPath {
    private final long[] keys;
    /** At each place the next intent that has a name; null if none follows. */
    private final Long[] next;

    private final boolean[] revisits;

    IntentPath(List<IntentReply> replies, Dictionaries dictionaries) {
        keys = new long[replies.size()];
        next = new Long[keys.length];
        revisits = new boolean[keys.length];
        Set<String> visited = new HashSet<>();
        for (int place = 0; place < keys.length; place++) {
            IntentReply reply = replies.get(place);
            keys[place] = dictionaries.intentKey(reply);
            revisits[place] = reply.intentName() != null && !visited.add(reply.intentName());
        }
        Long following = null;
        for (int place = keys.length - 1; place >= 0; place--) {
            next[place] = following;
            if (replies.get(place).intentName() != null) {
                following = keys[place];
            }
        }
    }

    /** The first intent, with a name or without; null if there is none. */
    Long first() {
        return keys.length == 0 ? null : keys[0];
    }

    /** The last intent, with a name or without; null if there is none. */
    Long last() {
        return keys.length == 0 ? null : keys[keys.length - 1];
    }

    long key(int place) {
        return keys[place];
    }

    /** The next intent that has a name; null if none follows. */
    Long next(int place) {
        return next[place];
    }

    /** Whether an intent of the same name stands before it. */
    boolean isRevisit(int place) {
        return revisits[place];
    }
}
