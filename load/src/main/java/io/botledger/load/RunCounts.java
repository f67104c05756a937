package io.botledger.load;

/**
 * What a run did, as its row in {@code etl_runs} tells it.
 *
 * @param askedDays days of bots that the source was asked for
 * @param failedDays those of them that could not be fetched, or not in full
 * @param landed files of which another version landed
 * @param found export files found
 * @param loaded files loaded
 * @param unchanged files that were booked before
 * @param failed files that could not be loaded
 * @param reports reports written
 */
public record RunCounts(
        long askedDays,
        long failedDays,
        long landed,
        long found,
        long loaded,
        long unchanged,
        long failed,
        long reports) {
    /** Nothing was done. */
    public static final RunCounts ZERO = new RunCounts(0, 0, 0, 0, 0, 0, 0, 0);
}
