package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionParamValuesTest {
    private static final List<Talk> TALKS = RandomTalks.of(1_500, 13);

    @RegisterExtension
    static final FilledDatabases DATABASES = new FilledDatabases(TALKS);

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void usageHasNoValuesUnlessAParameterIsNamed(Dialect dialect) {
        new GroupedReport("session_param_values", DATABASES, TALKS, SessionParamValuesTest::usage)
                .checkAll(dialect, Filter.ALL);
    }

    private static List<List<String>> usage(List<Talk> talks) {
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : rows(talks, 1)) {
            rows.add(Arrays.asList(row.get(0), row.get(1), row.get(2), row.get(3), null, null, null, null));
        }
        return rows;
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void namedParametersHaveTheirTopValues(Dialect dialect) {
        List<String> names = List.of("bsat_score", RandomTalks.HOSTILE.get(3), "nobody's");
        List<String> named = names.stream()
                .flatMap(name -> List.of("session_param", name).stream())
                .toList();
        for (int top : new int[] {3, 10}) {
            List<String> parameters = Filter.plus(named, top == 10 ? List.of() : List.of("top", "" + top));
            new GroupedReport(
                            "session_param_values",
                            DATABASES,
                            TALKS,
                            talks -> rows(talks, top).stream()
                                    .filter(row -> names.contains(row.get(0)))
                                    .toList())
                    .checkAll(dialect, Filter.ALL, parameters.toArray(String[]::new));
        }
    }

    private static List<List<String>> rows(List<Talk> talks, int top) {
        Map<String, Map<String, Integer>> counts = new TreeMap<>(Expected.CODE_POINTS);
        for (Talk talk : talks) {
            talk.params()
                    .forEach((name, value) -> counts.computeIfAbsent(name, key -> new TreeMap<>(Expected.CODE_POINTS))
                            .merge(value, 1, Integer::sum));
        }
        List<List<String>> rows = new ArrayList<>();
        counts.forEach((name, values) -> {
            int total = values.values().stream().mapToInt(Integer::intValue).sum();
            List<Map.Entry<String, Integer>> most = values.entrySet().stream()
                    .sorted(Comparator.comparing((Map.Entry<String, Integer> entry) -> -entry.getValue()))
                    .limit(top)
                    .toList();
            for (int i = 0; i < most.size(); i++) {
                int count = most.get(i).getValue();
                rows.add(List.of(
                        name,
                        "" + total,
                        Expected.rate(total, talks.size()),
                        "" + values.size(),
                        "" + (i + 1),
                        most.get(i).getKey(),
                        "" + count,
                        Expected.rate(count, total)));
            }
        });
        rows.sort(Comparator.comparing(row -> -Integer.parseInt(row.get(1))));
        return rows;
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aParameterThatNobodySetsGivesNoRow(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insert(
                    database,
                    List.of(
                            Talk.PLAIN.id("c1").params(Map.of("order_id", "123.0", "use_case", "refund")),
                            Talk.PLAIN.id("c2").params(Map.of("order_id", "123.0")),
                            Talk.PLAIN.id("c3")));
            assertThat(rows(database)).containsExactly("order_id,2,0.666667,1,,,,", "use_case,1,0.333333,1,,,,");
            assertThat(rows(database, "session_param", "order_id"))
                    .containsExactly("order_id,2,0.666667,1,1,123.0,2,1.000000");
            assertThat(rows(database, "session_param", "bsat_score")).isEmpty();
            assertThat(rows(database, "from", "2031-01-01")).isEmpty();
        }
    }

    private static List<String> rows(Database database, String... parameters) {
        return Reports.csv(database, "session_param_values", parameters)
                .lines()
                .skip(1)
                .toList();
    }
}
