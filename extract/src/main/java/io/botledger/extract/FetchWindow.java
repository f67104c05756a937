package io.botledger.extract;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Which days are asked for.
 *
 * @param rereadDays how many of the newest days are asked for again although they are complete, 0 to 365; a day's file was
 *     seen to grow after midnight
 * @param windowDays how many days back may be asked for, 1 to 3,650; the vendor keeps 30
 * @param from first day of a backfill; empty for none
 * @param to last day of a backfill; empty for none. With {@code from} alone a backfill ends yesterday, with {@code to} alone
 *     it begins where the window does
 */
public record FetchWindow(int rereadDays, int windowDays, Optional<LocalDate> from, Optional<LocalDate> to) {
    /** Most days that are read again. */
    public static final int MAX_REREAD_DAYS = 365;

    /** Most days of the window. */
    public static final int MAX_WINDOW_DAYS = 3_650;

    /** How long the vendor keeps a day. */
    private static final int KEPT_DAYS = 30;

    private static final FetchWindow DEFAULTS = new FetchWindow(3, KEPT_DAYS, Optional.empty(), Optional.empty());

    /**
     * Checks the ranges.
     *
     * @throws BotledgerException USAGE if a number is out of its range or the days are in the wrong order
     */
    public FetchWindow {
        requireBetween("days to read again", rereadDays, 0, MAX_REREAD_DAYS);
        requireBetween("days of the window", windowDays, 1, MAX_WINDOW_DAYS);
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            throw usage("from " + from.get() + " is after to " + to.get() + "; exchange them");
        }
    }

    /** The last 3 days again, 30 days back, no backfill. */
    public static FetchWindow defaults() {
        return DEFAULTS;
    }

    /** The same with a backfill. */
    public FetchWindow between(Optional<LocalDate> first, Optional<LocalDate> last) {
        return new FetchWindow(rereadDays, windowDays, first, last);
    }

    /** The day that is not over yet, in UTC, where the vendor's days end. */
    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    boolean backfill() {
        return from.isPresent() || to.isPresent();
    }

    /** First day that is asked for. */
    LocalDate oldest(LocalDate today) {
        return today.minusDays(windowDays);
    }

    /** First day that is asked for and that the vendor still has. */
    LocalDate oldestKept(LocalDate today) {
        return today.minusDays(Math.min(windowDays, KEPT_DAYS));
    }

    static BotledgerException usage(String message) {
        return new BotledgerException(ErrorCode.USAGE, message);
    }

    private static void requireBetween(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw usage(what + ": expected " + least + " to " + most + ", found " + value);
        }
    }
}
