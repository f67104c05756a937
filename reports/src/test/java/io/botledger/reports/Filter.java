package io.botledger.reports;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the common filters may be given, and which conversations they leave.
 *
 * @param dayOf start or end; null if not given
 * @param others the parameters beside days
 * @param selects which conversations these leave
 */
record Filter(LocalDate from, LocalDate to, String dayOf, List<String> others, Predicate<Talk> selects) {
    static final Filter NONE = new Filter(null, null, null, List.of(), talk -> true);

    /** Each kind alone, and a few together. */
    static final List<Filter> ALL = List.of(
            NONE,
            NONE.range("2024-02-29", "2024-03-01").by("end"),
            NONE.range("2024-02-29", "2024-03-01").by("start"),
            NONE.range("2024-03-01", null).by("end"),
            NONE.range(null, "2024-03-01").by("start"),
            NONE.range("2031-01-01", "2031-01-31"),
            NONE.by("start"),
            NONE.where(talk -> talk.botId().equals("b1"), "bot", "b1"),
            NONE.where(
                    talk -> talk.botId().equals(RandomTalks.HOSTILE.get(0)) || "Bot b2true".equals(talk.botName()),
                    "bot",
                    RandomTalks.HOSTILE.get(0),
                    "bot",
                    "Bot b2true"),
            NONE.where(talk -> false, "bot", "nobody"),
            NONE.where(talk -> "chat".equals(talk.channel()), "channel", "chat"),
            NONE.where(
                    talk -> "de".equals(talk.language())
                            || RandomTalks.HOSTILE.get(1).equals(talk.language()),
                    "language",
                    "de",
                    "language",
                    RandomTalks.HOSTILE.get(1)),
            NONE.where(talk -> !Boolean.TRUE.equals(talk.testMode()), "exclude_test", "true"),
            NONE.where(talk -> talk.botMessages() != null && talk.botMessages() >= 1, "min_bot_messages", "1"),
            NONE.where(talk -> talk.botMessages() != null, "min_bot_messages", "0"),
            NONE.range("2024-02-25", "2024-03-20")
                    .by("start")
                    .where(talk -> "ticket".equals(talk.channel()), "channel", "ticket")
                    .where(talk -> !Boolean.TRUE.equals(talk.testMode()), "exclude_test", "true"));

    Filter range(String first, String last) {
        return new Filter(day(first), day(last), dayOf, others, selects);
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    /** By start or end day; null to leave it to the report. */
    Filter by(String startOrEnd) {
        return new Filter(from, to, startOrEnd, others, selects);
    }

    Filter where(Predicate<Talk> more, String... parameters) {
        return new Filter(from, to, dayOf, plus(others, List.of(parameters)), selects.and(more));
    }

    static List<String> plus(List<String> parameters, List<String> more) {
        return Stream.concat(parameters.stream(), more.stream()).toList();
    }

    boolean byStart() {
        return "start".equals(dayOf);
    }

    /** Names and values in turn, as the report takes them. */
    List<String> parameters() {
        List<String> all = new ArrayList<>(others);
        if (from != null) {
            all.addAll(List.of("from", from.toString()));
        }
        if (to != null) {
            all.addAll(List.of("to", to.toString()));
        }
        if (dayOf != null) {
            all.addAll(List.of("day_of", dayOf));
        }
        return all;
    }

    /** The day that a conversation counts for. */
    Function<Talk, LocalDate> dayIn(ZoneId zone) {
        return byStart() ? talk -> talk.startDay(zone) : talk -> talk.endDay(zone);
    }

    /** The conversations that are left, with days in UTC. */
    List<Talk> of(List<Talk> talks) {
        return of(talks, ZoneOffset.UTC);
    }

    /** The conversations that are left, with days in a zone. */
    List<Talk> of(List<Talk> talks, ZoneId zone) {
        Function<Talk, LocalDate> day = dayIn(zone);
        return talks.stream()
                .filter(Talk::current)
                .filter(selects)
                .filter(talk -> isInRange(day.apply(talk)))
                .toList();
    }

    private boolean isInRange(LocalDate day) {
        return (from == null || (day != null && !day.isBefore(from)))
                && (to == null || (day != null && !day.isAfter(to)));
    }
}
