package io.botledger.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How numbers read in messages, the same in every locale. */
final class Texts {
    private static final int UNIT = 1_024;
    private static final String UNITS = "KMGT";

    private Texts() {}

    /** A count with thousands separated: {@code 1,234,567}. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A count with its noun: {@code 1 file}, {@code 2 files}. */
    static String count(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** {@code ", 3 failed"}; empty for none. */
    static String some(long count, String what) {
        return count == 0 ? "" : ", " + count(count) + what;
    }

    /** A size in the largest unit that fits, of 1,024 of the one below: {@code 1.5 MB}. */
    static String bytes(long bytes) {
        if (bytes < UNIT) {
            return count(bytes, "byte");
        }
        int unit = -1;
        double size = bytes;
        while (size >= UNIT && unit < UNITS.length() - 1) {
            size /= UNIT;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %sB", size, UNITS.charAt(unit));
    }

    /** A time to the second, UTC; null for null. */
    static Instant second(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS);
    }
}
