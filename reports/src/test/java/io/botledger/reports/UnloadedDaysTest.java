package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reports warn of days that lack a file; the figures of their days are in {@link UnloadedDaysSearchTest}. */
class UnloadedDaysTest {
    private static final String WHAT_TO_DO = " (botledger report coverage tells what is missing) and run this again";

    @TempDir
    private Path folder;

    /** Conversations of b1 on the 6th to the 8th of May, when it got another name, of b2 on the 7th and the 8th; all loaded. */
    private static Database database(Dialect dialect) {
        Database database = TestDatabases.migrated(dialect);
        Fixture.insertLoaded(
                database,
                List.of(
                        on("b1", "One", "2024-05-06"),
                        on("b1", "One", "2024-05-07"),
                        on("b1", "One", "2024-05-08"),
                        on("b1", "Uno", "2024-05-08"),
                        on("b2", "Two", "2024-05-07"),
                        on("b2", "Two", "2024-05-08")));
        return database;
    }

    private static Talk on(String bot, String name, String day) {
        return Talk.PLAIN
                .bot(bot, name)
                .id(name + day)
                .times(day + "T10:00:00Z", day + "T10:05:00Z")
                .exported(day);
    }

    private static List<String> warnings(Database database, String... parameters) {
        return Reports.warnings(database, "daily_trend", parameters);
    }

    private static String days(String count, String bots, String which) {
        return "of " + count + " are not wholly loaded (" + bots + ": " + which
                + "): the figures lack conversations of these days; load their files" + WHAT_TO_DO;
    }

    private static final String NOBODY = "no bot has the id or name \"nobody\"; there are One, Two, Uno, b1, b2";

