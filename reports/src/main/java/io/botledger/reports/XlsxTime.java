package io.botledger.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Days and times as the numbers that a workbook takes for them: days since the end of 1899, as Excel counts them. */
final class XlsxTime {
    /** Excel takes 1900 for a leap year, so that earlier days have other numbers in it than in other programs. */
    private static final LocalDate FIRST = LocalDate.of(1900, 3, 1);

    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    private static final long NUMBER_OF_1970 = 25_569;

    /** Of a day: a tenth of a microsecond. */
    private static final int DIGITS = 12;

    private static final BigDecimal NANOS_OF_DAY = BigDecimal.valueOf(LocalTime.MAX.toNanoOfDay() + 1);

    private XlsxTime() {}

    /** The number of a day; empty if a workbook has none for it. */
    static Optional<BigDecimal> number(LocalDate day) {
        return day.isBefore(FIRST) || day.isAfter(LAST)
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(day.toEpochDay() + NUMBER_OF_1970));
    }

    /** The number of a time in UTC; empty if a workbook has none for it. */
    static Optional<BigDecimal> number(Instant instant) {
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        BigDecimal ofDay =
                BigDecimal.valueOf(time.toLocalTime().toNanoOfDay()).divide(NANOS_OF_DAY, DIGITS, RoundingMode.HALF_UP);
        return number(time.toLocalDate()).map(ofDay::add);
    }
}
