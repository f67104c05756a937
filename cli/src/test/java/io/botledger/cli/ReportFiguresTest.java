package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.botledger.db.Dialect;
import io.botledger.model.Conversation;
import io.botledger.model.SessionParam;
import io.botledger.sample.SampleExports;
import io.botledger.sample.SampleSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports over loaded files, against figures that other code computes from the conversations in the files. */
class ReportFiguresTest {
    private static final SampleExports EXPORTS = new SampleExports(SampleSettings.builder()
            .conversations(1_500)
            .days(12)
            .firstDay(LocalDate.of(2026, 1, 26))
            .build());
    private static final List<Conversation> CONVERSATIONS =
            EXPORTS.conversations().toList();
    private static final Set<String> PASSED_OVER = Set.of("Greeting", "Talk to a human/agent");
    private static final Map<Dialect, Cli> LOADED = new EnumMap<>(Dialect.class);

    @TempDir
    private Path folder;

    @BeforeAll
    static void load(@TempDir Path exports) {
        EXPORTS.writeTo(exports, written -> {});
        for (Dialect dialect : Dialect.values()) {
            Cli cli = Cli.empty(dialect);
            assertThat(cli.run("load", exports).exitStatus()).isZero();
            LOADED.put(dialect, cli);
        }
    }

    static List<Filter> filters() {
        Filter none = Filter.NONE;
        return List.of(
                none,
                none.from("2026-01-31"),
                none.to("2026-01-28"),
                none.from("2026-01-28").to("2026-02-03"),
                none.byStart().from("2026-01-28").to("2026-02-03"),
                none.and(c -> c.botId().equals("60b8d295e13c7a0012f4ab9e"), "--bot", "60b8d295e13c7a0012f4ab9e"),
                none.and(c -> c.botName().equals("Müller Hilfe"), "--bot", "Müller Hilfe"),
                none.and(
                        c -> c.botName().equals("ご案内ボット") || c.botId().equals("5f3c9a1be4b0d7a2c8e61f04"),
                        "--bot",
                        "ご案内ボット",
                        "--bot",
                        "5f3c9a1be4b0d7a2c8e61f04"),
                none.and(c -> "ticket".equals(c.channel()), "--channel", "ticket"),
                none.and(c -> Set.of("de", "tr").contains("" + c.language()), "--language", "de", "--language", "tr"),
                none.and(c -> !Boolean.TRUE.equals(c.testMode()), "--exclude-test"),
                none.and(c -> atLeast(c.messageCounts().bot(), 4), "--min-bot-messages", "4"),
                none.and(c -> "no such".equals(c.channel()), "--channel", "no such"),
                none.byStart()
                        .from("2026-01-27")
                        .and(c -> !Boolean.TRUE.equals(c.testMode()), "--exclude-test")
                        .and(c -> atLeast(c.messageCounts().bot(), 1), "--min-bot-messages", "1")
                        .and(c -> "chat".equals(c.channel()), "--channel", "chat"));
    }

    private static boolean atLeast(Integer count, int least) {
        return count != null && count >= least;
    }

    private static List<Conversation> kept(Filter filter) {
        return CONVERSATIONS.stream().filter(filter.keeps()).toList();
    }

    @ParameterizedTest
    @MethodSource("filters")
    void everyReportIsRightUnderEveryFilter(Filter filter) {
        List<Conversation> kept = kept(filter);
        Map<String, Figures> expected = new TreeMap<>();
        expected.put("ultimate_metrics", Figures.metrics(kept));
        expected.put("conversation_intents", Figures.intents(kept));
        expected.put("first_meaningful_intent", Figures.meaningful(kept, true, PASSED_OVER));
        expected.put("last_meaningful_intent", Figures.meaningful(kept, false, PASSED_OVER));
        assertReports(expected, filter.options());
    }

    @ParameterizedTest
    @ValueSource(strings = {"day", "week", "month", "bot", "channel", "language"})
    void metricsAreRightForEveryGroup(String by) {
        Filter notTests = Filter.NONE.and(c -> !Boolean.TRUE.equals(c.testMode()), "--exclude-test");
        for (Filter filter : List.of(Filter.NONE, notTests.byStart().from("2026-01-27"))) {
            List<String> options = new ArrayList<>(filter.options());
            options.addAll(List.of("--by", by));
            assertReports(Map.of("ultimate_metrics", Figures.metrics(kept(filter), by, filter)), options);
        }
    }

