package io.botledger.extract;

/**
 * What one answer may cost: guards against a small gzip that fills the disk and against endless lists.
 *
 * @param maxInflatedBytes bytes of one file's content, inflated; at least 1
 * @param maxRatio inflated bytes per byte sent, looked at beyond the first 16 MiB; at least 1. JSON deflates to a tenth, of
 *     repeated texts to a hundredth; deflate can't do more than 1,032
 * @param maxFilesPerDay files of one bot and day; at least 1
 */
public record SourceLimits(long maxInflatedBytes, int maxRatio, int maxFilesPerDay) {
    /** Inflated bytes up to which the ratio is of no interest. */
    static final long RATIO_FREE_BYTES = 16L << 20;

    private static final SourceLimits DEFAULTS = new SourceLimits(64L << 30, 300, 1_000);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if one is below 1
     */
    public SourceLimits {
        if (maxInflatedBytes < 1 || maxRatio < 1 || maxFilesPerDay < 1) {
            throw new IllegalArgumentException("a limit is below 1");
        }
    }

    /** 64 GiB a file, a ratio of 300, 1,000 files a day. */
    public static SourceLimits defaults() {
        return DEFAULTS;
    }
}
