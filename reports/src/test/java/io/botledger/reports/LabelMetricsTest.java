package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LabelMetricsTest {
    private static final List<Talk> TALKS = RandomTalks.of(1_500, 11);

    @RegisterExtension
    static final FilledDatabases DATABASES = new FilledDatabases(TALKS);

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void eachLabelCountsOncePerConversationUnderEveryFilter(Dialect dialect) {
        new GroupedReport("label_metrics", DATABASES, TALKS, LabelMetricsTest::rows).checkAll(dialect, Filter.ALL);
    }

    private static List<List<String>> rows(List<Talk> talks) {
        Map<String, List<Talk>> byLabel = new TreeMap<>(Comparator.nullsLast(Expected.CODE_POINTS));
        for (Talk talk : talks) {
            if (talk.labels().isEmpty()) {
                byLabel.computeIfAbsent(null, key -> new ArrayList<>()).add(talk);
            }
            for (String label : new LinkedHashSet<>(talk.labels())) {
                byLabel.computeIfAbsent(label, key -> new ArrayList<>()).add(talk);
            }
        }
        List<List<String>> rows = new ArrayList<>();
        byLabel.forEach((label, with) -> {
            List<String> row = new ArrayList<>();
            row.add(label);
            Expected.addCount(row, with, talk -> true);
            row.set(2, Expected.rate(with.size(), talks.size()));
            Expected.addCount(row, with, Expected::isBotHandled);
            Expected.addCount(row, with, Expected::isEscalated);
            Expected.addCount(row, with, Expected::isAutomated);
            rows.add(row);
        });
        rows.sort(Comparator.comparing(row -> -Integer.parseInt(row.get(1))));
        return rows;
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aLabelThatIsGivenTwiceCountsOnce(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insert(
                    database,
                    List.of(
                            Talk.PLAIN.id("c1").labels("vip", "refund", "vip"),
                            Talk.PLAIN.id("c2").labels("refund").ended("odd", "odd"),
                            Talk.PLAIN.id("c3").ended("agent", null)));
            assertThat(Reports.csv(database, "label_metrics").lines().skip(1))
                    .containsExactly(
                            "refund,2,0.666667,1,0.500000,0,0.000000,1,0.500000",
                            "vip,1,0.333333,1,1.000000,0,0.000000,1,1.000000",
                            ",1,0.333333,0,0.000000,1,1.000000,0,0.000000");
            assertThat(Reports.csv(database, "label_metrics", "from", "2031-01-01")
                            .lines())
                    .hasSize(1);
        }
    }
}
