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
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntentFunnelTest {
    private static final List<Talk> TALKS = RandomTalks.of(1_500, 12);

    @RegisterExtension
    static final FilledDatabases DATABASES = new FilledDatabases(TALKS);

    /** What is counted of one intent. */
    private static final class Stage {
        final List<Talk> talks = new ArrayList<>();
        final TreeMap<String, Integer> next = new TreeMap<>(Expected.CODE_POINTS);
        int last;
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void intentsAreFollowedThroughTheConversationsUnderEveryFilter(Dialect dialect) {
        new GroupedReport("intent_funnel", DATABASES, TALKS, IntentFunnelTest::rows).checkAll(dialect, Filter.ALL);
    }

    private static List<List<String>> rows(List<Talk> talks) {
        Map<String, Stage> stages = new TreeMap<>(Expected.CODE_POINTS);
        for (Talk talk : talks) {
            List<String> names = talk.intents().stream()
                    .map(Talk.Intent::name)
                    .filter(Objects::nonNull)
                    .toList();
            for (String name : new LinkedHashSet<>(names)) {
                stages.computeIfAbsent(name, key -> new Stage()).talks.add(talk);
            }
            for (int i = 0; i + 1 < names.size(); i++) {
                stages.get(names.get(i)).next.merge(names.get(i + 1), 1, Integer::sum);
            }
            if (!names.isEmpty()) {
                stages.get(names.get(names.size() - 1)).last++;
            }
        }
        List<List<String>> rows = new ArrayList<>();
        stages.forEach((name, stage) -> rows.add(row(name, stage, talks.size())));
        rows.sort(Comparator.comparing(row -> -Integer.parseInt(row.get(1))));
        return rows;
    }

    private static List<String> row(String name, Stage stage, int all) {
        int count = stage.talks.size();
        List<String> row = new ArrayList<>(List.of(name, "" + count, Expected.rate(count, all)));
        Expected.addCount(row, stage.talks, Expected::isBotHandled);
        Expected.addCount(row, stage.talks, Expected::isEscalated);
        row.add("" + stage.last);
        row.add(Expected.rate(stage.last, count));
        String next = null;
        int followed = 0;
        for (Map.Entry<String, Integer> entry : stage.next.entrySet()) {
            followed += entry.getValue();
            if (next == null || entry.getValue() > stage.next.get(next)) {
                next = entry.getKey();
            }
        }
        row.add(next);
        row.add(next == null ? "0" : "" + stage.next.get(next));
        row.add(next == null ? null : Expected.rate(stage.next.get(next), followed));
        return row;
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void placesInTheListDecideAndNotTimes(Dialect dialect) {
        Talk.Intent greeting = Talk.Intent.of("Greeting", "2024-05-07T10:00:09Z");
        Talk.Intent refund = Talk.Intent.of("Refund", "2024-05-07T10:00:01Z");
        Talk.Intent unnamed = Talk.Intent.of(null, null);
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insert(
                    database,
                    List.of(
                            Talk.PLAIN.id("c1").intents(greeting, unnamed, refund, refund, greeting),
                            Talk.PLAIN.id("c2").intents(greeting).ended("odd", null),
                            Talk.PLAIN.id("c3").intents(unnamed).ended("agent", null),
                            Talk.PLAIN.id("c4")));
            assertThat(Reports.csv(database, "intent_funnel").lines().skip(1))
                    .containsExactly(
                            "Greeting,2,0.500000,1,0.500000,0,0.000000,2,1.000000,Refund,1,1.000000",
                            "Refund,1,0.250000,1,1.000000,0,0.000000,0,0.000000,Greeting,1,0.500000");
            assertThat(Reports.csv(database, "intent_funnel", "from", "2031-01-01")
                            .lines())
                    .hasSize(1);
        }
    }
}
