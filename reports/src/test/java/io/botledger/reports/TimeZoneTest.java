package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Dialect;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Days of many zones, over conversations that lie at the edges of days and at changes of the clocks. */
class TimeZoneTest {
    /** Days on which something is odd, each with a zone. */
    private static final Map<String, List<String>> ODD_DAYS = Map.of(
            "Europe/Berlin", List.of("2026-03-29", "2025-10-26"),
            "America/New_York", List.of("2026-03-08", "2025-11-02"),
            // Never changes, and is no whole hour off.
            "Asia/Kathmandu", List.of("2026-01-01"),
            // No midnight on the one day, two on the other.
            "America/Havana", List.of("2026-03-08", "2025-11-02"),
            "Africa/Cairo", List.of("2025-04-25", "2025-10-31"),
            "Pacific/Chatham", List.of("2026-04-05", "2025-09-28"),
            // One minute of the day, then the last hour of the day before again.
            "America/St_Johns", List.of("2010-11-07"),
            // The 30th was left out.
            "Pacific/Apia", List.of("2011-12-29", "2011-12-30", "2011-12-31"),
            "Etc/GMT-14", List.of("2026-03-29"),
            "Etc/GMT+12", List.of("2026-03-29"));

    private static final List<Talk> TALKS = talks();

    @RegisterExtension
    static final FilledDatabases DATABASES = new FilledDatabases(TALKS);

    private static final Report LOCAL_TIMES = new ReportReader(ReportCatalogue::resource).read("local_times", """
                    -- @title Local times
                    -- @question When did the conversations start?
                    -- @column conversation_id text: The id.
                    -- @column local_day date: The day.
                    -- @column hour integer, hours: The hour.
                    -- @column weekday integer, days: The weekday.
                    -- @order conversation_id.
                    select
                      conversation_id,
                      ${local_date(started_at)} as local_day,
                      ${local_hour(started_at)} as "hour",
                      ${local_weekday(started_at)} as weekday
                    from botledger.current_conversations
                    order by conversation_id
                    """);

    private static List<Talk> talks() {
        TreeSet<Instant> instants = new TreeSet<>();
        ODD_DAYS.forEach((zone, days) -> {
            ZoneId id = ZoneId.of(zone);
            for (String day : days) {
                LocalDateTime midnight = LocalDate.parse(day).atStartOfDay();
                for (int hour : new int[] {-25, -1, 0, 1, 2, 3, 12, 23, 24, 25, 48}) {
                    Instant instant = midnight.plusHours(hour).atZone(id).toInstant();
                    instants.add(instant);
                    instants.add(instant.minusNanos(1_000));
                    instants.add(instant.plus(Duration.ofMinutes(30)));
                }
            }
        });
        List<Talk> talks = new ArrayList<>();
        List<Instant> times = List.copyOf(instants);
        for (int i = 0; i < times.size(); i++) {
            String id = "c%05d".formatted(i);
            String end = times.get((i * 7) % times.size()).toString();
            talks.add(Talk.PLAIN.id(id).times(times.get(i).toString(), end));
        }
        talks.add(Talk.PLAIN.id("c99999").times("2026-03-29T00:00:00Z", null));
        return talks;
    }

