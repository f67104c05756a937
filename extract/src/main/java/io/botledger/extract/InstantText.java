package io.botledger.extract;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Instants as text: ISO 8601 in its warehouse variants (see {@link IsoInstant}), or a count of seconds, milliseconds,
 * microseconds or nanoseconds since 1970, told apart by magnitude: seconds reach to the year 5138, milliseconds from 1973 to
 * there, and so on. What is finer than a microsecond is cut off.
 */
final class InstantText {
    /** The text is no time. */
    static final long NOT_READABLE = Long.MIN_VALUE;
    /** The text is a time outside of the years 0001 to 9999. */
    static final long OUT_OF_RANGE = Long.MIN_VALUE + 1;

    /** 0001-01-01T00:00Z and 10000-01-01T00:00Z in microseconds since 1970. */
    private static final long FIRST = -62_135_596_800_000_000L;

    private static final long BEHIND_LAST = 253_402_300_800_000_000L;
    private static final BigDecimal SECONDS = new BigDecimal("1e11");
    private static final BigDecimal MILLIS = new BigDecimal("1e14");
    private static final BigDecimal MICROS = new BigDecimal("1e17");
    private static final BigDecimal NANOS = new BigDecimal("1e20");
    private static final int SMALLEST_EXPONENT = -30;

    private InstantText() {}

    /** Microseconds since 1970, or one of the two constants. */
    static long epochMicros(char[] chars, int from, int to) {
        int first = from;
        int behind = to;
        while (first < behind && Character.isWhitespace(chars[first])) {
            first++;
        }
        while (first < behind && Character.isWhitespace(chars[behind - 1])) {
            behind--;
        }
        long micros = new IsoInstant(chars, first, behind).epochMicros();
        return micros == NOT_READABLE ? ofNumber(DecimalText.parse(chars, first, behind)) : micros;
    }

    /** The instant itself if it lies in the years 0001 to 9999. */
    static long inRange(long micros) {
        return micros < FIRST || micros >= BEHIND_LAST ? OUT_OF_RANGE : micros;
    }

    private static long ofNumber(BigDecimal number) {
        if (number == null) {
            return NOT_READABLE;
        }
        BigDecimal size = number.abs();
        if (size.compareTo(NANOS) >= 0) {
            return OUT_OF_RANGE;
        }
        if (number.signum() == 0 || size.precision() - (long) size.scale() < SMALLEST_EXPONENT) {
            return 0;
        }
        BigDecimal micros = number.scaleByPowerOfTen(digitsToMicros(size)).setScale(0, RoundingMode.FLOOR);
        return inRange(micros.longValueExact());
    }

    private static int digitsToMicros(BigDecimal size) {
        if (size.compareTo(SECONDS) < 0) {
            return 6;
        }
        if (size.compareTo(MILLIS) < 0) {
            return 3;
        }
        return size.compareTo(MICROS) < 0 ? 0 : -3;
    }
}
