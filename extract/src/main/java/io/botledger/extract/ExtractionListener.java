package io.botledger.extract;

/**
 * Is told how an extraction goes. The calls come from the threads that fetch, one at a time, so it should be quick. What it
 * throws ends the extraction.
 */
public interface ExtractionListener {
    /** A listener that does nothing. */
    ExtractionListener NONE = new ExtractionListener() {};

    /** A day is asked for now. */
    default void started(BotDay day) {}

    /** Bytes of one of the day's files have come. */
    default void received(BotDay day, long bytes) {}

    /** A day is done, well or not. */
    default void finished(BotDayResult result) {}
}
