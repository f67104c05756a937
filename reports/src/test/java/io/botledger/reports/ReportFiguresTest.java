package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Dialect;
import io.botledger.model.IntentReply;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every report with every filter and grouping over random conversations, against figures counted in Java. */
class ReportFiguresTest {
    private static final List<Talk> TALKS = RandomTalks.of(3_000, 20_240_507);
    private static final List<String> DEFAULT_IGNORED = List.of("Greeting", "Talk to a human/agent");

    @RegisterExtension
    static final FilledDatabases DATABASES = new FilledDatabases(TALKS);

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void ultimateMetricsAreThoseOfTheArticle(Dialect dialect) {
        for (Filter filter : Filter.ALL) {
            DATABASES.check(
                    dialect, "ultimate_metrics", filter.parameters(), Expected.ultimateMetrics(filter.of(TALKS), null));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void ultimateMetricsAreGroupedByAnyOfTheGroups(Dialect dialect) {
        for (Filter filter : Filter.ALL) {
            for (String by : List.of("day", "week", "month", "bot", "channel", "language")) {
                Function<Talk, String> group = Expected.group(by, filter.dayIn(ZoneOffset.UTC));
                DATABASES.check(
                        dialect,
                        "ultimate_metrics",
                        Filter.plus(filter.parameters(), List.of("by", by)),
                        Expected.ultimateMetrics(filter.of(TALKS), group));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void firstAndLastIntentGoByPosition(Dialect dialect) {
        for (Filter filter : Filter.ALL) {
            DATABASES.check(
                    dialect,
                    "conversation_intents",
                    filter.parameters(),
                    Expected.conversationIntents(filter.of(TALKS)));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void meaningfulIntentsGoByTimeThenPosition(Dialect dialect) {
        Map<List<String>, List<String>> ignored = Map.of(
                List.of(),
                DEFAULT_IGNORED,
                // Not in the order of the default: so the intents that the load keeps are not asked.
                List.of("ignore_intent", "Talk to a human/agent", "ignore_intent", "Greeting"),
                DEFAULT_IGNORED,
                List.of("ignore_intent", ""),
                List.of(),
                List.of("ignore_intent", "Refund", "ignore_intent", RandomTalks.HOSTILE.get(0)),
                Arrays.asList("Refund", RandomTalks.HOSTILE.get(0)));
        ignored.forEach((parameters, names) -> {
            String[] more = parameters.toArray(String[]::new);
            new GroupedReport(
                            "first_meaningful_intent", DATABASES, TALKS, talks -> Expected.byIntent(talks, names, true))
                    .checkAll(dialect, Filter.ALL, more);
            new GroupedReport(
                            "last_meaningful_intent", DATABASES, TALKS, talks -> Expected.byIntent(talks, names, false))
                    .checkAll(dialect, Filter.ALL, more);
        });
    }

    @Test
    void theLoadKeepsIntentsByTheDefaultOfTheReports() {
        Stream<TakenParameters> reports = Reports.BUILT_IN.names().stream()
                .map(name -> Reports.BUILT_IN.find(name).takes());
        List<List<String>> defaults = Stream.concat(reports, Stream.of(Dashboard.takes()))
                .flatMap(taken -> taken.parameter("ignore_intent").stream())
                .map(ReportParameter::defaults)
                .toList();
        assertThat(defaults).hasSize(4).containsOnly(IntentReply.PASSED_OVER);
    }

    @Test
    void bytesAreTheSameFromBothDatabasesAndFromRunToRun() {
        for (String name : Reports.BUILT_IN.names()) {
            for (ReportFormat format : EnumSet.complementOf(EnumSet.of(ReportFormat.XLSX))) {
                Report report = Reports.BUILT_IN.find(name);
                ReportParameters all = ReportParameters.none();
                byte[] fromH2 = Reports.bytes(DATABASES.on(Dialect.H2), report, format, all);
                assertThat(Reports.bytes(DATABASES.on(Dialect.H2), report, format, all))
                        .isEqualTo(fromH2);
                assertThat(Reports.bytes(DATABASES.on(Dialect.POSTGRESQL), report, format, all))
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
