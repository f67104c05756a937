package io.botledger.extract;

/** What the landing folder knows of a bot's day. */
public enum DayStatus {
    /** Nothing: not asked for yet, or never with success. */
    UNKNOWN,
    /** The API was asked and had no export (404, or an empty list), which may change. */
    ABSENT,
    /** Files are there, but nobody knows whether these are all: copied ones, or a fetch that was cut short. */
    PARTIAL,
    /** Every file that the API listed is there. */
    COMPLETE
}
