package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResolutionTiersTest {
    /** From 2026-03-22 to 2026-05-01: over a change of the clocks, and to the edge of May. */
    private static final List<Talk> TALKS = RandomTalks.of(1_500, 43).stream()
            .map(talk -> talk.later(Duration.ofDays(761).plusHours(20)))
            .toList();

    @RegisterExtension
    static final FilledDatabases DATABASES = new FilledDatabases(TALKS);

    private static final List<String> YES = List.of("true", "Yes");
    private static final List<String> NO = List.of("false", "NO");

    private static GroupedReport report(Function<Talk, LocalDate> day) {
        return new GroupedReport("resolution_tiers", DATABASES, TALKS, talks -> rows(talks, day));
    }

    private static List<List<String>> rows(List<Talk> talks, Function<Talk, LocalDate> day) {
        Map<String, List<Talk>> periods = new TreeMap<>(Comparator.nullsLast(Comparator.naturalOrder()));
        talks.forEach(talk -> periods.computeIfAbsent(period(day.apply(talk)), key -> new ArrayList<>())
                .add(talk));
        List<List<String>> rows = new ArrayList<>();
        periods.forEach((period, members) -> {
            Map<String, List<Talk>> tiers = new TreeMap<>(Comparator.nullsLast(Expected.CODE_POINTS));
            members.forEach(talk ->
                    tiers.computeIfAbsent(talk.tier(), key -> new ArrayList<>()).add(talk));
            tiers.entrySet().stream()
                    .sorted(Comparator.comparing((Map.Entry<String, List<Talk>> tier) ->
                            -tier.getValue().size()))
                    .forEach(tier -> rows.add(row(period, tier.getKey(), tier.getValue(), members.size())));
        });
        return rows;
    }

    private static String period(LocalDate day) {
        if (day == null) {
            return null;
        }
        boolean since = day.getYear() > 2026 || (day.getYear() == 2026 && day.getMonthValue() >= 5);
        return since ? "since 2026-05" : "before 2026-05";
    }

    private static List<String> row(String period, String tier, List<Talk> talks, int all) {
        List<String> row = new ArrayList<>(Arrays.asList(period, tier));
        row.add(Integer.toString(talks.size()));
        row.add(Integer.toString(all));
        row.add(Expected.rate(talks.size(), all));
        add(row, talks, YES::contains);
        add(row, talks, NO::contains);
        add(row, talks, verdict -> !YES.contains(verdict) && !NO.contains(verdict));
        return row;
    }

    private static void add(List<String> row, List<Talk> talks, Predicate<String> counts) {
        long count = talks.stream()
                .filter(talk -> counts.test(String.valueOf(talk.automatedResolution())))
                .count();
        row.add(Long.toString(count));
        row.add(Expected.rate(count, talks.size()));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void tiersAreCountedAsExportedOnEachSideOfTheBreak(Dialect dialect) {
        List<Filter> filters = new ArrayList<>(Filter.ALL);
        filters.add(Filter.NONE.range("2026-04-29", "2026-05-01"));
        filters.add(Filter.NONE.range("2026-04-30", null).by("start"));
        for (Filter filter : filters) {
            report(filter.dayIn(ZoneOffset.UTC)).checkAll(dialect, List.of(filter));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void mayBeginsWhereTheZoneSaysSo(Dialect dialect) {
        for (String id : List.of("Europe/Berlin", "America/New_York", "Pacific/Chatham")) {
            ZoneId zone = ZoneId.of(id);
            for (String dayOf : List.of("start", "end")) {
                Filter filter = Filter.NONE.range("2026-03-29", "2026-05-01").by(dayOf);
                report(filter.dayIn(zone)).check(dialect, filter, zone);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aRangeOverTheBreakIsWarnedOf(Dialect dialect) {
        Talk april = Talk.PLAIN.verdict("true", "verified");
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insert(
                    database,
                    List.of(
                            april.id("c1").times("2026-04-30T10:00:00Z", "2026-04-30T22:30:00Z"),
                            april.id("c2").times("2026-04-30T10:00:00Z", "2026-04-30T21:30:00Z"),
                            april.id("c3").times("2026-05-01T10:00:00Z", "2026-05-01T10:30:00Z")));
            assertThat(Reports.warnings(database, "resolution_tiers")).containsExactly(spans(2, 1));
            assertThat(Reports.warnings(database, "resolution_tiers", "time_zone", "Europe/Berlin"))
                    .containsExactly(spans(1, 2));
            assertThat(Reports.warnings(database, "resolution_tiers", "from", "2026-05-01"))
                    .isEmpty();
            assertThat(Reports.warnings(database, "resolution_tiers", "to", "2026-04-30"))
                    .isEmpty();
        }
    }

    private static String spans(int before, int since) {
        return "the range spans May 2026, when the vendor changed the tiers of resolution: " + before
                + " conversations are of before and " + since
                + " of since; compare within a tier_period only. The day of "
                + "the change is not known, take May itself with care";
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aVerdictThatSaysNeitherYesNorNoIsUnknown(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insert(
                    database,
                    List.of(
                            Talk.PLAIN.id("c1").verdict("perhaps", "verified"),
                            Talk.PLAIN.id("c2").verdict("", null),
                            Talk.PLAIN.id("c3").verdict(null, null),
                            Talk.PLAIN.id("c4").verdict("TRUE", null).place("ticket", null)));
            assertThat(Reports.warnings(database, "resolution_tiers"))
                    .containsExactly(
                            "automated_resolution of 2 conversations is none of true, yes, false, no; they count "
                                    + "as unknown");
            assertThat(Reports.warnings(database, "resolution_tiers", "channel", "ticket"))
                    .isEmpty();
        }
    }
}
