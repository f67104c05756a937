package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DailyTrendTest {
    private static final List<Talk> TALKS = RandomTalks.of(1_500, 8);

    @RegisterExtension
    static final FilledDatabases DATABASES = new FilledDatabases(TALKS);

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void everyDayOfTheRangeIsThereUnderEveryFilter(Dialect dialect) {
        for (String zone : List.of("UTC", "Europe/Berlin", "Asia/Kathmandu")) {
            for (Filter filter : Filter.ALL) {
                List<String> parameters = Filter.plus(filter.parameters(), List.of("time_zone", zone));
                DATABASES.check(dialect, "daily_trend", parameters, rows(filter, ZoneId.of(zone), null));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void eachSeriesHasEveryDay(Dialect dialect) {
        Map<String, Function<Talk, String>> series =
                Map.of("bot", Talk::botId, "channel", Talk::channel, "language", Talk::language);
        for (Filter filter : Filter.ALL) {
            series.forEach((by, name) -> DATABASES.check(
                    dialect,
                    "daily_trend",
                    Filter.plus(filter.parameters(), List.of("by", by)),
                    rows(filter, ZoneId.of("UTC"), name)));
        }
    }

    private static List<List<String>> rows(Filter filter, ZoneId zone, Function<Talk, String> series) {
        List<Talk> kept = filter.of(TALKS, zone);
        Function<Talk, LocalDate> day = filter.dayIn(zone);
        List<LocalDate> days =
                kept.stream().map(day).filter(Objects::nonNull).sorted().toList();
        LocalDate first = filter.from() == null && !days.isEmpty() ? days.get(0) : filter.from();
        LocalDate last = filter.to() == null && !days.isEmpty() ? days.get(days.size() - 1) : filter.to();
        SortedMap<String, List<Talk>> groups = Expected.groups(kept.stream(), series == null ? talk -> null : series);
        if (series == null && filter.from() != null && filter.to() != null) {
            groups.putIfAbsent(null, List.of());
        }
        Comparator<LocalDate> nullLast = Comparator.nullsLast(Comparator.naturalOrder());
        TreeMap<LocalDate, List<List<String>>> byDay = new TreeMap<>(nullLast);
        groups.forEach((group, talks) -> {
            int[] week = new int[7];
            for (LocalDate date = first; date != null && !date.isAfter(last); date = date.plusDays(1)) {
                LocalDate each = date;
                List<Talk> ofDay = talks.stream()
                        .filter(talk -> each.equals(day.apply(talk)))
                        .toList();
                week[(int) (date.toEpochDay() % 7)] = ofDay.size();
                String mean = date.isBefore(first.plusDays(6))
                        ? null
                        : mean(Arrays.stream(week).sum());
                put(byDay, date, series == null, group, ofDay, mean);
            }
            List<Talk> dayless =
                    talks.stream().filter(talk -> day.apply(talk) == null).toList();
            if (!dayless.isEmpty()) {
                put(byDay, null, series == null, group, dayless, null);
            }
        });
        return byDay.values().stream().flatMap(List::stream).toList();
    }

    private static void put(
            Map<LocalDate, List<List<String>>> byDay,
            LocalDate date,
            boolean oneSeries,
            String group,
            List<Talk> talks,
            String mean) {
        List<String> row = new ArrayList<>();
        row.add(date == null ? null : date.toString());
        if (!oneSeries) {
            row.add(group);
        }
        row.add("" + talks.size());
        row.add(mean);
        Expected.addCount(row, talks, Expected::isBotHandled);
        Expected.addCount(row, talks, Expected::isEscalated);
        Expected.addCount(row, talks, talk -> "failedEscalation".equals(talk.status()));
        Expected.addCount(row, talks, Expected::isAutomated);
        byDay.computeIfAbsent(date, key -> new ArrayList<>()).add(row);
    }

    private static String mean(int sum) {
        BigDecimal mean = BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(7), 2, RoundingMode.HALF_UP);
        return mean.signum() == 0 ? "0" : mean.stripTrailingZeros().toPlainString();
    }

    /** In Berlin the 29th of March 2026 has 23 hours and the 26th of October 2025 has 25. */
    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aDayOnWhichTheClocksChangeIsOneDay(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insert(
                    database,
                    List.of(
                            Talk.PLAIN.id("c1").times("2025-10-25T21:59:59.999999Z", null),
                            Talk.PLAIN.id("c2").times("2025-10-25T22:00:00Z", null),
                            Talk.PLAIN.id("c3").times("2025-10-26T22:59:59.999999Z", null),
                            Talk.PLAIN.id("c4").times("2026-03-28T23:00:00Z", null),
                            Talk.PLAIN
                                    .id("c5")
                                    .times("2026-03-29T21:59:59.999999Z", null)
                                    .ended("odd", "odd"),
                            Talk.PLAIN.id("c6").times("2026-03-29T22:00:00Z", null)));
            assertThat(trend(database, "2025-10-26", "2025-10-27"))
                    .containsExactly(
                            "2025-10-26,2,,2,1.000000,0,0.000000,0,0.000000,2,1.000000", "2025-10-27,0,,0,,0,,0,,0,");
            assertThat(trend(database, "2026-03-28", "2026-03-29"))
                    .containsExactly(
                            "2026-03-28,0,,0,,0,,0,,0,", "2026-03-29,2,,1,0.500000,0,0.000000,0,0.000000,1,0.500000");
        }
    }

    private static List<String> trend(Database database, String from, String to) {
        return Reports.csv(
                        database,
                        "daily_trend",
                        "day_of",
                        "start",
                        "time_zone",
                        "Europe/Berlin",
                        "from",
                        from,
                        "to",
                        to)
                .lines()
                .skip(1)
                .toList();
    }
}
