package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BusyHoursTest {
    private static final List<Talk> TALKS = RandomTalks.of(1_500, 7);

    @RegisterExtension
    static final FilledDatabases DATABASES = new FilledDatabases(TALKS);

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void allHoursOfTheWeekAreThereUnderEveryFilter(Dialect dialect) {
        for (String zone : List.of("UTC", "Europe/Berlin", "Asia/Kathmandu")) {
            for (Filter filter : Filter.ALL) {
                Filter byStart = filter.dayOf() == null ? filter.by("start") : filter;
                List<Talk> kept = byStart.of(TALKS, ZoneId.of(zone));
                List<String> parameters = Filter.plus(filter.parameters(), List.of("time_zone", zone));
                DATABASES.check(dialect, "busy_hours", parameters, hours(kept, time(byStart), ZoneId.of(zone)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void eachSeriesHasAllHoursOfTheWeek(Dialect dialect) {
        Map<String, Function<Talk, String>> series =
                Map.of("bot", Talk::botId, "channel", Talk::channel, "language", Talk::language);
        for (Filter filter :
                List.of(Filter.NONE.by("start"), Filter.ALL.get(1), Filter.NONE.range("2031-01-01", null))) {
            series.forEach((by, name) -> {
                List<List<String>> rows = new ArrayList<>();
                Expected.groups(
                                filter.of(TALKS).stream()
                                        .filter(talk -> time(filter).apply(talk) != null),
                                name)
                        .forEach((group, talks) -> hours(talks, time(filter), ZoneId.of("UTC"))
                                .forEach(row -> rows.add(Expected.row(group, row))));
                DATABASES.check(dialect, "busy_hours", Filter.plus(filter.parameters(), List.of("by", by)), rows);
            });
        }
    }

    private static Function<Talk, Instant> time(Filter filter) {
        return filter.byStart() ? Talk::startedAt : Talk::endedAt;
    }

    private static List<List<String>> hours(List<Talk> talks, Function<Talk, Instant> time, ZoneId zone) {
        int[][] counts = new int[168][3];
        int all = 0;
        for (Talk talk : talks) {
            if (time.apply(talk) != null) {
                LocalDateTime local = LocalDateTime.ofInstant(time.apply(talk), zone);
                int[] cell = counts[(local.getDayOfWeek().getValue() - 1) * 24 + local.getHour()];
                cell[0]++;
                cell[1] += Expected.isBotHandled(talk) ? 1 : 0;
                cell[2] += Expected.isEscalated(talk) ? 1 : 0;
                all++;
            }
        }
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 168; i++) {
            int[] cell = counts[i];
            rows.add(Arrays.asList(
                    "" + (i / 24 + 1),
                    "" + i % 24,
                    "" + cell[0],
                    Expected.rate(cell[0], all),
                    "" + cell[1],
                    Expected.rate(cell[1], cell[0]),
                    "" + cell[2],
                    Expected.rate(cell[2], cell[0])));
        }
        return rows;
    }

    /** Sundays on which the clocks of Berlin change: in spring there is no 02:30, in autumn there are two. */
    @ParameterizedTest
    @EnumSource(Dialect.class)
    void anHourThatComesTwiceHoldsBothAndOneThatIsLeftOutNone(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insert(
                    database,
                    List.of(
                            Talk.PLAIN.id("c1").times("2026-03-29T00:59:59Z", null),
                            Talk.PLAIN
                                    .id("c2")
                                    .times("2026-03-29T01:00:00Z", null)
                                    .ended("odd", null),
                            Talk.PLAIN.id("c3").times("2025-10-26T00:30:00Z", null),
                            Talk.PLAIN
                                    .id("c4")
                                    .times("2025-10-26T01:30:00Z", null)
                                    .ended("agent", null),
                            Talk.PLAIN
                                    .id("c5")
                                    .times("2025-10-26T22:59:59Z", null)
                                    .ended(null, null),
                            Talk.PLAIN.id("c6").times(null, null)));
            assertThat(nonEmpty(database, "Europe/Berlin"))
                    .containsExactly(
                            "7,1,1,0.200000,1,1.000000,0,0.000000",
                            "7,2,2,0.400000,1,0.500000,1,0.500000",
                            "7,3,1,0.200000,0,0.000000,0,0.000000",
                            "7,23,1,0.200000,0,0.000000,0,0.000000");
            // Half an hour ahead, so that the hours hold others, and the last is of Monday.
            assertThat(nonEmpty(database, "Asia/Kolkata"))
                    .containsExactly(
                            "1,4,1,0.200000,0,0.000000,0,0.000000",
                            "7,6,3,0.600000,2,0.666667,0,0.000000",
                            "7,7,1,0.200000,0,0.000000,1,1.000000");
        }
    }

    private static List<String> nonEmpty(Database database, String zone) {
        return Reports.csv(database, "busy_hours", "time_zone", zone)
                .lines()
                .skip(1)
                .filter(line -> !line.matches("\\d,\\d+,0,.*"))
                .toList();
    }
}
