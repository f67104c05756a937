package io.botledger.model;

import java.util.Objects;

/**
 * Something of a record that could not be taken as it was sent. Holds no text of the conversation.
 *
 * @param kind whether the whole record or one value is meant
 * @param pointer JSON pointer (RFC 6901) to the value within the record, with names as the record spells them, {@code …}
 *     for a name that is not written like a field's; empty for the record itself
 * @param reason stable reason
 * @param message what was expected and what was found
 */
public record Reject(Kind kind, String pointer, RejectReason reason, String message) {
    /** What a reject takes away. */
    public enum Kind {
        /** The record was not loaded. */
        RECORD,
        /** The record was loaded; this value is null, or stands as the message says. */
        VALUE
    }

    /** Checks that all is there. */
    public Reject {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(message, "message");
    }
}