    @Test
    void ignoredIntentsReplaceTheReportsOwn() {
        List<String> busiest = Figures.meaningful(CONVERSATIONS, true, PASSED_OVER).rows().stream()
                .limit(2)
                .map(row -> row.get(0))
                .toList();
        List<String> two = List.of("--ignore-intent", busiest.get(0), "--ignore-intent", busiest.get(1));
        List<String> none = List.of("--ignore-intent", "");
        for (boolean first : List.of(true, false)) {
            String report = first ? "first_meaningful_intent" : "last_meaningful_intent";
            assertReports(Map.of(report, Figures.meaningful(CONVERSATIONS, first, Set.copyOf(busiest))), two);
            assertReports(Map.of(report, Figures.meaningful(CONVERSATIONS, first, Set.of())), none);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void valuesOfASessionParameterAreChosenByOptions(Dialect dialect) {
        List<String> values = CONVERSATIONS.stream()
                .flatMap(c -> c.sessionParams().stream())
                .filter(param -> param.name().equals("bsat_score"))
                .map(SessionParam::value)
                .toList();
        String shown = LOADED.get(dialect)
                .run("report", "session_param_values", "--session-param", "bsat_score", "--top", "2", "--format", "csv")
                .out();
        assertThat(shown.lines().skip(1))
                .hasSize(2)
                .allMatch(line -> line.startsWith("bsat_score," + values.size() + ","));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void daysAreThoseOfTheTimeZoneOption(Dialect dialect) {
        ZoneId zone = ZoneId.of("Asia/Kathmandu");
        String day = "2026-01-30";
        long started = CONVERSATIONS.stream()
                .filter(c -> c.startedAt() != null
                        && LocalDate.ofInstant(c.startedAt(), zone).toString().equals(day))
                .count();
        List<String> options = List.of("--day-of", "start", "--from", day, "--to", day, "--time-zone", zone.getId());
        List<String> arguments = new ArrayList<>(List.of("report", "daily_trend", "--format", "csv"));
        arguments.addAll(options);
        assertThat(LOADED.get(dialect).run(arguments.toArray()).out()).contains("\r\n" + day + "," + started + ",");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void figuresGoToStandardOutput(Dialect dialect) {
        Cli.Result csv = LOADED.get(dialect).run("report", "ultimate_metrics", "--format", "csv");
        assertThat(csv.out()).isEqualTo(Figures.metrics(CONVERSATIONS).csv());
        Cli.Result json = LOADED.get(dialect).run("report", "ultimate_metrics", "--format", "json");
        assertThat(figures(Figures.metrics(CONVERSATIONS).columns(), json.out()))
                .isEqualTo(Figures.metrics(CONVERSATIONS));
    }

    /** The warning of the bot that reports no message as not understood, from those of its conversations that are counted. */
    private static String doubtful(Predicate<Conversation> isCounted) {
        List<Conversation> silent = CONVERSATIONS.stream()
                .filter(isCounted)
                .filter(conversation -> conversation.botName().equals("ご案内ボット"))
                .filter(conversation -> atLeast(conversation.messageCounts().notUnderstood(), 0))
                .toList();
        return "botledger: warning: ultimate_metrics: not_understood_messages_count is 0 in all " + silent.size()
                + " conversations of ご案内ボット (" + silent.get(0).botId() + ") that have it, yet in "
                + silent.stream()
                        .filter(c -> atLeast(c.knowledgeCounts().notUnderstood(), 1))
                        .count()
                + " of their conversations an answer from knowledge did not understand the visitor; the export may not"
                + " fill it in, and messages_understood_rate says nothing of this bot";
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void warningsGoBesideTheFigures(Dialect dialect) {
        String doubtful = doubtful(conversation -> true);
        String incomplete =
                "botledger: warning: ultimate_metrics: of 12 days, 1 is not wholly loaded (3 of 3 bots: 2026-02-06): the"
                        + " figures lack conversations of this day; load the files of 2026-02-07 (botledger report coverage"
                        + " tells what is missing) and run this again";
        Cli cli = LOADED.get(dialect);
        assertThat(cli.run("report", "ultimate_metrics").errLines()).containsExactly(doubtful);
        assertThat(cli.run("report", "ultimate_metrics", "--bot", "Müller Hilfe")
                        .err())
                .isEmpty();
        assertThat(cli.run("report", "ultimate_metrics", "--bot", "ご案内ボット").errLines())
                .containsExactly(doubtful);
        assertThat(cli.run("report", "ultimate_metrics", "--day-of", "start", "--to", "2026-02-06")
                        .errLines())
                .containsExactly(
                        incomplete,
                        doubtful(conversation -> conversation.startedAt() != null
                                && conversation.startedAt().isBefore(Instant.parse("2026-02-07T00:00:00Z"))));
    }

    /** Each database, each format, and one of them twice. */
    private void assertReports(Map<String, Figures> expected, List<String> options) {
        Map<String, String> csv = outputs(Dialect.H2, expected.keySet(), options, "csv");
        Map<String, String> json = outputs(Dialect.H2, expected.keySet(), options, "json");
        expected.forEach((name, figures) -> {
            assertThat(csv.get(name)).as(name).isEqualTo(figures.csv());
            assertThat(figures(figures.columns(), json.get(name))).as(name).isEqualTo(figures);
        });
        assertThat(outputs(Dialect.POSTGRESQL, expected.keySet(), options, "csv"))
                .isEqualTo(csv);
        assertThat(outputs(Dialect.POSTGRESQL, expected.keySet(), options, "csv"))
                .isEqualTo(csv);
        assertThat(outputs(Dialect.POSTGRESQL, expected.keySet(), options, "json"))
                .isEqualTo(json);
    }

    private Map<String, String> outputs(Dialect dialect, Set<String> names, List<String> options, String format) {
        List<Object> arguments = new ArrayList<>(names);
        arguments.add(0, "report");
        arguments.addAll(List.of("--format", format, "--out", folder.resolve("{name}")));
        arguments.addAll(options);
        Cli.Result result = LOADED.get(dialect).run(arguments.toArray());
        assertThat(result.exitStatus()).as(result.err()).isZero();
        assertThat(result.out()).isEmpty();
        Map<String, String> outputs = new TreeMap<>();
        for (String name : names) {
            outputs.put(name, read(folder.resolve(name)));
        }
        return outputs;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Figures figures(List<String> columns, String json) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode row : new Cli.Result(0, json, "").json()) {
            List<String> names = new ArrayList<>();
            row.fieldNames().forEachRemaining(names::add);
            assertThat(names).isEqualTo(columns);
            rows.add(texts(row));
        }
        return new Figures(columns, rows);
    }

    private static List<String> texts(JsonNode row) {
        List<String> texts = new ArrayList<>();
        row.forEach(value -> texts.add(text(value)));
        return texts;
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return value.isNumber() ? value.decimalValue().toPlainString() : value.textValue();
    }
}
