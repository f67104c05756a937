package io.botledger.cli;

import io.botledger.model.Conversation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Options of a report, and what they mean for a conversation.
 *
 * @param options as on the command line
 * @param keeps whether a conversation counts
 * @param day the day that a conversation counts for; may return null
 */
record Filter(List<String> options, Predicate<Conversation> keeps, Function<Conversation, LocalDate> day) {
    static final Filter NONE = new Filter(List.of(), conversation -> true, Filter::endDay);

    static LocalDate endDay(Conversation conversation) {
        return dayOf(conversation.endedAt());
    }

    static LocalDate startDay(Conversation conversation) {
        return dayOf(conversation.startedAt());
    }

    private static LocalDate dayOf(Instant instant) {
        return instant == null ? null : LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Days count by the start. */
    Filter byStart() {
        return new Filter(with("--day-of", "start"), keeps, Filter::startDay);
    }

    Filter from(String first) {
        return and(c -> day.apply(c) != null && !day.apply(c).isBefore(LocalDate.parse(first)), "--from", first);
    }

    Filter to(String last) {
        return and(c -> day.apply(c) != null && !day.apply(c).isAfter(LocalDate.parse(last)), "--to", last);
    }

    Filter and(Predicate<Conversation> condition, String... moreOptions) {
        return new Filter(with(moreOptions), keeps.and(condition), day);
    }

    private List<String> with(String... moreOptions) {
        List<String> all = new ArrayList<>(options);
        all.addAll(Arrays.asList(moreOptions));
        return all;
    }

    @Override
    public String toString() {
        return options.isEmpty() ? "no options" : String.join(" ", options);
    }
}
