package io.botledger.extract;

import java.util.Objects;

/**
 * How far a reader goes with a file before it gives up.
 *
 * @param maxRecordBytes bytes of the longest record that is read, 1 to 1 GiB; a longer one is a reject. A reader needs
 *     memory for one record, not for a file
 * @param maxDepth levels of nested objects and arrays in a record, 1 to 10,000; the record itself is level 1. JSON that
 *     stands in a text is counted for itself
 * @param maxInflatedBytes bytes of content, inflated, at which a file is refused, at least 1: a guard against a small gzip
 *     that fills the disk
 * @param onTruncated what to do with a file that ends in the middle; never null
 */
public record ReaderSettings(long maxRecordBytes, int maxDepth, long maxInflatedBytes, OnTruncated onTruncated) {
    private static final long MAX_RECORD_BYTES = 1L << 30;
    private static final int MAX_DEPTH = 10_000;
    private static final ReaderSettings DEFAULTS = new ReaderSettings(16L << 20, 100, 64L << 30, OnTruncated.FAIL);

    /** What to do with a file that ends in the middle of a record, an array or a gzip stream. */
    public enum OnTruncated {
        /** Throw: the whole of the file may come later. */
        FAIL,
        /** Give the incomplete record as a reject, and end. */
        REJECT
    }

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public ReaderSettings {
        Objects.requireNonNull(onTruncated, "onTruncated");
        requireBetween("maxRecordBytes", maxRecordBytes, MAX_RECORD_BYTES);
        requireBetween("maxDepth", maxDepth, MAX_DEPTH);
        requireBetween("maxInflatedBytes", maxInflatedBytes, Long.MAX_VALUE);
    }

    /** Records of 16 MiB, 100 levels, files of 64 GiB; a truncated file fails. */
    public static ReaderSettings defaults() {
        return DEFAULTS;
    }

    private static void requireBetween(String name, long value, long max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException(name + " " + value + " is not between 1 and " + max);
        }
    }
}
