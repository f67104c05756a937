package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HandlingTimeTest {
    private static final List<Talk> TALKS = RandomTalks.of(1_500, 9);

    @RegisterExtension
    static final FilledDatabases DATABASES = new FilledDatabases(TALKS);

    private static final List<String> IGNORED = List.of("Greeting", "Talk to a human/agent");

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void timesAreThoseOfAllThatAFilterLeaves(Dialect dialect) {
        for (Filter filter : Filter.ALL) {
            DATABASES.check(dialect, "handling_time", filter.parameters(), List.of(times(filter.of(TALKS))));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void timesAreGroupedByAnyOfTheGroups(Dialect dialect) {
        for (String zone : List.of("UTC", "Asia/Kathmandu")) {
            for (Filter filter : Filter.ALL) {
                for (String by : List.of("day", "week", "month", "bot", "channel", "language", "status", "intent")) {
                    List<List<String>> rows = new ArrayList<>();
                    Expected.groups(filter.of(TALKS, ZoneId.of(zone)).stream(), group(by, filter, zone))
                            .forEach((name, talks) -> rows.add(Expected.row(name, times(talks))));
                    List<String> parameters = List.of("by", by, "time_zone", zone);
                    DATABASES.check(dialect, "handling_time", Filter.plus(filter.parameters(), parameters), rows);
                }
            }
        }
    }

    /** The default that the load keeps, the same in another order, which it does not, and others. */
    @ParameterizedTest
    @EnumSource(Dialect.class)
    void timesAreGroupedByTheFirstIntentThatIsNotPassedOver(Dialect dialect) {
        for (List<String> ignored : List.of(IGNORED, List.of(IGNORED.get(1), IGNORED.get(0)), List.of("Refund"))) {
            List<String> parameters = new ArrayList<>(List.of("by", "intent"));
            ignored.forEach(name -> parameters.addAll(List.of("ignore_intent", name)));
            List<List<String>> rows = new ArrayList<>();
            Expected.groups(Filter.NONE.of(TALKS).stream(), talk -> Expected.meaningful(talk, ignored, true))
                    .forEach((name, talks) -> rows.add(Expected.row(name, times(talks))));
            DATABASES.check(dialect, "handling_time", Filter.plus(Filter.NONE.parameters(), parameters), rows);
        }
    }

    private static Function<Talk, String> group(String by, Filter filter, String zone) {
        return switch (by) {
            case "status" -> Talk::status;
            case "intent" -> talk -> Expected.meaningful(talk, IGNORED, true);
            default -> Expected.group(by, filter.dayIn(ZoneId.of(zone)));
        };
    }

    private static List<String> times(List<Talk> talks) {
        List<Duration> exact = talks.stream()
                .filter(talk -> talk.startedAt() != null
                        && talk.endedAt() != null
                        && !talk.endedAt().isBefore(talk.startedAt()))
                .map(talk -> Duration.between(talk.startedAt(), talk.endedAt()))
                .toList();
        List<Long> times = exact.stream()
                .map(time -> time.plusMillis(500).toSeconds())
                .sorted()
                .toList();
        int count = times.size();
        Duration sum = exact.stream().reduce(Duration.ZERO, Duration::plus);
        return Arrays.asList(
                "" + talks.size(),
                "" + count,
                count == 0 ? null : "" + times.get((count + 1) / 2 - 1),
                count == 0 ? null : "" + times.get((count * 9 + 9) / 10 - 1),
                count == 0 ? null : mean(sum, count),
                count == 0 ? null : "" + times.get(count - 1));
    }

    private static String mean(Duration sum, int count) {
        BigDecimal nanos = BigDecimal.valueOf(sum.toNanos());
        BigDecimal mean = nanos.divide(BigDecimal.valueOf(count).scaleByPowerOfTen(9), 1, RoundingMode.HALF_UP);
        return mean.signum() == 0
                ? "0"
                : new BigDecimal(mean.stripTrailingZeros().toPlainString()).toPlainString();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void thereIsNoTimeWithoutAStartOrBeforeIt(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insert(
                    database,
                    List.of(
                            Talk.PLAIN.id("c1").times("2026-03-29T00:30:00Z", "2026-03-29T01:30:00.499999Z"),
                            Talk.PLAIN.id("c2").times("2026-03-29T00:30:00Z", "2026-03-29T00:30:00.500000Z"),
                            Talk.PLAIN.id("c3").times("2026-03-29T00:30:00Z", "2026-03-29T00:29:59Z"),
                            Talk.PLAIN.id("c4").times("2026-03-29T00:30:00Z", null),
                            Talk.PLAIN
                                    .id("c5")
                                    .times(null, "2026-03-29T00:30:00Z")
                                    .place("ticket", "en")));
            // The hour over which the clocks go forward in Berlin took an hour.
            assertThat(rows(database, "time_zone", "Europe/Berlin")).containsExactly("5,2,1,3600,1800.5,3600");
            assertThat(rows(database, "by", "channel"))
                    .containsExactly("chat,4,2,1,3600,1800.5,3600", "ticket,1,0,,,,");
            assertThat(rows(database, "bot", "nobody")).containsExactly("0,0,,,,");
            assertThat(rows(database, "bot", "nobody", "by", "day")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void theMeanIsThatOfTheExactTimesAndRoundedOnce(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insert(
                    database,
                    List.of(
                            taking("c1", "0.4").place("seconds", "en"),
                            taking("c2", "0.4").place("seconds", "en"),
                            taking("c3", "1.3").place("seconds", "en"),
                            // A mean of 0.15 is a tie; a microsecond less is none.
                            taking("c4", "0.1").place("tie", "en"),
                            taking("c5", "0.2").place("tie", "en"),
                            taking("c6", "0.1").place("under", "en"),
                            taking("c7", "0.199999").place("under", "en")));
            assertThat(rows(database, "by", "channel"))
                    .containsExactly("seconds,3,3,0,1,0.7,1", "tie,2,2,0,0,0.2,0", "under,2,2,0,0,0.1,0");
        }
    }

    private static Talk taking(String id, String seconds) {
        String begin = "2024-05-07T10:00:0";
        return Talk.PLAIN.id(id).times(begin + "0Z", begin + seconds + "Z");
    }

    private static List<String> rows(Database database, String... parameters) {
        return Reports.csv(database, "handling_time", parameters)
                .lines()
                .skip(1)
                .toList();
    }
}
