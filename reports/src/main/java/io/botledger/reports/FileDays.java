package io.botledger.reports;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Which days' files hold the conversations of a day of a time zone. A file is of a day in UTC and holds what ended on it
 * (the vendor's article).
 *
 * @param byStart whether conversations count for the day of their start; then some end on the day after
 */
record FileDays(ZoneId zone, boolean byStart) {
    /** The day of the first file that is needed. */
    LocalDate first(LocalDate day) {
        return LocalDate.ofInstant(DayEdge.BEGINS.instant(day, zone), ZoneOffset.UTC);
    }

    /** The day of the last file that is needed. */
    LocalDate last(LocalDate day) {
        LocalDate end = LocalDate.ofInstant(DayEdge.ENDS.instant(day, zone).minusNanos(1), ZoneOffset.UTC);
        return byStart ? end.plusDays(1) : end;
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
