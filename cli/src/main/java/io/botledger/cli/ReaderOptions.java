package io.botledger.cli;

import io.botledger.extract.ReaderSettings;
import io.botledger.model.Problems;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that bound what a file may hold. */
final class ReaderOptions {
    private static final int DEEPEST = 10_000;

    @Option(
            names = "--max-record-size",
            paramLabel = "SIZE",
            defaultValue = "16MB",
            converter = ByteSize.class,
            description = "Largest record; a larger one is rejected (default: ${DEFAULT-VALUE}).")
    private long maxRecordSize;

    @Option(
            names = "--max-depth",
            paramLabel = "N",
            defaultValue = "100",
            description = "Deepest nesting of a record (default: ${DEFAULT-VALUE}).")
    private int maxDepth;

    @Option(
            names = "--max-file-size",
            paramLabel = "SIZE",
            defaultValue = "64GB",
            converter = ByteSize.class,
            description = "Largest content of a file after inflating (default: ${DEFAULT-VALUE}).")
    private long maxFileSize;

    @Option(
            names = "--on-truncated",
            paramLabel = "fail|reject",
            defaultValue = "fail",
            description = "What to do with a file that ends in the middle: fail leaves it for later, reject loads what "
                    + "is whole (default: ${DEFAULT-VALUE}).")
    private ReaderSettings.OnTruncated onTruncated;

    ReaderSettings settings() {
        Problems problems = new Problems();
        if (maxRecordSize < 1 || maxRecordSize > 1L << 30) {
            problems.add("--max-record-size: expected 1 byte to 1GB");
        }
        if (maxDepth < 1 || maxDepth > DEEPEST) {
            problems.add("--max-depth: expected 1 to " + DEEPEST + ", found " + maxDepth);
        }
        if (maxFileSize < 1) {
            problems.add("--max-file-size: expected 1 byte or more");
        }
        problems.throwIfAny("options");
        return new ReaderSettings(maxRecordSize, maxDepth, maxFileSize, onTruncated);
    }

    /** Reads {@code 512}, {@code 64KB}, {@code 16MB}, {@code 2GB}; a unit is 1,024 of the one below. */
    static final class ByteSize implements ITypeConverter<Long> {
        private static final String UNITS = "KMGT";

        @Override
        public Long convert(String text) {
            if (!text.matches("(?i)\\d{1,12}([KMGT]?B)?")) {
                throw new TypeConversionException("expected a size such as 512KB, 16MB or 2GB, found " + text);
            }
            String digits = text.replaceAll("\\D", "");
            char unit = text.length() - digits.length() == 2 ? text.charAt(digits.length()) : 'B';
            int power = 1 + UNITS.indexOf(Character.toUpperCase(unit));
            try {
                return Math.multiplyExact(Long.parseLong(digits), 1L << (10 * power));
            } catch (ArithmeticException e) {
                throw new TypeConversionException("the size " + text + " is too large");
            }
        }
    }
}
