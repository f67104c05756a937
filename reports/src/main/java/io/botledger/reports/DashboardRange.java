package io.botledger.reports;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The days that a dashboard shows.
 *
 * @param first the first
 * @param last the last
 */
record DashboardRange(LocalDate first, LocalDate last) {
    /** The days of each period that can be chosen, as {@code dashboard_band.sql} has them. */
    static final List<Integer> PERIODS = List.of(7, 14, 28, 90, 365);

    private static final int DEFAULT_LENGTH = 365;
    private static final int MAX_LENGTH = 3_660;
    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);

    /**
     * The days to show: those that are asked for, else up to the last that the loaded files hold wholly, and up to 365 from
     * the first such day.
     *
     * @param loaded the days (UTC) of which a file is loaded
     * @throws BotledgerException with {@code USAGE} if one day alone is asked for and the others lie on its wrong side, or if
     *     the days are too many
     */
    static DashboardRange of(
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            SortedSet<LocalDate> loaded,
            FileDays fileDays,
            LocalDate today) {
        LocalDate last = to.orElseGet(
                () -> loaded.isEmpty() ? today : whole(loaded, fileDays).last());
        LocalDate year = last.minusDays(DEFAULT_LENGTH - 1L);
        LocalDate first = from.orElseGet(() ->
                loaded.isEmpty() ? year : later(year, whole(loaded, fileDays).first()));
        if (first.isAfter(last)) {
            throw usage(
                    from.isPresent()
                            ? "--from " + first + " is after " + last + ", "
                                    + (loaded.isEmpty() ? "today" : "the last day that is wholly loaded")
                                    + "; choose an earlier day, or tell --to as well"
                            : "--to " + last + " is before " + first
                                    + ", the first day that is wholly loaded; choose a later day, or tell --from as well");
        }
        DashboardRange range = new DashboardRange(first, last);
        if (range.length() > MAX_LENGTH) {
            throw usage(String.format(
                    Locale.ROOT,
                    "--from %s is %,d days before %s; the dashboard shows up to %,d",
                    first,
                    range.length() - 1,
                    last,
                    MAX_LENGTH));
        }
        return range;
    }

    private static BotledgerException usage(String message) {
        return new BotledgerException(ErrorCode.USAGE, message);
    }

    /** The days that the files hold wholly; if they hold none, those of the files. */
    private static DashboardRange whole(SortedSet<LocalDate> loaded, FileDays fileDays) {
        LocalDate first = fileDays.firstWhole(loaded.first());
        LocalDate last = fileDays.lastWhole(loaded.last());
        return first.isAfter(last)
                ? new DashboardRange(loaded.first(), loaded.last())
                : new DashboardRange(first, last);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    int length() {
        return Math.toIntExact(ChronoUnit.DAYS.between(first, last) + 1);
    }

    /** The lengths in days of the periods to choose from; all end on the last day, and the last one is the whole range. */
    List<Integer> periods() {
        List<Integer> periods =
                new ArrayList<>(PERIODS.stream().filter(days -> days < length()).toList());
        periods.add(length());
        return periods;
    }

    /** The first day of those that the whole range is compared with. */
    LocalDate firstBefore() {
        return first.minusDays(length());
    }

    /** A day as a parameter of a report, which knows none before the year 1. */
    static String parameter(LocalDate day) {
        return later(day, EARLIEST).toString();
    }

    /** How many days behind the first, 0 for the first; below 0 before it. */
    int offset(LocalDate day) {
        return Math.toIntExact(ChronoUnit.DAYS.between(first, day));
    }

    /** The shortest period that holds the day with this offset, by its place among {@link #periods()}. */
    int band(int offset) {
        int band = 0;
        for (int days : PERIODS) {
            if (offset >= length() - days) {
                return band;
            }
            band++;
        }
        return band;
    }
}
