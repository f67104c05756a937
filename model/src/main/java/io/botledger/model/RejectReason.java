package io.botledger.model;

import java.util.Locale;

/** Why a record or a value was rejected. The lower-case names are stored and never change their meaning. */
public enum RejectReason {
    /** The record is not JSON. */
    BROKEN_JSON,
    /** The file ends within the record. */
    TRUNCATED,
    /** Something else than a JSON object stands where a record belongs. */
    NOT_AN_OBJECT,
    /** The record has no {@code conversation_id}. */
    NO_CONVERSATION_ID,
    /** The record has more bytes than allowed. */
    RECORD_TOO_LARGE,
    /** Objects and arrays are nested deeper than allowed. */
    TOO_DEEP,
    /** A value is of another JSON type than its field takes. */
    WRONG_TYPE,
    /** A text that should hold a number, boolean, time or JSON holds something else. */
    NOT_READABLE,
    /** A number or time lies beyond what its field takes. */
    OUT_OF_RANGE,
    /** A text is longer than {@link TextLimits} allows. */
    TOO_LONG,
    /** Characters that no database takes (U+0000, lone surrogates, bytes that are not UTF-8) were replaced by U+FFFD. */
    TEXT_REPLACED,
    /** A name stands twice in one object; the last one was taken. */
    DUPLICATE_NAME;

    /** The stored, lower-case name. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
