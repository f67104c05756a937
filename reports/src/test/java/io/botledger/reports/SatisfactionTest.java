package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SatisfactionTest {
    private static final Map<String, Integer> SCORES =
            Map.of("1", 1, "2", 2, "2.0", 2, "3", 3, "3,0", 3, "4", 4, "4.00", 4, "5", 5, "5.0", 5, "5,0", 5);
    private static final List<String> NO_SCORES = List.of("-1", "-1.0", "passed", "");
    private static final List<String> UNREADABLE = List.of(
            "0",
            "6",
            "10",
            "4.5",
            "-5",
            "5.000",
            "5.0\n",
            "5\n",
            "05",
            " 5",
            "5.0.0",
            ".0",
            "Passed",
            "\uFF15",
            "{\"a\":5}");
    private static final List<String> VALUES = values();
    private static final List<Talk> TALKS = talks();

    @RegisterExtension
    static final FilledDatabases DATABASES = new FilledDatabases(TALKS);

    private static List<String> values() {
        List<String> values = new ArrayList<>(SCORES.keySet().stream().sorted().toList());
        values.addAll(NO_SCORES);
        values.addAll(UNREADABLE);
        return values;
    }

    /** Most have a score in one parameter and another in a second one; some have none. */
    private static List<Talk> talks() {
        List<Talk> talks = RandomTalks.of(1_500, 44);
        return IntStream.range(0, talks.size())
                .mapToObj(i -> i % 11 == 0
                        ? talks.get(i).params(Map.of("other", "3"))
                        : talks.get(i).params(Map.of("bsat_score", value(i * 13), "stars's", value(i * 7))))
                .toList();
    }

    private static String value(int number) {
        return VALUES.get(number % VALUES.size());
    }

    private static GroupedReport report(String param, List<String> noScores, int topFrom) {
        return new GroupedReport(
                "satisfaction",
                DATABASES,
                TALKS,
                talks -> List.of(figures(talks, talk -> talk.params().get(param), noScores, topFrom)));
    }

    private static List<String> figures(
            List<Talk> talks, Function<Talk, String> value, List<String> noScores, int topFrom) {
        List<String> values =
                talks.stream().map(value).filter(text -> text != null).toList();
        List<Integer> scores =
                values.stream().filter(SCORES::containsKey).map(SCORES::get).toList();
        long none = count(values, noScores::contains);
        long top = count(scores, score -> score >= topFrom);
        List<String> row = new ArrayList<>();
        row.add("" + talks.size());
        row.add("" + values.size());
        row.add("" + scores.size());
        row.add(Expected.rate(scores.size(), values.size()));
        row.add(Expected.rate(scores.size(), talks.size()));
        row.add("" + none);
        row.add("" + (values.size() - scores.size() - none));
        String average = Expected.rate(scores.stream().mapToInt(score -> score).sum(), scores.size());
        row.add(
                average == null
                        ? null
                        : new BigDecimal(average).stripTrailingZeros().toPlainString());
        row.add("" + top);
        row.add(Expected.rate(top, scores.size()));
        for (int score = 1; score <= 5; score++) {
            int same = score;
            row.add("" + count(scores, other -> other == same));
        }
        return row;
    }

    private static <T> long count(List<T> list, Predicate<T> counts) {
        return list.stream().filter(counts).count();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void scoresAreReadHoweverTheyAreWritten(Dialect dialect) {
        report("bsat_score", NO_SCORES, 4).checkAll(dialect, Filter.ALL);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void parameterAndItsMeaningCanBeGiven(Dialect dialect) {
        List<Filter> filters = Filter.ALL.subList(0, 3);
        report("stars's", List.of("10", ""), 5)
                .checkAll(dialect, filters, "session_param", "stars's", "no_score", "10", "top_from", "5");
        report("bsat_score", List.of(""), 1).checkAll(dialect, filters, "no_score", "", "top_from", "1");
        report("nothing", List.of(), 4).checkAll(dialect, filters, "session_param", "nothing");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void daysAreThoseOfTheZone(Dialect dialect) {
        Filter toTheChange = Filter.NONE.range("2024-03-29", "2024-03-31");
        report("bsat_score", NO_SCORES, 4).check(dialect, toTheChange, ZoneId.of("Europe/Berlin"));
        report("bsat_score", NO_SCORES, 4).check(dialect, toTheChange.by("start"), ZoneId.of("America/New_York"));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void whatIsLeftOutIsTold(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insert(
                    database,
                    List.of(
                            Talk.PLAIN.id("c1").params(Map.of("bsat_score", "great")),
                            Talk.PLAIN.id("c2").params(Map.of("bsat_score", "great")),
                            Talk.PLAIN.id("c3").params(Map.of("bsat_score", "5")),
                            Talk.PLAIN.id("c4").place("ticket", "en")));
            assertThat(Reports.warnings(database, "satisfaction"))
                    .containsExactly("2 conversations have a bsat_score that is neither a score of 1 to 5 nor one of "
                            + "--no-score; they count as unreadable");
            assertThat(Reports.warnings(database, "satisfaction", "no_score", "great"))
                    .isEmpty();
            assertThat(Reports.warnings(database, "satisfaction", "channel", "ticket"))
                    .containsExactly(absent("bsat_score"));
            assertThat(Reports.warnings(database, "satisfaction", "session_param", "x"))
                    .containsExactly(absent("x"));
            assertThat(Reports.warnings(database, "satisfaction", "session_param", "x", "bot", "nobody"))
                    .containsExactly("no bot has the id or name \"nobody\"; there are Bot One, b1");
        }
    }

    private static String absent(String name) {
        return "no selected conversation has a session parameter \"" + name
                + "\"; name one that they have with --session-param";
    }
}
