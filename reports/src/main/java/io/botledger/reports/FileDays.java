package io.botledger.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/**
 * Which days' files hold the conversations of a day of a time zone. A file is of a day in UTC and holds what ended on it
 * (the vendor's article).
 *
 * @param byStart whether conversations count for the day of their start; then some end on the day after
 */
record FileDays(ZoneId zone, boolean byStart) {
    /** For the days of a report. */
    static FileDays of(BoundParameters bound) {
        return new FileDays(bound.zone().orElse(ZoneOffset.UTC), bound.countsByStart());
    }

    /** The first instant of a day. */
    Instant begins(LocalDate day) {
        return DayEdge.BEGINS.instant(day, zone);
    }

    /** The day of the first file that is needed. */
    LocalDate first(LocalDate day) {
        return LocalDate.ofInstant(begins(day), ZoneOffset.UTC);
    }

    /** The day of the last file that is needed. */
    LocalDate last(LocalDate day) {
        LocalDate end = LocalDate.ofInstant(DayEdge.ENDS.instant(day, zone).minusNanos(1), ZoneOffset.UTC);
        return byStart ? end.plusDays(1) : end;
    }

    /** The days of all files that are needed. */
    Stream<LocalDate> of(LocalDate day) {
        return first(day).datesUntil(last(day).plusDays(1));
    }

    /** The last day that a file can hold conversations of. */
    LocalDate lastReached(LocalDate file) {
        return LocalDate.ofInstant(DayEdge.ENDS.instant(file, ZoneOffset.UTC).minusNanos(1), zone);
    }

    /** The first day that needs no file before this one. */
    LocalDate firstWhole(LocalDate file) {
        LocalDate day = file.minusDays(1);
        while (first(day).isBefore(file)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The last day that needs no file after this one. */
    LocalDate lastWhole(LocalDate file) {
        LocalDate day = file.plusDays(1);
        while (last(day).isAfter(file)) {
            day = day.minusDays(1);
        }
        return day;
    }
}
