package io.botledger.extract;

import io.botledger.model.RejectReason;

/**
 * The place of one field while a record is read. A field that stands twice, under one name or several, keeps the last value;
 * null counts as no value, and equal values are no matter.
 */
final class Slot<T> {
    private T value;
    private int rank;

    void clear() {
        value = null;
        rank = 0;
    }

    /** The value; null if there is none. */
    T value() {
        return value;
    }

    T valueOr(T other) {
        return value == null ? other : value;
    }

    /** Takes a value, unless there is one from a name of higher rank. */
    void put(JsonInput json, T next, int nextRank) {
        if (next == null) {
            return;
        }
        boolean wins = nextRank >= rank;
        if (value != null && !value.equals(next)) {
            String taken = wins ? "this one" : "the first one";
            json.reject(
                    RejectReason.DUPLICATE_NAME,
                    "expected the field once, found a second value; " + taken + " was taken");
        }
        if (value == null || wins) {
            value = next;
            rank = nextRank;
        }
    }
}
