package io.botledger.reports;

import java.sql.ResultSet;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Looks whether the days that a report counts are loaded, for the bots that it is asked for. It reads the books alone, and
 * not the report {@code coverage}, which takes many times as long.
 */
final class DaysCheck {
    private static final Report FILES = ReportCatalogue.readBuiltIn("bot_files");

    private static final String BOTS_SINCE = """
            select distinct b.bot_id
            from botledger.load_spans s
            join botledger.etl_loads l on l.load_key = s.load_key
            join botledger.bots b on b.bot_key = l.bot_key
            where case when cast(:by_start as boolean) then s.last_started_at else s.last_ended_at end >= :begins
            """;

    private final Handle handle;
    private final BoundParameters bound;
    private final FileDays fileDays;
    private final Map<String, BotDays> bots;

    private DaysCheck(Handle handle, BoundParameters bound, Map<String, BotDays> bots) {
        this.handle = handle;
        this.bound = bound;
        this.fileDays = FileDays.of(bound);
        this.bots = bots;
    }

    /**
     * What a report is to be warned of; empty if all of its days are loaded, or no bot is known.
     *
     * @param given what the report was given
     * @param bound the same, as it takes it
     */
    static Optional<String> warning(Handle handle, TimeLimit limit, ReportParameters given, BoundParameters bound) {
        limit.beforeQuery(handle);
        return new DaysCheck(handle, bound, bots(handle, given)).unloaded().flatMap(UnloadedDays::warning);
    }

    private static Map<String, BotDays> bots(Handle handle, ReportParameters given) {
        BoundParameters asked = given.takenBy(FILES).bind(FILES);
        return ReportRunner.query(handle, FILES.sql(), asked)
                .setFetchSize(ReportRunner.ALL_AT_ONCE)
                .scanResultSet((result, context) -> {
                    Map<String, BotDays> bots = new TreeMap<>();
                    ResultSet row = result.get();
                    while (row.next()) {
                        bots.computeIfAbsent(row.getString("bot_id"), key -> new BotDays())
                                .add(row.getObject("day", LocalDate.class), FileState.valueOf(row.getString("state")));
                    }
                    return bots;
                });
    }

    /** From the first day that is known; without a last one up to that of which there is anything. */
    private Optional<UnloadedDays> unloaded() {
        Optional<LocalDate> known = earliest(bots.values().stream().map(BotDays::first));
        Optional<LocalDate> first = latest(Stream.concat(known.stream(), bound.day("from").stream()));
        Optional<LocalDate> last = bound.day("to")
                .or(() -> lastFile().flatMap(file -> latest(Stream.concat(Stream.of(lastDay(file)), first.stream()))));
        return known.isEmpty() || last.isEmpty()
                ? Optional.empty()
                : Optional.of(UnloadedDays.of(bots.values(), first.get(), last.get(), fileDays));
    }

    private Optional<LocalDate> lastFile() {
        return latest(bots.values().stream().flatMap(bot -> bot.lastFile().stream()));
    }

    /** Where it is the next day already, that one counts if there is a conversation of it. */
    private LocalDate lastDay(LocalDate file) {
        LocalDate reached = fileDays.lastReached(file);
        return reached.isAfter(file) && !hasConversationSince(reached) ? file : reached;
    }

    private boolean hasConversationSince(LocalDate day) {
        return handle
                .createQuery(BOTS_SINCE)
                .bind("by_start", fileDays.byStart())
                .bind("begins", fileDays.begins(day).atOffset(ZoneOffset.UTC))
                .mapTo(String.class)
                .stream()
                .anyMatch(bots::containsKey);
    }

    private static Optional<LocalDate> earliest(Stream<LocalDate> days) {
        return days.min(Comparator.naturalOrder());
    }

    private static Optional<LocalDate> latest(Stream<LocalDate> days) {
        return days.max(Comparator.naturalOrder());
    }
}
