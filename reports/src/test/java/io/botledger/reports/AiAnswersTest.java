package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AiAnswersTest {
    private static final List<Talk> TALKS = RandomTalks.of(1_500, 42);

    @RegisterExtension
    static final FilledDatabases DATABASES = new FilledDatabases(TALKS);

    private static final GroupedReport REPORT =
            new GroupedReport("ai_answers", DATABASES, TALKS, talks -> List.of(figures(talks)));
    private static final List<Function<Talk, Integer>> COUNTS = List.of(
            talk -> talk.answers().generated(),
            Talk::knowledgeNotUnderstood,
            talk -> talk.answers().errors(),
            talk -> talk.answers().escalations(),
            talk -> talk.answers().fallbacks());

    private static List<String> figures(List<Talk> talks) {
        List<String> row = new ArrayList<>();
        row.add(Integer.toString(talks.size()));
        addShare(row, talks, talk -> Boolean.TRUE.equals(talk.answers().byLanguageModel()), talks.size());
        addShare(row, talks, talk -> Boolean.TRUE.equals(talk.answers().attempted()), talks.size());
        long counted = talks.stream()
                .filter(talk -> counts(talk).anyMatch(Objects::nonNull))
                .count();
        row.add(Long.toString(counted));
        long outcomes = talks.stream()
                .flatMap(AiAnswersTest::counts)
                .filter(Objects::nonNull)
                .mapToLong(count -> count)
                .sum();
        row.add(counted == 0 ? null : Long.toString(outcomes));
        for (Function<Talk, Integer> count : COUNTS) {
            List<Integer> given =
                    talks.stream().map(count).filter(Objects::nonNull).toList();
            long sum = given.stream().mapToLong(number -> number).sum();
            row.add(given.isEmpty() ? null : Long.toString(sum));
            row.add(given.isEmpty() ? null : Expected.rate(sum, outcomes));
        }
        addShare(
                row,
                talks,
                talk -> talk.knowledgeNotUnderstood() != null && talk.knowledgeNotUnderstood() > 0,
                counted);
        return row;
    }

    private static Stream<Integer> counts(Talk talk) {
        return COUNTS.stream().map(count -> count.apply(talk));
    }

    private static void addShare(List<String> row, List<Talk> talks, Predicate<Talk> counts, long of) {
        long count = talks.stream().filter(counts).count();
        row.add(Long.toString(count));
        row.add(Expected.rate(count, of));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void countsAndRatesAreThoseOfTheConversations(Dialect dialect) {
        REPORT.checkAll(dialect, Filter.ALL);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void daysAreThoseOfTheZone(Dialect dialect) {
        // The first day lacks its hour from 2 to 3.
        Filter toTheChange = Filter.NONE.range("2024-03-29", "2024-03-31");
        REPORT.check(dialect, toTheChange, ZoneId.of("Europe/Berlin"));
        REPORT.check(dialect, toTheChange.by("start"), ZoneId.of("America/New_York"));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aCountThatIsMissingIsNoZero(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insert(
                    database,
                    List.of(
                            Talk.PLAIN.id("c1").messages(1, 0, null),
                            Talk.PLAIN.id("c2").messages(1, 0, null).answers(null, 0, null, null)));
            assertThat(Reports.csv(database, "ai_answers"))
                    .endsWith("\r\n2,1,0.500000,0,0.000000,1,0,,,,,0,,,,,,0,0.000000\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aCountThatIsAlwaysZeroIsDoubtful(Dialect dialect) {
        List<Talk> talks = new ArrayList<>(answering("b1", 5));
        talks.set(1, talks.get(1).place("email", "de").times("2024-05-07T10:00:00Z", "2024-05-08T10:00:00Z"));
        talks.add(Talk.PLAIN.id("no outcome").bot("b1", null).messages(3, 0, 0).answers(0, 0, 0, 0));
        talks.add(Talk.PLAIN
                .id("not counted")
                .bot("b1", null)
                .messages(3, 0, null)
                .answers(1, 0, 0, 0));
        talks.addAll(answering("few", 4));
        talks.addAll(answering("telling", 6));
        talks.add(Talk.PLAIN.id("told").bot("telling", null).messages(3, 0, 1).answers(0, 0, 0, 0));
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insert(database, talks);
            for (String by : List.of("day", "week", "bot", "channel", "language")) {
                assertThat(Reports.warnings(database, "ai_answers", "by", by))
                        .as(by)
                        .containsExactly(never(6, "1 of 3"));
            }
            assertThat(Reports.warnings(database, "ai_answers")).containsExactly(never(6, "1 of 3"));
            assertThat(Reports.warnings(database, "ai_answers", "bot", "b1")).containsExactly(never(6, "1 of 1"));
            assertThat(Reports.warnings(database, "ai_answers", "bot", "few")).isEmpty();
            assertThat(Reports.warnings(database, "ai_answers", "bot", "telling"))
                    .isEmpty();
            assertThat(Reports.warnings(database, "ai_answers", "bot", "nobody"))
                    .containsExactly("no bot has the id or name \"nobody\"; there are b1, few, telling");
        }
    }

    /** Conversations of a bot whose answers have outcomes, and none of them did not understand. */
    private static List<Talk> answering(String bot, int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        Talk.PLAIN.id(bot + i).bot(bot, null).messages(3, 0, 0).answers(i, 0, 0, i == 0 ? 1 : 0))
                .toList();
    }

    private static String never(int conversations, String bots) {
        return "not_understood is 0 in all " + conversations + " conversations that have it (" + bots
                + " bots), yet other outcomes are counted; the export may not fill it in, and not_understood_rate says"
                + " nothing then";
    }
}
