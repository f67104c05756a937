package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The days that lack a file, compared with those that are found by looking at every quarter of an hour of a day. */
class UnloadedDaysSearchTest {
    /** Around the days on which the clocks of Europe change. */
    private static final LocalDate FIRST = LocalDate.parse("2024-03-25");

    private static final List<String> BOTS = List.of("b1", "b2", "b3");
    private static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Berlin",
            "Atlantic/Azores",
            "America/New_York",
            "Asia/Kathmandu",
            "Pacific/Chatham",
            "Etc/GMT+12");

    private static final Report COUNT = new ReportReader(ReportCatalogue::resource).read("count", """
                    -- @title Count
                    -- @question How many?
                    -- @order None.
                    -- @column n integer, conversations: All.
                    select count(*) as n ${conversation_tables} where ${is_selected}
                    """);

    private enum Kind {
        LOADED,
        GROWING,
        FAILED,
        ABSENT,
        AWAITED
    }

    private final List<Talk> talks = new ArrayList<>();
    private final SortedMap<String, SortedMap<LocalDate, Kind>> files = new TreeMap<>();

    /** Each bot begins on another day. */
    private void fill() {
        Random random = new Random(20);
        for (String bot : BOTS) {
            SortedMap<LocalDate, Kind> days = new TreeMap<>();
            for (int i = 2 * BOTS.indexOf(bot); i < 14; i++) {
                if (random.nextInt(5) > 0) {
                    days.put(
                            FIRST.plusDays(i), random.nextInt(2) == 0 ? Kind.LOADED : Kind.values()[random.nextInt(5)]);
                }
            }
            days.forEach((day, kind) -> addTalks(bot, day, kind, random));
            files.put(bot, days);
        }
    }

    private void addTalks(String bot, LocalDate day, Kind kind, Random random) {
        if (kind == Kind.LOADED || kind == Kind.GROWING) {
            for (int i = 0; i < 3; i++) {
                Instant end = day.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(random.nextInt(86_400));
                talks.add(Talk.PLAIN
                        .bot(bot, "Bot " + bot)
                        .id(bot + day + i)
                        .times(end.minus(Duration.ofHours(random.nextInt(12))).toString(), end.toString())
                        .exported(day.toString()));
            }
        }
    }

    private Database database(Dialect dialect) {
        Database database = TestDatabases.migrated(dialect);
        Fixture.insertLoaded(database, talks);
        files.forEach((bot, days) -> days.forEach((day, kind) -> {
            switch (kind) {
                case LOADED -> {}
                case GROWING -> Fixture.insertLoad(database, bot, day.toString(), "superseded");
                case FAILED -> Fixture.insertLoad(database, bot, day.toString(), "failed");
                default ->
                    Fixture.insertExportDay(
                            database,
                            bot,
                            day.toString(),
                            "absent",
                            day.atStartOfDay(ZoneOffset.UTC)
                                    .plusHours(kind == Kind.ABSENT ? 72 : 71)
                                    .toInstant());
            }
        }));
        return database;
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void theDaysAreThoseWithAnInstantOfAFileThatIsNotLoaded(Dialect dialect) {
        fill();
        try (Database database = database(dialect)) {
            for (String zone : ZONES) {
                for (String dayOf : List.of("start", "end")) {
                    for (String from : Arrays.asList(null, "2024-03-31", "2024-05-01")) {
                        for (String to : Arrays.asList(null, "2024-03-29", "2024-04-03", "2024-04-20")) {
                            for (List<String> bots : List.of(BOTS, List.of("b2"), List.of("b1", "b3"))) {
                                check(database, ZoneId.of(zone), dayOf, from, to, bots);
                            }
                        }
                    }
                }
            }
        }
    }

    private void check(Database database, ZoneId zone, String dayOf, String from, String to, List<String> bots) {
        if (from != null && to != null && from.compareTo(to) > 0) {
            return;
        }
        List<String> parameters = new ArrayList<>(List.of("time_zone", zone.getId(), "day_of", dayOf));
        parameters.addAll(from == null ? List.of() : List.of("from", from));
        parameters.addAll(to == null ? List.of() : List.of("to", to));
        if (!bots.equals(BOTS)) {
            bots.forEach(bot -> parameters.addAll(List.of("bot", bot)));
        }
        assertThat(Reports.warnings(database, COUNT, parameters.toArray(String[]::new)))
                .as("%s", parameters)
                .isEqualTo(expected(zone, dayOf.equals("start"), from, to, bots));
    }

    private List<String> expected(ZoneId zone, boolean byStart, String from, String to, List<String> bots) {
        LocalDate first = bots.stream()
                .map(bot -> files.get(bot).firstKey())
                .min(LocalDate::compareTo)
                .orElseThrow();
        if (from != null && LocalDate.parse(from).isAfter(first)) {
            first = LocalDate.parse(from);
        }
        LocalDate last = to == null ? lastDay(zone, byStart, bots) : LocalDate.parse(to);
        if (to == null && last.isBefore(first)) {
            last = first;
        }
        int length = 0;
        SortedSet<LocalDate> days = new TreeSet<>();
        SortedSet<LocalDate> lacking = new TreeSet<>();
        SortedSet<String> concerned = new TreeSet<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            length++;
            for (String bot : bots) {
                for (LocalDate file : needed(day, zone, byStart)) {
                    if (!day.isBefore(files.get(bot).firstKey()) && lacks(bot, file)) {
                        days.add(day);
                        lacking.add(file);
                        concerned.add(bot);
                    }
                }
            }
        }
        LocalDate end = last;
        long known = bots.stream()
                .filter(bot -> !files.get(bot).firstKey().isAfter(end))
                .count();
        return days.isEmpty() ? List.of() : List.of(text(length, days, lacking, concerned.size(), known));
    }

    private boolean lacks(String bot, LocalDate file) {
        Kind kind = files.get(bot).get(file);
        return !file.isBefore(files.get(bot).firstKey())
                && (kind == null || kind == Kind.FAILED || kind == Kind.AWAITED);
    }

    /** The days of the files that could hold what ended, or what started and ended within a day, at some time of a day. */
    private static SortedSet<LocalDate> needed(LocalDate day, ZoneId zone, boolean byStart) {
        SortedSet<LocalDate> needed = new TreeSet<>();
        Instant begin = day.minusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
        for (int quarter = 0; quarter < 5 * 96; quarter++) {
            Instant instant = begin.plus(Duration.ofMinutes(15L * quarter));
            if (LocalDate.ofInstant(instant, zone).equals(day)) {
                needed.add(LocalDate.ofInstant(instant, ZoneOffset.UTC));
                if (byStart) {
                    needed.add(LocalDate.ofInstant(instant, ZoneOffset.UTC).plusDays(1));
                }
            }
        }
        return needed;
    }

    /** That of the last file, or the next one where a conversation is of it. */
    private LocalDate lastDay(ZoneId zone, boolean byStart, List<String> bots) {
        LocalDate file = bots.stream()
                .flatMap(bot -> files.get(bot).entrySet().stream())
                .filter(day -> day.getValue() != Kind.ABSENT && day.getValue() != Kind.AWAITED)
                .map(Map.Entry::getKey)
                .max(LocalDate::compareTo)
                .orElseThrow();
        Function<Talk, LocalDate> dayOf = byStart ? talk -> talk.startDay(zone) : talk -> talk.endDay(zone);
        boolean next = talks.stream()
                .filter(talk -> bots.contains(talk.botId()))
                .anyMatch(talk -> dayOf.apply(talk).isAfter(file));
        return next ? file.plusDays(1) : file;
    }

    private static String text(
            long length, SortedSet<LocalDate> days, SortedSet<LocalDate> lacking, int concerned, long known) {
        return String.format(
                "of %s, %s not wholly loaded (%s of %s: %s): the figures lack conversations of %s; load %s (botledger report"
                        + " coverage tells what is missing) and run this again",
                length == 1 ? "1 day" : length + " days",
                days.size() == 1 ? "1 is" : days.size() + " are",
                concerned,
                known == 1 ? "1 bot" : known + " bots",
                runs(days),
                days.size() == 1 ? "this day" : "these days",
                days.equals(lacking)
                        ? (days.size() == 1 ? "its files" : "their files")
                        : "the files of " + runs(lacking));
    }

    private static String runs(SortedSet<LocalDate> days) {
        List<String> runs = new ArrayList<>();
        int shown = 0;
        SortedSet<LocalDate> left = new TreeSet<>(days);
        while (!left.isEmpty() && runs.size() < 5) {
            LocalDate first = left.first();
            LocalDate last = first;
            while (left.remove(last)) {
                shown++;
                last = last.plusDays(1);
            }
            last = last.minusDays(1);
            runs.add(first.equals(last) ? first.toString() : first + " to " + last);
        }
        return String.join(", ", runs) + (left.isEmpty() ? "" : " and " + (days.size() - shown) + " more");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void theyAreThoseThatCoverageAndTheDashboardDoNotShowAsComplete(Dialect dialect) {
        fill();
        try (Database database = database(dialect)) {
            for (String bot : BOTS) {
                SortedSet<LocalDate> incomplete = new TreeSet<>();
                String last = FIRST.plusDays(15).toString();
                Reports.csv(database, "coverage", "bot", bot, "to", last)
                        .lines()
                        .skip(1)
                        .map(line -> line.split(","))
                        .filter(row -> row[9].equals("false"))
                        .forEach(row -> incomplete.add(LocalDate.parse(row[2])));
                long length = ChronoUnit.DAYS.between(files.get(bot).firstKey(), FIRST.plusDays(16));
                assertThat(Reports.warnings(database, COUNT, "bot", bot, "to", last))
                        .containsExactly(text(length, incomplete, incomplete, 1, 1));
                assertThat(dashboard(database, bot, last)).isEqualTo(incomplete);
            }
        }
    }

    private static SortedSet<LocalDate> dashboard(Database database, String bot, String last) {
        DashboardData data = new ReportRunner(database)
                .read(
                        "dashboard",
                        (handle, limit) -> new DashboardReports(
                                        database.dialect(),
                                        database.dialect().keysAtOnce(),
                                        handle,
                                        limit,
                                        Reports.with("bot", bot, "from", FIRST.toString(), "to", last))
                                .read(Instant.parse("2024-05-01T00:00:00Z")));
        SortedSet<LocalDate> days = new TreeSet<>();
        String letters = data.coverage.get(bot).days(FIRST, LocalDate.parse(last), data.fileDays);
        for (int i = 0; i < letters.length(); i++) {
            if ("mf".indexOf(letters.charAt(i)) >= 0) {
                days.add(FIRST.plusDays(i));
            }
        }
        return days;
    }
}
