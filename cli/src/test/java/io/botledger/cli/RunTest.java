package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.DatabaseSettings;
import io.botledger.db.Dialect;
import io.botledger.db.Dump;
import io.botledger.db.TestDatabases;
import io.botledger.sample.SampleSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scheduler's command, day after day. */
class RunTest {
    private static final Instant MORNING = Instant.parse("2026-03-01T03:00:00Z");
    private static final Instant NEXT_MORNING = Instant.parse("2026-03-02T03:00:00Z");
    private static final LocalDate YESTERDAY = LocalDate.of(2026, 2, 28);
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 30);

    @AutoClose
    private final Vendor vendor = new Vendor(SampleSettings.builder()
            .conversations(900)
            .firstDay(FIRST_DAY)
            .days(31)
            .build());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aSecondRunAsksForTheLastDaysAndChangesNothing(Dialect dialect) throws IOException {
        DatabaseSettings database = TestDatabases.empty(dialect);
        Installation installation = installation(database);
        Cli cli = installation.cli(MORNING);
        vendor.showTo(YESTERDAY);
        Path report = installation.reports().resolve("2026-03-01").resolve("ultimate_metrics.csv");

        Cli.Result first = cli.run("run");
        assertThat(first.exitStatus()).as(first.err()).isZero();
        long records = vendor.count(FIRST_DAY, YESTERDAY);
        assertThat(first.outLines())
                .hasSize(4)
                .contains(
                        "90 files: 90 loaded, 0 loaded already",
                        records + " records: " + records + " loaded",
                        "report " + report);
        assertThat(first.outLines().get(0))
                .matches("90 days asked for: 90 fetched, 0 unchanged; 90 files landed, \\d\\.\\d MB");
        assertThat(vendor.server().requests()).hasSize(180);
        assertThat(contents(database)).isEqualTo(contents(loaded(FIRST_DAY, YESTERDAY)));
        assertThat(report).content().isEqualTo(reported(cli));
        List<String> tables = tables(database);
        List<String> landing = files(installation.landing());

        vendor.server().forgetRequests();
        Cli.Result second = cli.run("run");
        assertThat(second.exitStatus()).isZero();
        assertThat(second.errLines())
                .singleElement()
                .asString()
                .startsWith("botledger: warning: ultimate_metrics: not_understood_messages_count is 0 in all ");
        assertThat(second.outLines())
                .containsExactly(
                        "9 days asked for: 0 fetched, 9 unchanged",
                        "90 files: 0 loaded, 90 loaded already",
                        "report " + report);
        assertThat(vendor.server().requests())
                .containsExactlyInAnyOrderElementsOf(requests(304, YESTERDAY.minusDays(2), YESTERDAY));
        assertThat(tables(database)).isEqualTo(tables);
        assertThat(files(installation.landing())).isEqualTo(landing);
        assertThat(RunBook.of(database))
                .containsExactly(
                        run(
                                1,
                                "asked_day_count=90|failed_day_count=0|landed_count=90|found_count=90|loaded_count=90"
                                        + "|unchanged_count=0"),
                        run(
                                2,
                                "asked_day_count=9|failed_day_count=0|landed_count=0|found_count=90|loaded_count=0"
                                        + "|unchanged_count=90"));
        assertThat(vendor.server().violations()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void theNextDayBringsYesterdayAndWhatGrew(Dialect dialect) throws IOException {
        DatabaseSettings database = TestDatabases.empty(dialect);
        Installation installation = installation(database, "window_days: 5");
        String grown = vendor.bots().get(0);
        vendor.showTo(YESTERDAY);
        vendor.show(grown, YESTERDAY, 4);
        assertThat(installation.cli(MORNING).run("run").exitStatus()).isZero();

        vendor.showTo(YESTERDAY.plusDays(1));
        vendor.server().forgetRequests();
        Cli cli = installation.cli(NEXT_MORNING);
        Cli.Result next = cli.run("run");
        assertThat(next.exitStatus()).as(next.err()).isZero();
        assertThat(next.outLines())
                .contains("19 files: 3 loaded, 15 loaded already, 1 replaced an older version")
                .contains(
                        "report " + installation.reports().resolve("2026-03-02").resolve("ultimate_metrics.csv"));
        assertThat(next.outLines().get(0)).startsWith("9 days asked for: 4 fetched, 5 unchanged; 4 files landed, ");
        assertThat(next.errLines())
                .anyMatch(line -> line.matches("bot " + grown + ", 2026-02-28 fetched: 1 file, \\d+\\.\\d KB"))
                .anyMatch(
                        line -> line.matches(
                                "conversation_" + grown
                                        + "_2026-02-28_000000000000\\.\\p{XDigit}{16}\\.json\\.gz replaced an older version: \\d+ records"));
        assertThat(vendor.server().requests())
                .containsAll(requests(200, YESTERDAY.plusDays(1), YESTERDAY.plusDays(1)))
                .contains("file " + grown + " 2026-02-28 0 200", "file " + grown + " 2026-02-27 0 304")
                .hasSize(18);

        DatabaseSettings newest = loaded(YESTERDAY.minusDays(4), YESTERDAY.plusDays(1));
        assertThat(Dump.conversations(database)).isEqualTo(Dump.conversations(newest));
        assertThat(Dump.rows(
                        database,
                        "select status, revision, read_count from reporting.loads where revision > 1"
                                + " or status <> 'completed'"))
                .containsExactly(
                        "|status=completed|revision=2|read_count=" + vendor.count(grown, YESTERDAY),
                        "|status=superseded|revision=1|read_count=4");
    }

    private Installation installation(DatabaseSettings database, String... fetch) throws IOException {
        return Installation.of(folder.resolve("installation"), database, vendor.server(), vendor.bots(), fetch);
    }

    /** Another database into which the vendor's files were loaded from a folder. */
    private DatabaseSettings loaded(LocalDate first, LocalDate last) {
        Cli cli = Cli.empty(Dialect.H2);
        assertThat(cli.run("load", vendor.writeTo(folder.resolve("files"), first, last))
                        .exitStatus())
                .isZero();
        return cli.settings();
    }

    private static String reported(Cli cli) {
        return cli.run("report", "ultimate_metrics", "--format", "csv").out();
    }

    private static String run(int number, String counts) {
        return "|run=" + number + "|command=run|status=completed|exit_status=0|" + counts
                + "|failed_count=0|report_count=1|error=null";
    }

    /** The two requests for each bot and day. */
    private List<String> requests(int fileStatus, LocalDate first, LocalDate last) {
        List<String> requests = new ArrayList<>();
        for (String bot : vendor.bots()) {
            first.datesUntil(last.plusDays(1)).forEach(day -> {
                requests.add("ask " + bot + " " + day + " 200");
                requests.add("file " + bot + " " + day + " 0 " + fileStatus);
            });
        }
        return requests;
    }

    /** The views, and the ledger without the names of files, which the landing folder makes its own. */
    private static List<String> contents(DatabaseSettings database) {
        return Dump.of(database).stream()
                .map(row -> row.replaceFirst("\\|file_name=[^|]*", ""))
                .toList();
    }

    /** Every row of every table, keys and times included, but the books of runs and days. */
    private static List<String> tables(DatabaseSettings database) {
        return Dump.rows(database, """
                        select table_name from information_schema.tables
                        where lower(table_schema) = 'botledger' and lower(table_name) not in ('etl_runs', 'export_days')
                        """).stream()
                .map(row -> row.replaceFirst("\\|table_name=", ""))
                .flatMap(table -> Dump.rows(database, "select * from botledger." + table).stream()
                        .map(row -> table + row))
                .toList();
    }

    /** Every landed file with its time stamp, the hidden ones aside. */
    private static List<String> files(Path landing) throws IOException {
        try (Stream<Path> walk = Files.walk(landing)) {
            List<String> files = new ArrayList<>();
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                if (!file.getFileName().toString().startsWith(".")) {
                    files.add(file + " " + Files.getLastModifiedTime(file));
                }
            }
            return files;
        }
    }
}
