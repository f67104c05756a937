package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CoverageTest {
    private static final List<String> BOTS = List.of("b1", "\uFFE6", "\uD83E\uDD16");
    private static final List<String> ZONES =
            List.of("UTC", "Europe/Berlin", "Asia/Kathmandu", "America/New_York", "Pacific/Chatham", "Europe/London");

    /** A version of a file. */
    private record Version(
            String bot, LocalDate day, int shard, String status, long size, Instant landedAt, int loaded) {}

    private static Version version(String bot, String day, int shard, String status, long size) {
        return new Version(bot, LocalDate.parse(day), shard, status, size, Instant.parse("2024-06-01T00:00:00Z"), 4);
    }

    /** A day for which the vendor was asked. */
    private record Look(String bot, LocalDate day, String state, Instant checkedAt) {}

    private static Look look(String bot, String day, String state, String checkedAt) {
        return new Look(bot, LocalDate.parse(day), state, Instant.parse(checkedAt));
    }

    /** With and without files, before the first and behind the last. */
    private static List<Look> randomLooks() {
        Random random = new Random(15);
        List<Look> looks = new ArrayList<>();
        for (String bot : BOTS) {
            for (String first : List.of("2024-03-22", "2024-10-20")) {
                for (int i = 0; i < 16; i++) {
                    String day = LocalDate.parse(first).plusDays(i).toString();
                    if (random.nextInt(3) == 0) {
                        String checked = LocalDate.parse(day).plusDays(random.nextInt(2, 4)) + "T00:00:00Z";
                        looks.add(look(bot, day, random.nextInt(3) == 0 ? "complete" : "absent", checked));
                    }
                }
            }
        }
        return looks;
    }

    /** Around the days on which the clocks of Berlin and London change. */
    private static List<Version> randomVersions() {
        Random random = new Random(14);
        List<Version> versions = new ArrayList<>();
        for (String bot : BOTS) {
            for (String first : List.of("2024-03-25", "2024-10-22")) {
                for (int i = 0; i < 10; i++) {
                    String day = LocalDate.parse(first).plusDays(i).toString();
                    for (int shard = random.nextInt(6) == 0 ? 2 : random.nextInt(4) == 0 ? 1 : 0; shard >= 0; shard--) {
                        int kind = random.nextInt(8);
                        if (kind == 0) {
                            continue;
                        }
                        int size = random.nextInt(3);
                        versions.add(version(bot, day, shard, kind == 1 ? "failed" : "completed", size));
                        if (kind == 2) {
                            versions.add(version(bot, day, shard, "superseded", random.nextInt(3)));
                        } else if (kind == 3) {
                            versions.add(version(bot, day, shard, "started", 9));
                        }
                    }
                }
            }
        }
        return versions;
    }

    private static Database database(Dialect dialect, List<Version> versions, List<Look> looks) {
        Database database = TestDatabases.migrated(dialect);
        Fixture.insert(
                database,
                BOTS.stream().map(bot -> Talk.PLAIN.bot(bot, "Bot " + bot)).toList());
        database.jdbi().useTransaction(handle -> {
            for (int i = 0; i < versions.size(); i++) {
                Version version = versions.get(i);
                handle.createUpdate("""
                                insert into botledger.etl_loads (load_key, bot_key, export_date, shard, file_name, sha256,
                                  content_size, landed_at, status, run_key, started_at, read_count, loaded_count,
                                  rejected_count)
                                select :key, bot_key, :day, :shard, 'f', cast(:key as varchar), :size, :landed, :status, 1,
                                  :landed, :loaded + 1, :loaded, 1
                                from botledger.bots where bot_id = :bot
                                """)
                        .bind("key", i)
                        .bind("day", version.day())
                        .bind("shard", version.shard())
                        .bind("size", version.size())
                        .bind("landed", version.landedAt().atOffset(ZoneOffset.UTC))
                        .bind("status", version.status())
                        .bind("loaded", version.loaded())
                        .bind("bot", version.bot())
                        .execute();
            }
        });
        looks.forEach(look ->
                Fixture.insertExportDay(database, look.bot(), look.day().toString(), look.state(), look.checkedAt()));
        return database;
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void everyDayOfEveryBotHasItsStatus(Dialect dialect) {
        List<Version> versions = randomVersions();
        List<Look> looks = randomLooks();
        List<String> header = Reports.BUILT_IN.find("coverage").columns().stream()
                .map(ReportColumn::name)
                .toList();
        try (Database database = database(dialect, versions, looks)) {
            for (String zone : ZONES) {
                for (String from : Arrays.asList(null, "2024-03-30")) {
                    for (String to : Arrays.asList(null, "2024-10-28", "2024-11-20")) {
                        List<String> parameters = new ArrayList<>(List.of("time_zone", zone));
                        parameters.addAll(from == null ? List.of() : List.of("from", from));
                        parameters.addAll(to == null ? List.of() : List.of("to", to));
                        List<List<String>> rows = rows(versions, looks, from, to, ZoneId.of(zone));
                        assertThat(Reports.csv(database, "coverage", parameters.toArray(String[]::new)))
                                .as(dialect + " " + parameters)
                                .isEqualTo(Reports.expectedCsv(header, rows));
                    }
                }
            }
        }
    }

    private static List<List<String>> rows(
            List<Version> versions, List<Look> looks, String from, String to, ZoneId zone) {
        List<Look> absent =
                looks.stream().filter(look -> look.state().equals("absent")).toList();
        LocalDate newest = Stream.concat(
                        versions.stream().map(Version::day), absent.stream().map(Look::day))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate last = to == null ? newest : LocalDate.parse(to);
        List<List<String>> rows = new ArrayList<>();
        for (String bot : BOTS) {
            SortedMap<LocalDate, List<Version>> days = new TreeMap<>();
            versions.stream()
                    .filter(version -> version.bot().equals(bot))
                    .forEach(version -> days.computeIfAbsent(version.day(), key -> new ArrayList<>())
                            .add(version));
            absent.stream()
                    .filter(look -> look.bot().equals(bot))
                    .forEach(look -> days.computeIfAbsent(look.day(), key -> List.of()));
            for (LocalDate day = days.firstKey(); !day.isAfter(last); day = day.plusDays(1)) {
                if (from == null || !day.isBefore(LocalDate.parse(from))) {
                    rows.add(row(bot, day, days, looks, zone));
                }
            }
        }
        return rows;
    }

    private static List<String> row(
            String bot, LocalDate day, SortedMap<LocalDate, List<Version>> days, List<Look> looks, ZoneId zone) {
        List<Version> versions = days.getOrDefault(day, List.of());
        Map<Integer, List<Version>> files = files(versions);
        long failed =
                files.values().stream().filter(file -> loaded(file) == null).count();
        long loaded = files.size() - failed;
        boolean growing = files.values().stream().anyMatch(CoverageTest::hasGrown) && !isSettled(bot, day, days, looks);
        String withoutFile = days.containsKey(day) ? "absent" : "missing";
        String status = failed > 0 ? "failed" : growing ? "growing" : loaded > 0 ? "loaded" : withoutFile;
        Instant begins = day.atStartOfDay(zone).toInstant();
        Instant ends = day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1);
        LocalDate lastFile = LocalDate.ofInstant(ends, ZoneOffset.UTC).plusDays(1);
        boolean complete = true;
        for (LocalDate file = LocalDate.ofInstant(begins, ZoneOffset.UTC);
                !file.isAfter(lastFile);
                file = file.plusDays(1)) {
            complete &= isWhole(bot, file, days, looks);
        }
        return Arrays.asList(
                bot,
                null,
                day.toString(),
                status,
                "" + loaded,
                "" + failed,
                "" + 4 * loaded,
                "" + loaded,
                versions.isEmpty() ? null : "2024-06-01T00:00:00Z",
                "" + isWhole(bot, day, days, looks),
                "" + complete);
    }

    private static Map<Integer, List<Version>> files(List<Version> versions) {
        Map<Integer, List<Version>> files = new LinkedHashMap<>();
        versions.forEach(version ->
                files.computeIfAbsent(version.shard(), key -> new ArrayList<>()).add(version));
        return files;
    }

    private static boolean isWhole(
            String bot, LocalDate day, SortedMap<LocalDate, List<Version>> days, List<Look> looks) {
        List<Version> versions = days.get(day);
        if (versions == null) {
            return false;
        }
        return versions.isEmpty()
                ? isSettled(bot, day, days, looks)
                : files(versions).values().stream().allMatch(file -> loaded(file) != null);
    }

    /** Whether somebody looked on the third day after a day or later. */
    private static boolean isSettled(
            String bot, LocalDate day, SortedMap<LocalDate, List<Version>> days, List<Look> looks) {
        Instant landed = days.values().stream()
                .flatMap(List::stream)
                .map(Version::landedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        Instant looked = looks.stream()
                .filter(look -> look.bot().equals(bot) && look.day().equals(day))
                .map(Look::checkedAt)
                .findFirst()
                .orElse(landed);
        return !looked.isBefore(day.plusDays(3).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static Version loaded(List<Version> file) {
        return file.stream()
                .filter(version -> version.status().equals("completed"))
                .findFirst()
                .orElse(null);
    }

    private static boolean hasGrown(List<Version> file) {
        return loaded(file) != null
                && file.stream()
                        .anyMatch(version -> version.status().equals("superseded")
                                && version.size() < loaded(file).size());
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aStartDayNeedsTheFileOfTheDayAfter(Dialect dialect) {
        List<Version> versions = List.of(
                version("b1", "2024-05-07", 0, "completed", 1),
                version("b1", "2024-05-08", 0, "completed", 2),
                version("b1", "2024-05-08", 0, "superseded", 1),
                version("b1", "2024-05-09", 0, "completed", 1),
                version("b1", "2024-05-11", 0, "failed", 1),
                version(BOTS.get(1), "2024-05-11", 0, "completed", 1));
        List<Look> looks = List.of(look("b1", "2024-05-08", "complete", "2024-05-10T23:59:59.999999Z"));
        try (Database database = database(dialect, versions, looks)) {
            assertThat(statuses(database, "bot", "b1"))
                    .containsExactly("loaded true", "growing true", "loaded false", "missing false", "failed false");
            // A day of Berlin begins in the file of the day before; one of New York ends in that of the day after.
            assertThat(statuses(database, "bot", "Bot b1", "time_zone", "Europe/Berlin"))
                    .containsExactly("loaded false", "growing true", "loaded false", "missing false", "failed false");
            assertThat(statuses(database, "bot", "b1", "time_zone", "America/New_York", "to", "2024-05-08"))
                    .containsExactly("loaded true", "growing false");
            assertThat(statuses(database, "bot", "nobody")).isEmpty();
            assertThat(statuses(database, "from", "2031-01-01")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void anAbsentDayIsWholeOnceItWasStillAbsentOnTheThirdDayAfterIt(Dialect dialect) {
        List<Version> versions = List.of(
                version("b1", "2024-05-07", 0, "completed", 1),
                version("b1", "2024-05-08", 0, "completed", 1),
                version("b1", "2024-05-11", 0, "completed", 1));
        List<Look> looks = List.of(
                look("b1", "2024-05-06", "absent", "2024-05-09T00:00:00Z"),
                look("b1", "2024-05-08", "absent", "2024-05-09T00:00:00Z"),
                look("b1", "2024-05-09", "absent", "2024-05-12T00:00:00Z"),
                look("b1", "2024-05-10", "complete", "2024-05-13T00:00:00Z"),
                look("b1", "2024-05-12", "absent", "2024-05-14T23:59:59.999999Z"),
                look("b1", "2024-05-13", "absent", "2024-05-16T00:00:00Z"),
                look("b1", "2024-05-14", "absent", "2024-06-14T00:00:00Z"),
                look(BOTS.get(1), "2024-05-14", "absent", "2024-06-14T00:00:00Z"));
        try (Database database = database(dialect, versions, looks)) {
            assertThat(statuses(database, "bot", "b1"))
                    .containsExactly(
                            "absent true",
                            "loaded true",
                            "loaded true",
                            "absent false",
                            "missing false",
                            "loaded false",
                            "absent false",
                            "absent true",
                            "absent false");
            assertThat(statuses(database, "bot", BOTS.get(1))).containsExactly("absent false");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aFileThatGrewIsGrowingUntilSomebodyLookedOnTheThirdDayAfterItsDay(Dialect dialect) {
        List<Version> versions = new ArrayList<>();
        for (String day : List.of("2024-05-27", "2024-05-28", "2024-05-29", "2024-05-30", "2024-05-31")) {
            versions.add(version("b1", day, 0, "completed", 2));
            versions.add(version("b1", day, 0, "superseded", 1));
        }
        List<Look> looks = List.of(
                look("b1", "2024-05-27", "complete", "2024-05-29T12:00:00Z"),
                look("b1", "2024-05-31", "complete", "2024-06-03T00:00:00Z"));
        try (Database database = database(dialect, versions, looks)) {
            // Files landed on the first of June, which is the third day after the 29th.
            assertThat(statuses(database, "bot", "b1"))
                    .containsExactly("growing true", "loaded true", "loaded true", "growing true", "loaded false");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aBotHasTheNameOfTheConversationThatWasLoadedLast(Dialect dialect) {
        Talk later =
                Talk.PLAIN.times("2024-05-08T10:00:00Z", "2024-05-08T10:05:00Z").exported("2024-05-08");
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insertLoaded(
                    database,
                    List.of(
                            Talk.PLAIN.bot("b1", "Before"),
                            later.id("later").bot("b1", "After"),
                            Talk.PLAIN.bot("b2", "=Two"),
                            Talk.PLAIN.bot("b3", null)));
            assertThat(names(database))
                    .containsExactly(
                            "b1,After,2024-05-07,loaded",
                            "b1,After,2024-05-08,loaded",
                            "b2,'=Two,2024-05-07,loaded",
                            "b2,'=Two,2024-05-08,missing",
                            "b3,,2024-05-07,loaded",
                            "b3,,2024-05-08,missing");
            Fixture.grow(database, "b1", "2024-05-07", 100);
            assertThat(names(database, "bot", "b1"))
                    .containsExactly("b1,Before,2024-05-07,loaded", "b1,Before,2024-05-08,loaded");
        }
    }

    private static List<String> names(Database database, String... parameters) {
        return Reports.csv(database, "coverage", parameters)
                .lines()
                .skip(1)
                .map(line -> line.replaceFirst("^((?:[^,]*,){3}[^,]*).*", "$1"))
                .toList();
    }

    private static List<String> statuses(Database database, String... parameters) {
        return Reports.csv(database, "coverage", parameters)
                .lines()
                .skip(1)
                .map(line -> line.replaceFirst("[^,]*,[^,]*,[^,]*,([^,]*),.*,", "$1 "))
                .toList();
    }
}
