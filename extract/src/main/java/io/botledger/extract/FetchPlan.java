package io.botledger.extract;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What to fetch: computed from the state of the landing folder alone, so there is no watermark that a backfill or a lost
 * day could leave wrong.
 *
 * <p>By default, of the days from the window's first to yesterday: those that are not complete (never asked for, failed,
 * absent, partial), the last {@code rereadDays}, and those that were complete but not asked for again since they could have
 * grown. A backfill is every day between its ends and no other.
 *
 * @param toFetch the oldest day first, and of a day the bots in their order; so what is about to be lost comes first
 * @param missing days inside the window, up to yesterday, that are not complete, in the same order
 */
public record FetchPlan(List<BotDay> toFetch, List<MissingDay> missing) {
    /** Copies the lists. */
    public FetchPlan {
        toFetch = List.copyOf(toFetch);
        missing = List.copyOf(missing);
    }

    /**
     * Makes a plan.
     *
     * @param botIds the bots; never null
     * @param window which days; never null
     * @param today the day that is not over yet (UTC), see {@link FetchWindow#today}
     * @param landed the state of each day, such as {@link LandingFolder#state}
     * @throws io.botledger.model.BotledgerException USAGE if a backfill ends after yesterday, or a bot's id is not valid
     */
    public static FetchPlan of(
            List<String> botIds, FetchWindow window, LocalDate today, Function<BotDay, DayState> landed) {
        LocalDate yesterday = today.minusDays(1);
        LocalDate oldest = window.oldest(today);
        LocalDate oldestKept = window.oldestKept(today);
        List<BotDay> toFetch = new ArrayList<>();
        List<MissingDay> missing = new ArrayList<>();
        for (BotDay day : days(botIds, oldest, yesterday)) {
            DayState state = landed.apply(day);
            if (state.status() != DayStatus.COMPLETE) {
                int left = (int) ChronoUnit.DAYS.between(oldestKept, day.day()) + 1;
                missing.add(new MissingDay(day, state.status(), Math.max(left, 0)));
            }
            if (isDue(day.day(), state, today, window.rereadDays())) {
                toFetch.add(day);
            }
        }
        return new FetchPlan(window.backfill() ? backfill(botIds, window, today) : toFetch, missing);
    }

    private static boolean isDue(LocalDate day, DayState state, LocalDate today, int rereadDays) {
        LocalDate settled = day.plusDays(rereadDays);
        boolean read = state.status() == DayStatus.COMPLETE
                && state.checkedAt()
                        .filter(at -> !LocalDate.ofInstant(at, ZoneOffset.UTC).isBefore(settled))
                        .isPresent();
        return !read || !settled.isBefore(today);
    }

    private static List<BotDay> backfill(List<String> botIds, FetchWindow window, LocalDate today) {
        LocalDate yesterday = today.minusDays(1);
        LocalDate last = window.to().orElse(yesterday);
        if (last.isAfter(yesterday) || window.from().orElse(last).isAfter(last)) {
            throw FetchWindow.usage("expected days up to " + yesterday + ", the last that is over in UTC, found "
                    + window.to().or(window::from).orElseThrow() + "; take an earlier day");
        }
        return days(botIds, window.from().orElse(window.oldest(today)), last);
    }

    private static List<BotDay> days(List<String> botIds, LocalDate first, LocalDate last) {
        return first.isAfter(last)
                ? List.of()
                : first.datesUntil(last.plusDays(1))
                        .flatMap(day -> botIds.stream().map(botId -> new BotDay(botId, day)))
                        .toList();
    }
}
