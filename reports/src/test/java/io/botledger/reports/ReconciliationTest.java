package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReconciliationTest {
    private static final List<Talk> TALKS = RandomTalks.of(1_500, 10);

    @RegisterExtension
    static final FilledDatabases DATABASES = new FilledDatabases(TALKS);

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void countsByStartDayUnderEveryFilter(Dialect dialect) {
        for (Filter any : Filter.ALL) {
            List<String> parameters = any.by(null).parameters();
            Filter filter = any.by("start");
            DATABASES.check(dialect, "reconciliation", parameters, List.of(counts(filter.of(TALKS))));
            for (String by : List.of("day", "week", "month", "bot", "channel", "language")) {
                for (String zone : List.of("UTC", "Europe/Berlin")) {
                    List<List<String>> rows = new ArrayList<>();
                    ZoneId id = ZoneId.of(zone);
                    Expected.groups(filter.of(TALKS, id).stream(), Expected.group(by, filter.dayIn(id)))
                            .forEach((name, talks) -> rows.add(Expected.row(name, counts(talks))));
                    List<String> more = List.of("by", by, "time_zone", zone);
                    DATABASES.check(dialect, "reconciliation", Filter.plus(parameters, more), rows);
                }
            }
        }
    }

    private static List<String> counts(List<Talk> talks) {
        List<Talk> inSummary = talks.stream()
                .filter(talk -> talk.botMessages() != null && talk.botMessages() > 0)
                .toList();
        List<String> row = new ArrayList<>();
        row.add("" + talks.size());
        row.add("" + inSummary.size());
        row.add(Expected.rate(inSummary.size(), talks.size()));
        row.add(""
                + talks.stream()
                        .filter(talk -> Integer.valueOf(0).equals(talk.botMessages()))
                        .count());
        row.add("" + talks.stream().filter(talk -> talk.botMessages() == null).count());
        Expected.addCount(row, inSummary, Expected::isBotHandled);
        row.add(""
                + inSummary.stream()
                        .filter(talk -> Boolean.TRUE.equals(talk.testMode()))
                        .count());
        return row;
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void whatTheBotSummaryLeavesOutStandsBeside(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insert(
                    database,
                    List.of(
                            Talk.PLAIN.id("c1").times("2026-03-28T23:30:00Z", "2026-03-29T23:30:00Z"),
                            Talk.PLAIN
                                    .id("c2")
                                    .times("2026-03-29T21:59:00Z", null)
                                    .ended("odd", null),
                            Talk.PLAIN
                                    .id("c3")
                                    .times("2026-03-29T21:59:00Z", null)
                                    .botMessages(0),
                            Talk.PLAIN
                                    .id("c4")
                                    .times("2026-03-29T22:00:00Z", null)
                                    .botMessages(null)));
            assertThat(rows(database, "by", "day", "time_zone", "Europe/Berlin"))
                    .containsExactly("2026-03-29,3,2,0.666667,1,0,1,0.500000,0", "2026-03-30,1,0,0.000000,0,1,0,,0");
            assertThat(rows(database, "from", "2031-01-01")).containsExactly("0,0,,0,0,0,,0");
            // The totals that the filter of all reports gives.
            assertThat(Reports.csv(database, "ultimate_metrics", "day_of", "start", "min_bot_messages", "1"))
                    .contains("\r\n2,1,0.500000,");
        }
    }

    private static List<String> rows(Database database, String... parameters) {
        return Reports.csv(database, "reconciliation", parameters)
                .lines()
                .skip(1)
                .toList();
    }
}