    private static String day(String count, String bots, String which, String theirFiles) {
        return "of " + count + " is not wholly loaded (" + bots + ": " + which
                + "): the figures lack conversations of this day; load " + theirFiles + WHAT_TO_DO;
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void nothingIsWarnedOfWhereAllIsLoaded(Dialect dialect) {
        try (Database database = database(dialect)) {
            assertThat(warnings(database)).isEmpty();
            assertThat(warnings(database, "from", "2024-05-06", "to", "2024-05-08"))
                    .isEmpty();
            assertThat(warnings(database, "from", "2024-05-01", "to", "2024-05-06"))
                    .isEmpty();
            assertThat(warnings(database, "from", "2024-05-01", "to", "2024-05-05"))
                    .isEmpty();
            assertThat(warnings(database, "bot", "nobody", "to", "2024-06-01")).containsExactly(NOBODY);
        }
        try (Database empty = TestDatabases.migrated(dialect)) {
            assertThat(warnings(empty)).isEmpty();
            assertThat(warnings(empty, "from", "2024-05-06", "to", "2024-05-08"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void daysWithoutAFileAreToldWithTheirBots(Dialect dialect) {
        try (Database database = database(dialect)) {
            Fixture.insertLoad(database, "b1", "2024-05-10", "completed");
            Fixture.insertLoad(database, "b1", "2024-05-13", "completed");
            Fixture.insertLoads(database, "b2", "2024-05-09", "2024-05-13");
            assertThat(warnings(database))
                    .containsExactly(days("8 days, 3", "1 of 2 bots", "2024-05-09, 2024-05-11 to 2024-05-12"));
            assertThat(warnings(database, "from", "2024-05-09", "to", "2024-05-09"))
                    .containsExactly(day("1 day, 1", "1 of 2 bots", "2024-05-09", "its files"));
            assertThat(warnings(database, "bot", "b1"))
                    .containsExactly(days("8 days, 3", "1 of 1 bot", "2024-05-09, 2024-05-11 to 2024-05-12"));
            assertThat(warnings(database, "bot", "b2")).isEmpty();
            assertThat(warnings(database, "from", "2024-05-10", "to", "2024-05-10"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void daysBehindTheLastFileAreMissing(Dialect dialect) {
        try (Database database = database(dialect)) {
            assertThat(warnings(database, "to", "2024-05-12"))
                    .containsExactly(days("7 days, 4", "2 of 2 bots", "2024-05-09 to 2024-05-12"));
            assertThat(warnings(database, "from", "2024-05-01", "to", "2024-05-09"))
                    .containsExactly(day("4 days, 1", "2 of 2 bots", "2024-05-09", "its files"));
            assertThat(warnings(database, "from", "2024-06-01"))
                    .containsExactly(day("1 day, 1", "2 of 2 bots", "2024-06-01", "its files"));
            assertThat(warnings(database, "from", "2024-06-01", "to", "2024-06-02"))
                    .containsExactly(days("2 days, 2", "2 of 2 bots", "2024-06-01 to 2024-06-02"));
            assertThat(Reports.warnings(database, "ultimate_metrics", "to", "9999-12-31", "day_of", "start"))
                    .containsExactly(
                            "of 2913048 days, 2913046 are not wholly loaded (2 of 2 bots: 2024-05-08 to 9999-12-31): "
                                    + "the figures lack conversations of these days; load the files of 2024-05-09 to +10000-01-01"
                                    + WHAT_TO_DO);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aBotThatWasNotThereYetLacksNothing(Dialect dialect) {
        try (Database database = database(dialect)) {
            Fixture.insertLoad(database, "b1", "2024-05-05", "failed");
            assertThat(warnings(database, "to", "2024-05-06"))
                    .containsExactly(day("2 days, 1", "1 of 1 bot", "2024-05-05", "its files"));
            // The files of before the first one are never asked for, also where the first local day would need one.
            assertThat(warnings(database, "bot", "b2", "time_zone", "Europe/Berlin", "to", "2024-05-08"))
                    .isEmpty();
            assertThat(warnings(database, "bot", "b1", "time_zone", "Europe/Berlin", "to", "2024-05-06"))
                    .containsExactly(days("2 days, 2", "1 of 1 bot", "2024-05-05 to 2024-05-06")
                            .replace("their files", "the files of 2024-05-05"));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aFailedFileAndAnAwaitedOneAreMissingAGrowingOneAndAnAbsentDayAreNot(Dialect dialect) {
        Instant late = Instant.parse("2024-05-12T00:00:00Z");
        try (Database database = database(dialect)) {
            Fixture.insertLoad(database, "b2", "2024-05-08", "superseded");
            // Its file came later.
            Fixture.insertExportDay(database, "b2", "2024-05-07", "absent", Instant.parse("2024-05-08T00:00:00Z"));
            Fixture.insertExportDay(database, "b1", "2024-05-09", "absent", late);
            Fixture.insertLoad(database, "b2", "2024-05-09", "failed");
            Fixture.insertExportDay(database, "b2", "2024-05-09", "absent", late);
            assertThat(warnings(database)).containsExactly(day("4 days, 1", "1 of 2 bots", "2024-05-09", "its files"));
            Fixture.insertLoad(database, "b2", "2024-05-10", "started");
            Fixture.insertExportDay(database, "b1", "2024-05-10", "absent", late);
            assertThat(warnings(database))
                    .containsExactly(days("5 days, 2", "2 of 2 bots", "2024-05-09 to 2024-05-10"));
            assertThat(warnings(database, "bot", "b1")).isEmpty();
            // Nobody knows yet whether there will be a file of the 10th.
            assertThat(warnings(database, "bot", "b1", "to", "2024-05-10"))
                    .containsExactly(day("5 days, 1", "1 of 1 bot", "2024-05-10", "its files"));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void absentDaysAloneAreNoRange(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insert(database, List.of(Talk.PLAIN));
            Fixture.insertExportDay(database, "b1", "2024-05-09", "absent");
            assertThat(warnings(database)).isEmpty();
            assertThat(warnings(database, "from", "2024-05-09")).isEmpty();
            assertThat(warnings(database, "to", "2024-05-10"))
                    .containsExactly(day("2 days, 1", "1 of 1 bot", "2024-05-10", "its files"));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aBotIsFoundByEachOfItsNames(Dialect dialect) {
        try (Database database = database(dialect)) {
            Fixture.insertLoad(database, "b1", "2024-05-10", "completed");
            String ofOne = day("5 days, 1", "1 of 1 bot", "2024-05-09", "its files");
            assertThat(warnings(database, "bot", "One")).containsExactly(ofOne);
            assertThat(warnings(database, "bot", "Uno")).containsExactly(ofOne);
            assertThat(warnings(database, "bot", "Two")).isEmpty();
            assertThat(warnings(database, "bot", "Two", "bot", "b1"))
                    .containsExactly(days("5 days, 2", "2 of 2 bots", "2024-05-09 to 2024-05-10"));
            assertThat(warnings(database, "bot", "One", "bot", "nobody")).containsExactly(NOBODY, ofOne);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aStartDayNeedsTheFileOfTheDayAfter(Dialect dialect) {
        try (Database database = database(dialect)) {
            String lastDay = day("3 days, 1", "2 of 2 bots", "2024-05-08", "the files of 2024-05-09");
            assertThat(warnings(database, "day_of", "start")).containsExactly(lastDay);
            assertThat(warnings(database, "day_of", "start", "to", "2024-05-07"))
                    .isEmpty();
            assertThat(Reports.warnings(database, "reconciliation")).containsExactly(lastDay);
            Fixture.insertExportDay(database, "b1", "2024-05-09", "absent", Instant.parse("2024-05-12T00:00:00Z"));
            assertThat(warnings(database, "day_of", "start"))
                    .containsExactly(day("3 days, 1", "1 of 2 bots", "2024-05-08", "the files of 2024-05-09"));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void withoutALastDayTheNextOneCountsOnceThereIsAConversationOfIt(Dialect dialect) {
        String[] berlin = {"time_zone", "Europe/Berlin"};
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insertLoaded(
                    database,
                    List.of(on("b1", "One", "2024-05-07"), on("b2", "Two", "2024-05-07"), at("2024-05-07T21:59:59Z")));
            assertThat(warnings(database, berlin)).isEmpty();
        }
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insertLoaded(
                    database,
                    List.of(on("b1", "One", "2024-05-07"), on("b2", "Two", "2024-05-07"), at("2024-05-07T22:00:00Z")));
            assertThat(warnings(database, berlin))
                    .containsExactly(day("2 days, 1", "2 of 2 bots", "2024-05-08", "its files"));
            // It started on the day before.
            assertThat(warnings(database, "time_zone", "Europe/Berlin", "day_of", "start"))
                    .containsExactly(day("1 day, 1", "2 of 2 bots", "2024-05-07", "the files of 2024-05-08"));
            assertThat(warnings(database, "time_zone", "Europe/Berlin", "bot", "b1"))
                    .isEmpty();
        }
    }

    private static Talk at(String end) {
        return Talk.PLAIN
                .bot("b2", "Two")
                .id(end)
                .times("2024-05-07T21:00:00Z", end)
                .exported("2024-05-07");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void everyReportThatCountsDaysWarns(Dialect dialect) {
        String missing = day("4 days, 1", "2 of 2 bots", "2024-05-09", "its files");
        String incomplete = days("4 days, 2", "2 of 2 bots", "2024-05-08 to 2024-05-09")
                .replace("their files", "the files of 2024-05-09 to 2024-05-10");
        try (Database database = database(dialect)) {
            List<String> byStart = List.of("busy_hours", "reconciliation");
            for (String report : Reports.BUILT_IN.names()) {
                List<String> warnings = Reports.warnings(database, report, "to", "2024-05-09");
                if (report.equals("coverage")) {
                    assertThat(warnings).isEmpty();
                } else {
                    assertThat(warnings).as(report).startsWith(byStart.contains(report) ? incomplete : missing);
                }
            }
            assertThat(Reports.text(
                            database,
                            Reports.BUILT_IN.find("daily_trend"),
                            ReportFormat.HTML,
                            Reports.with("to", "2024-05-09")))
                    .contains("<p class=\"warning\" role=\"note\" dir=\"auto\">" + missing + "</p>");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void ownReportsWarnToo(Dialect dialect) throws IOException {
        own("selected", "", "with s as (${selected_conversations}) select count(*) as n from s");
        own(
                "starting",
                "-- @parameter day_of choice(start) = start: By start.\n",
                "with s as (${counted_conversations}) select count(*) as n from s");
        own("reading", "", "select count(*) as n from reporting.conversations");
        ReportCatalogue own = ReportCatalogue.builtIn().withOwn(folder);
        try (Database database = database(dialect)) {
            assertThat(Reports.warnings(database, own.find("selected"), "to", "2024-05-09"))
                    .containsExactly(day("4 days, 1", "2 of 2 bots", "2024-05-09", "its files"));
            assertThat(Reports.warnings(database, own.find("starting"), "to", "2024-05-08", "bot", "Two"))
                    .containsExactly(day("2 days, 1", "1 of 1 bot", "2024-05-08", "the files of 2024-05-09"));
            assertThat(Reports.warnings(database, own.find("reading"))).isEmpty();
        }
    }

    private void own(String name, String parameter, String sql) throws IOException {
        Files.writeString(
                folder.resolve(name + ".sql"),
                "-- @title Mine\n-- @question How many?\n-- @order None.\n-- @column n integer, rows: A number.\n"
                        + parameter + "\n" + sql);
    }
}
