package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecontactTest {
    private static final List<Talk> TALKS = talks();

    @RegisterExtension
    static final FilledDatabases DATABASES = new FilledDatabases(TALKS);

    private static final Set<Dialect> WITH_LOADS = EnumSet.noneOf(Dialect.class);

    /** The last completed file of each bot; the others have none. */
    private static final Map<String, LocalDate> LAST_FILES = Map.of(
            "b1",
            LocalDate.parse("2024-04-20"),
            "b2",
            LocalDate.parse("2024-03-20"),
            RandomTalks.HOSTILE.get(0),
            LocalDate.parse("2024-03-31"));

    /** Some 120 customers, written in several ways; some start together. */
    private static List<Talk> talks() {
        List<Talk> talks = RandomTalks.of(1_500, 45);
        return IntStream.range(0, talks.size())
                .mapToObj(i -> {
                    int same = i % 50 == 1 ? i - 1 : i;
                    Talk talk = talks.get(same).id("c" + i);
                    return i % 13 == 0
                            ? talk
                            : talk.params(Map.of("customer_id", written(same), "guest", "g" + same % 40));
                })
                .toList();
    }

    private static String written(int number) {
        int customer = number / 50 * 4 + number * 7 % 4;
        return switch (number % 9) {
            case 2 -> customer + ".0";
            case 3 -> customer + ",0";
            case 4 -> customer + ".00";
            case 5 -> "0" + customer;
            case 6 -> customer + ".000";
            case 7 -> "";
            default -> "" + customer;
        };
    }

    /** The same by other means than the report's. */
    private static String customer(Talk talk, String param) {
        String value = talk.params().getOrDefault(param, "");
        for (String zeros : List.of(".00", ",00", ".0", ",0")) {
            String whole = value.endsWith(zeros) ? value.substring(0, value.length() - zeros.length()) : "";
            if (!whole.isEmpty() && whole.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return whole;
            }
        }
        return talk.startedAt() == null || value.isEmpty() ? null : value;
    }

    private static Database database(Dialect dialect) {
        Database database = DATABASES.on(dialect);
        if (WITH_LOADS.add(dialect)) {
            LAST_FILES.forEach((bot, day) -> {
                Fixture.insertLoad(database, bot, "2024-02-20", "completed");
                Fixture.insertLoad(database, bot, day.toString(), "completed");
                Fixture.insertLoad(database, bot, "2024-06-30", "failed");
            });
        }
        return database;
    }

    private static GroupedReport report(Filter filter, String param, int days) {
        Filter anyDay = new Filter(null, null, null, filter.others(), filter.selects());
        Map<String, List<Instant>> starts = new HashMap<>();
        for (Talk talk : anyDay.of(TALKS)) {
            if (customer(talk, param) != null && talk.startedAt() != null) {
                starts.computeIfAbsent(customer(talk, param), key -> new ArrayList<>())
                        .add(talk.startedAt());
            }
        }
        return new GroupedReport(
                "recontact", DATABASES, TALKS, talks -> List.of(figures(talks, param, Duration.ofDays(days), starts)));
    }

    private static List<String> figures(
            List<Talk> talks, String param, Duration within, Map<String, List<Instant>> starts) {
        List<Talk> known = talks.stream()
                .filter(talk -> talk.startedAt() != null && customer(talk, param) != null)
                .toList();
        List<Talk> followed =
                known.stream().filter(talk -> isFollowed(talk, within)).toList();
        List<Duration> waits = followed.stream()
                .map(talk -> untilNext(talk, starts.get(customer(talk, param))))
                .filter(Objects::nonNull)
                .filter(wait -> wait.compareTo(within) <= 0)
                .sorted()
                .toList();
        List<String> row = new ArrayList<>();
        for (int count : new int[] {talks.size(), known.size(), known.size() - followed.size(), followed.size()}) {
            row.add("" + count);
        }
        row.add("" + waits.size());
        row.add(Expected.rate(waits.size(), followed.size()));
        row.add(waits.isEmpty() ? null : hours(waits.get((waits.size() - 1) / 2)));
        return row;
    }

    private static boolean isFollowed(Talk talk, Duration within) {
        LocalDate last = LAST_FILES.get(talk.botId());
        LocalDate over = LocalDate.ofInstant(left(talk).plus(within), ZoneOffset.UTC);
        return last != null && !last.isBefore(over.plusDays(1));
    }

    private static Instant left(Talk talk) {
        boolean ends = talk.endedAt() != null && talk.endedAt().isAfter(talk.startedAt());
        return ends ? talk.endedAt() : talk.startedAt();
    }

    private static Duration untilNext(Talk talk, List<Instant> starts) {
        Duration next = starts.stream()
                .filter(start -> start.isAfter(talk.startedAt()))
                .min(Instant::compareTo)
                .map(start -> Duration.between(left(talk), start))
                .orElse(null);
        return next != null && next.isNegative() ? Duration.ZERO : next;
    }

    private static String hours(Duration wait) {
        BigDecimal micros = BigDecimal.valueOf(wait.toNanos() / 1_000);
        BigDecimal hours = micros.divide(BigDecimal.valueOf(3_600_000_000L), 2, RoundingMode.HALF_UP);
        return hours.signum() == 0 ? "0" : hours.stripTrailingZeros().toPlainString();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aCustomerIsFollowedBeyondTheRange(Dialect dialect) {
        database(dialect);
        for (Filter filter : Filter.ALL) {
            report(filter, "customer_id", 7).check(dialect, filter, ZoneOffset.UTC);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void parameterAndTimeCanBeGiven(Dialect dialect) {
        database(dialect);
        for (Filter filter : Filter.ALL.subList(0, 3)) {
            report(filter, "guest", 1)
                    .check(dialect, filter, ZoneOffset.UTC, "session_param", "guest", "within_days", "1");
            report(filter, "customer_id", 36_500).check(dialect, filter, ZoneOffset.UTC, "within_days", "36500");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void daysAreThoseOfTheZoneButATimeToComeBackHasHours(Dialect dialect) {
        database(dialect);
        Filter overTheChange = Filter.NONE.range("2024-03-05", "2024-03-31");
        for (String zone : List.of("Europe/Berlin", "America/New_York")) {
            report(overTheChange, "customer_id", 3).check(dialect, overTheChange, ZoneId.of(zone), "within_days", "3");
            Filter byStart = overTheChange.by("start");
            report(byStart, "customer_id", 3).check(dialect, byStart, ZoneId.of(zone), "within_days", "3");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void conversationsThatAreNotFollowedYetAreTold(Dialect dialect) {
        Talk talk = Talk.PLAIN.params(Map.of("customer_id", "7"));
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insert(
                    database,
                    List.of(
                            talk.id("c1").times("2024-05-07T10:00:00Z", "2024-05-07T23:59:59Z"),
                            talk.id("c2").times("2024-05-08T00:00:00Z", "2024-05-08T00:00:00Z"),
                            Talk.PLAIN.id("c3").times("2024-05-09T00:00:00Z", null)));
            Fixture.insertLoad(database, "b1", "2024-05-15", "completed");
            assertThat(Reports.csv(database, "recontact")).endsWith("\r\n3,2,1,1,1,1.000000,0\r\n");
            assertThat(Reports.warnings(database, "recontact"))
                    .containsExactly("1 conversations are left out of recontact_rate: what came after them is not all "
                            + "loaded yet; the last of them needs the files up to 2024-05-16");
            assertThat(Reports.warnings(database, "recontact", "to", "2024-05-07"))
                    .isEmpty();
            assertThat(Reports.warnings(database, "recontact", "within_days", "6"))
                    .isEmpty();
            assertThat(Reports.warnings(database, "recontact", "from", "2024-05-09", "to", "2024-05-09"))
                    .isEmpty();
            assertThat(Reports.warnings(database, "recontact", "session_param", "account"))
                    .containsExactly("no selected conversation has a session parameter \"account\"; name one that they "
                            + "have with --session-param");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aParameterThatSaysNothingIsNotAbsent(Dialect dialect) {
        Talk empty = Talk.PLAIN.params(Map.of("customer_id", ""));
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insert(
                    database,
                    List.of(
                            empty.id("c1").times("2024-05-07T10:00:00Z", "2024-05-07T11:00:00Z"),
                            Talk.PLAIN.id("c2").times("2024-05-08T10:00:00Z", "2024-05-08T11:00:00Z"),
                            empty.params(Map.of("customer_id", "7")).id("c3").times(null, "2024-05-09T11:00:00Z")));
            for (String day : List.of("2024-05-07", "2024-05-09")) {
                assertThat(Reports.csv(database, "recontact", "from", day, "to", day))
                        .endsWith("\r\n1,0,0,0,0,,\r\n");
                assertThat(Reports.warnings(database, "recontact", "from", day, "to", day))
                        .isEmpty();
            }
            assertThat(Reports.csv(database, "recontact", "from", "2024-05-08", "to", "2024-05-08"))
                    .endsWith("\r\n1,0,0,0,0,,\r\n");
            assertThat(Reports.warnings(database, "recontact", "from", "2024-05-08", "to", "2024-05-08"))
                    .containsExactly("no selected conversation has a session parameter \"customer_id\"; name one that "
                            + "they have with --session-param");
            assertThat(Reports.warnings(database, "recontact", "by", "day")).isEmpty();
        }
    }
}
