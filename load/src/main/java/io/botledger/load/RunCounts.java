package io.botledger.load;

import java.sql.ResultSet;
import java.sql.SQLException;

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

    /** Of a row with the counts of {@code reporting.runs}. */
    static RunCounts of(ResultSet row) throws SQLException {
        return new RunCounts(
                row.getLong("asked_day_count"),
                row.getLong("failed_day_count"),
                row.getLong("landed_count"),
                row.getLong("found_count"),
                row.getLong("loaded_count"),
                row.getLong("unchanged_count"),
                row.getLong("failed_count"),
                row.getLong("report_count"));
    }
}
