package io.botledger.load;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What became of a file's records; {@code read} is the sum of the next four.
 *
 * @param read records read
 * @param loaded records that are in the tables and count
 * @param repeated records that a later record of the same file repeats
 * @param outranked records that another file, or a later version of this one, outranks
 * @param rejected records that could not be loaded
 * @param valueRejects values that could not be taken as sent
 */
public record LoadCounts(long read, long loaded, long repeated, long outranked, long rejected, long valueRejects) {
    /** Nothing read. */
    public static final LoadCounts ZERO = new LoadCounts(0, 0, 0, 0, 0, 0);

    /** Of a row with the counts of {@code reporting.loads}. */
    static LoadCounts of(ResultSet row) throws SQLException {
        return new LoadCounts(
                row.getLong("read_count"),
                row.getLong("loaded_count"),
                row.getLong("repeated_count"),
                row.getLong("outranked_count"),
                row.getLong("rejected_count"),
                row.getLong("value_reject_count"));
    }

    /** The sum of two. */
    public LoadCounts plus(LoadCounts other) {
        return new LoadCounts(
                read + other.read,
                loaded + other.loaded,
                repeated + other.repeated,
                outranked + other.outranked,
                rejected + other.rejected,
                valueRejects + other.valueRejects);
    }
}
