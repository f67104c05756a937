package io.botledger.extract;

/** What came of asking for a day. */
public enum FetchOutcome {
    /** At least one file of the day has another current version now. */
    FETCHED,
    /** The source holds what is here already. */
    UNCHANGED,
    /** The source has no export of the day. */
    ABSENT,
    /** The day could not be fetched, or not all of it. */
    FAILED
}
