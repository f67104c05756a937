package io.botledger.load;

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
