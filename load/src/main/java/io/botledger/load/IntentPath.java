package io.botledger.load;

import io.botledger.model.IntentReply;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The way of one conversation through its intents, by their places in the list. An intent without a name is no step of it.
 * Places are 0-based. Which meaningful intent was the first or the last is told by time.
 */
final class IntentPath {
    private final long[] keys;
    /** At each place the next intent that has a name; null if none follows. */
    private final Long[] next;

    private final boolean[] revisits;
    private final Long firstMeaningful;
    private final Long lastMeaningful;

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
        firstMeaningful = keyOf(replies, -1);
        lastMeaningful = keyOf(replies, 1);
    }

    /** The intent that is meaningful and before (-1) or after (1) all others that are; one without a time only if all are. */
    private Long keyOf(List<IntentReply> replies, int side) {
        int found = -1;
        for (int place = 0; place < keys.length; place++) {
            IntentReply reply = replies.get(place);
            if (reply.isMeaningful() && (found < 0 || isNearer(reply, replies.get(found), side))) {
                found = place;
            }
        }
        return found < 0 ? null : keys[found];
    }

    /** Whether an intent is to be preferred to one that stands before it in the list. */
    private static boolean isNearer(IntentReply reply, IntentReply found, int side) {
        if (reply.intentAt() == null || found.intentAt() == null) {
            return found.intentAt() == null && (reply.intentAt() != null || side > 0);
        }
        int order = reply.intentAt().compareTo(found.intentAt()) * side;
        return order > 0 || (order == 0 && side > 0);
    }

    /** The first intent, with a name or without; null if there is none. */
    Long first() {
        return keys.length == 0 ? null : keys[0];
    }

    /** The last intent, with a name or without; null if there is none. */
    Long last() {
        return keys.length == 0 ? null : keys[keys.length - 1];
    }

    /** The earliest intent that is meaningful; null if there is none. */
    Long firstMeaningful() {
        return firstMeaningful;
    }

    /** The latest intent that is meaningful; null if there is none. */
    Long lastMeaningful() {
        return lastMeaningful;
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
