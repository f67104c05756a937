package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every report with every filter and grouping over random conversations, against figures counted in Java. */
class ReportFiguresTest {
    private static final List<Talk> TALKS = RandomTalks.of(3_000, 20_240_507);
    private static final List<String> DEFAULT_IGNORED = List.of("Greeting", "Talk to a human/agent");
    private static final Map<Dialect, Database> DATABASES = new EnumMap<>(Dialect.class);

    /** Parameters, and which conversations they leave. */
    private record Filter(List<String> parameters, Predicate<Talk> selects) {
        Filter and(Filter other) {
            return new Filter(plus(parameters, other.parameters), selects.and(other.selects));
        }

        boolean byStart() {
            return parameters.contains("start");
        }
    }

    private static final List<Filter> FILTERS = List.of(
            new Filter(List.of(), talk -> true),
            range("2024-02-29", "2024-03-01", false),
            range("2024-02-29", "2024-03-01", true),
            range("2024-03-01", null, false),
            range(null, "2024-03-01", true),
            range("2031-01-01", "2031-01-31", false),
            new Filter(List.of("day_of", "start"), talk -> true),
            new Filter(List.of("bot", "b1"), talk -> talk.botId().equals("b1")),
            new Filter(
                    List.of("bot", RandomTalks.HOSTILE.get(0), "bot", "Bot b2true"),
                    talk -> talk.botId().equals(RandomTalks.HOSTILE.get(0)) || "Bot b2true".equals(talk.botName())),
            new Filter(List.of("bot", "nobody"), talk -> false),
            new Filter(List.of("channel", "chat"), talk -> "chat".equals(talk.channel())),
            new Filter(
                    List.of("language", "de", "language", RandomTalks.HOSTILE.get(1)),
                    talk -> "de".equals(talk.language())
                            || RandomTalks.HOSTILE.get(1).equals(talk.language())),
            new Filter(List.of("exclude_test", "true"), talk -> !Boolean.TRUE.equals(talk.testMode())),
            new Filter(List.of("min_bot_messages", "1"), talk -> talk.botMessages() != null && talk.botMessages() >= 1),
            new Filter(List.of("min_bot_messages", "0"), talk -> talk.botMessages() != null),
            range("2024-02-25", "2024-03-20", true)
                    .and(new Filter(List.of("channel", "ticket"), talk -> "ticket".equals(talk.channel())))
                    .and(new Filter(List.of("exclude_test", "true"), talk -> !Boolean.TRUE.equals(talk.testMode()))));

    private static Filter range(String from, String to, boolean byStart) {
        List<String> parameters = new ArrayList<>(List.of("day_of", byStart ? "start" : "end"));
        if (from != null) {
            parameters.addAll(List.of("from", from));
        }
        if (to != null) {
            parameters.addAll(List.of("to", to));
        }
        return new Filter(parameters, talk -> {
            LocalDate day = byStart ? talk.startDay() : talk.endDay();
            return day != null
                    && (from == null || !day.isBefore(LocalDate.parse(from)))
                    && (to == null || !day.isAfter(LocalDate.parse(to)));
        });
    }

    private static List<String> plus(List<String> parameters, List<String> more) {
        return Stream.concat(parameters.stream(), more.stream()).toList();
    }

    private static Database database(Dialect dialect) {
        return DATABASES.computeIfAbsent(dialect, missing -> {
            Database database = TestDatabases.migrated(dialect);
            Fixture.insert(database, TALKS);
            return database;
        });
    }

    @AfterAll
    static void closeDatabases() {
        DATABASES.values().forEach(Database::close);
    }

    private static List<Talk> selected(Filter filter) {
        return TALKS.stream().filter(Talk::current).filter(filter.selects()).toList();
    }

    private static void check(
            Dialect dialect, String report, List<String> parameters, String group, List<List<String>> rows) {
        List<String> header = new ArrayList<>();
        for (ReportColumn column : Reports.BUILT_IN.find(report).columns()) {
            if (!column.name().equals("by")) {
                header.add(column.name());
            } else if (group != null) {
                header.add(group);
            }
        }
        assertThat(Reports.csv(database(dialect), report, parameters.toArray(String[]::new)))
                .as(dialect + " " + report + " " + parameters)
                .isEqualTo(Reports.expectedCsv(header, rows));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void ultimateMetricsAreThoseOfTheArticle(Dialect dialect) {
        for (Filter filter : FILTERS) {
            check(
                    dialect,
                    "ultimate_metrics",
                    filter.parameters(),
                    null,
                    Expected.ultimateMetrics(selected(filter), null));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void ultimateMetricsAreGroupedByAnyOfTheGroups(Dialect dialect) {
        for (Filter filter : FILTERS) {
            for (String by : List.of("day", "week", "month", "bot", "channel", "language")) {
                Function<Talk, String> group = Expected.group(by, filter.byStart() ? Talk::startDay : Talk::endDay);
                check(
                        dialect,
                        "ultimate_metrics",
                        plus(filter.parameters(), List.of("by", by)),
                        by,
                        Expected.ultimateMetrics(selected(filter), group));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void firstAndLastIntentGoByPosition(Dialect dialect) {
        for (Filter filter : FILTERS) {
            check(
                    dialect,
                    "conversation_intents",
                    filter.parameters(),
                    null,
                    Expected.conversationIntents(selected(filter)));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void meaningfulIntentsGoByTimeThenPosition(Dialect dialect) {
        Map<List<String>, List<String>> ignored = Map.of(
                List.of(), DEFAULT_IGNORED,
                List.of("ignore_intent", ""), List.of(),
                List.of("ignore_intent", "Refund", "ignore_intent", RandomTalks.HOSTILE.get(0)),
                        Arrays.asList("Refund", RandomTalks.HOSTILE.get(0)));
        for (Filter filter : FILTERS) {
            ignored.forEach((parameters, names) -> {
                List<String> all = plus(filter.parameters(), parameters);
                check(dialect, "first_meaningful_intent", all, null, Expected.byIntent(selected(filter), names, true));
                check(dialect, "last_meaningful_intent", all, null, Expected.byIntent(selected(filter), names, false));
            });
        }
    }

    @Test
    void bytesAreTheSameFromBothDatabasesAndFromRunToRun() {
        for (String name : Reports.BUILT_IN.names()) {
            for (ReportFormat format : EnumSet.complementOf(EnumSet.of(ReportFormat.XLSX))) {
                Report report = Reports.BUILT_IN.find(name);
                ReportParameters all = ReportParameters.none();
                byte[] fromH2 = Reports.bytes(database(Dialect.H2), report, format, all);
                assertThat(Reports.bytes(database(Dialect.H2), report, format, all))
                        .isEqualTo(fromH2);
                assertThat(Reports.bytes(database(Dialect.POSTGRESQL), report, format, all))
                        .isEqualTo(fromH2);
            }
        }
    }

    @Test
    void theRandomConversationsHoldTheCasesThatMatter() {
        assertThat(TALKS).anyMatch(talk -> !talk.current());
        assertThat(TALKS)
                .anyMatch(talk -> talk.startDay() != null && !talk.startDay().equals(talk.endDay()));
        assertThat(TALKS).anyMatch(talk -> talk.endedAt() == null && talk.channel() == null);
        assertThat(Expected.ultimateMetrics(TALKS, talk -> talk.visitorMessages() == null ? "none" : "some"))
                .anyMatch(row -> row.get(row.size() - 1) == null);
    }
}