    private static void check(
            Dialect dialect, String report, List<String> header, List<List<String>> rows, String... p) {
        assertThat(Reports.csv(DATABASES.on(dialect), report, p))
                .as(dialect + " " + report + " " + List.of(p))
                .isEqualTo(Reports.expectedCsv(header, rows));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aDayHoldsTheInstantsThatTheZoneGivesIt(Dialect dialect) {
        List<String> header = List.of("bot_id", "conversation_id", "first_intent", "last_intent");
        ODD_DAYS.forEach((zone, days) -> {
            for (String dayOf : List.of("start", "end")) {
                Function<Talk, LocalDate> dayIn = day(dayOf, ZoneId.of(zone));
                for (String day : days) {
                    List<Talk> ofDay = TALKS.stream()
                            .filter(talk -> dayIn.apply(talk).equals(LocalDate.parse(day)))
                            .toList();
                    List<List<String>> rows = Expected.conversationIntents(ofDay);
                    String[] range = {"from", day, "to", day, "day_of", dayOf, "time_zone", zone};
                    check(dialect, "conversation_intents", header, rows, range);
                }
            }
        });
    }

    private static Function<Talk, LocalDate> day(String dayOf, ZoneId zone) {
        return dayOf.equals("start") ? talk -> talk.startDay(zone) : talk -> talk.endDay(zone);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void daysWeeksAndMonthsAreThoseOfTheZone(Dialect dialect) {
        for (String zone : ODD_DAYS.keySet()) {
            for (String by : List.of("day", "week", "month")) {
                for (String dayOf : List.of("start", "end")) {
                    List<List<String>> expected =
                            Expected.ultimateMetrics(TALKS, Expected.group(by, day(dayOf, ZoneId.of(zone))));
                    String csv = Reports.csv(
                            DATABASES.on(dialect), "ultimate_metrics", "by", by, "day_of", dayOf, "time_zone", zone);
                    List<String> header =
                            List.of(csv.lines().findFirst().orElseThrow().split(","));
                    assertThat(csv)
                            .as(dialect + " " + zone + " " + by + " " + dayOf)
                            .isEqualTo(Reports.expectedCsv(header, expected));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void hoursAndWeekdaysAreThoseOfTheZone(Dialect dialect) {
        for (String zone : ODD_DAYS.keySet()) {
            List<List<String>> rows = new ArrayList<>();
            for (Talk talk : TALKS) {
                LocalDateTime local = LocalDateTime.ofInstant(talk.startedAt(), ZoneId.of(zone));
                String hour = Integer.toString(local.getHour());
                String weekday = Integer.toString(local.getDayOfWeek().getValue());
                rows.add(List.of(talk.id(), local.toLocalDate().toString(), hour, weekday));
            }
            assertThat(Reports.text(
                            DATABASES.on(dialect), LOCAL_TIMES, ReportFormat.CSV, Reports.with("time_zone", zone)))
                    .as(dialect + " " + zone)
                    .isEqualTo(Reports.expectedCsv(List.of("conversation_id", "local_day", "hour", "weekday"), rows));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void theEarliestAndTheLatestDaysAreDaysToo(Dialect dialect) {
        for (String zone : List.of("UTC", "America/New_York", "Asia/Kathmandu")) {
            assertThat(Reports.csv(
                            DATABASES.on(dialect),
                            "ultimate_metrics",
                            "time_zone",
                            zone,
                            "from",
                            "0001-01-01",
                            "to",
                            "9999-12-31"))
                    .isEqualTo(Reports.csv(DATABASES.on(dialect), "ultimate_metrics"));
        }
    }

    @Test
    void theDaysOfTheTestHaveTheHoursThatTheyAreKnownFor() {
        assertThat(hours("Europe/Berlin", "2026-03-29")).isEqualTo(23);
        assertThat(hours("Europe/Berlin", "2025-10-26")).isEqualTo(25);
        assertThat(hours("America/Havana", "2025-11-02")).isEqualTo(25);
        assertThat(hours("Pacific/Apia", "2011-12-30")).isZero();
        LocalDate cairo = LocalDate.parse("2025-04-25");
        assertThat(cairo.atStartOfDay(ZoneId.of("Africa/Cairo")).getHour()).isEqualTo(1);
        // Both of one night: 23:30 of the 6th comes after 00:00 of the 7th.
        LocalDate night = LocalDate.parse("2010-11-07");
        assertThat(DayEdge.BEGINS.instant(night, ZoneId.of("America/St_Johns"))).isEqualTo("2010-11-07T02:30:00Z");
        assertThat(DayEdge.ENDS.instant(night.minusDays(1), ZoneId.of("America/St_Johns")))
                .isEqualTo("2010-11-07T03:30:00Z");
        assertThat(TALKS).anyMatch(talk -> talk.startedAt().equals(Instant.parse("2010-11-07T03:00:00Z")));
        assertThat(ZoneId.systemDefault()).isNotEqualTo(ZoneOffset.UTC);
    }

    private static long hours(String zone, String day) {
        ZoneId id = ZoneId.of(zone);
        LocalDate date = LocalDate.parse(day);
        return Duration.between(DayEdge.BEGINS.instant(date, id), DayEdge.ENDS.instant(date, id))
                .toHours();
    }
}
