package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.DatabaseSettings;
import io.botledger.db.Dialect;
import io.botledger.db.Dump;
import io.botledger.db.TestDatabases;
import io.botledger.extract.ServerAnswer;
import io.botledger.extract.SimulatedExportServer;
import io.botledger.load.LoadOptions;
import io.botledger.load.LoadSession;
import io.botledger.sample.SampleSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a run ends, and what it books, when not all is as on other days. */
class RunOutcomeTest {
    private static final String WHAT_TO_DO = " (botledger report coverage tells what is missing) and run this again";

    private static final Instant MORNING = Instant.parse("2026-03-01T03:00:00Z");
    private static final LocalDate YESTERDAY = LocalDate.of(2026, 2, 28);

    @AutoClose
    private final Vendor vendor = new Vendor(SampleSettings.builder()
            .conversations(40)
            .firstDay(YESTERDAY.minusDays(1))
            .days(2)
            .bots(2)
            .build());

    private final SimulatedExportServer server = vendor.server();
    private final String bot = vendor.bots().get(0);
    private final String other = vendor.bots().get(1);

    @TempDir
    private Path folder;

    private Installation installation;
    private Cli cli;

    @BeforeEach
    void install() throws IOException {
        install(TestDatabases.empty(Dialect.H2));
        vendor.showTo(YESTERDAY);
    }

    private void install(DatabaseSettings database) throws IOException {
        installation = Installation.of(
                folder, database, server, vendor.bots(), "window_days: 2", "downloads: 1", "attempts: 1");
        cli = installation.cli(MORNING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"404", "empty list"})
    void aDayWithoutAnExportIsNoFailureAndAskedForAgain(String kind) {
        server.failAsks(bot, kind.equals("404") ? ServerAnswer.status(404) : ServerAnswer.json("{\"urls\":[]}"));
        Cli.Result absent = cli.run("run");
        assertThat(absent.exitStatus()).isZero();
        assertThat(absent.outLines().get(0))
                .startsWith("4 days asked for: 3 fetched, 0 unchanged, 1 without an export; 3 files landed, ");
        assertThat(absent.errLines())
                .filteredOn(line -> line.startsWith("botledger:"))
                .containsExactly(
                        "botledger: warning: ultimate_metrics: of 2 days, 1 is not wholly loaded (1 of 2 bots: "
                                + "2026-02-27): the figures lack conversations of this day; load its files"
                                + WHAT_TO_DO);

        server.forgetRequests();
        Cli.Result appeared = cli.run("run", "--bot", bot);
        assertThat(appeared.exitStatus()).isZero();
        assertThat(appeared.outLines().get(0)).startsWith("2 days asked for: 1 fetched, 1 unchanged; 1 file landed, ");
        assertThat(server.requests()).startsWith("ask " + bot + " 2026-02-27 200", "file " + bot + " 2026-02-27 0 200");
        assertThat(RunBook.of(cli.settings()))
                .containsExactly(
                        "|run=1|command=run|status=completed|exit_status=0|asked_day_count=4|failed_day_count=0"
                                + "|landed_count=3|found_count=3|loaded_count=3|unchanged_count=0|failed_count=0"
                                + "|report_count=1|error=null",
                        "|run=2|command=run|status=completed|exit_status=0|asked_day_count=2|failed_day_count=0"
                                + "|landed_count=1|found_count=4|loaded_count=1|unchanged_count=3|failed_count=0"
                                + "|report_count=1|error=null");
    }

    @Test
    void aDayOfFiftyFilesIsLoadedWhole() {
        server.put(
                bot,
                YESTERDAY,
                IntStream.range(0, 50)
                        .mapToObj(shard -> "[{\"conversation_id\":\"c" + shard + "\"}]")
                        .toArray(String[]::new));
        Cli.Result result = cli.run("run", "--bot", bot, "--from", YESTERDAY);
        assertThat(result.exitStatus()).isZero();
        assertThat(result.outLines().get(0)).startsWith("1 day asked for: 1 fetched, 0 unchanged; 50 files landed, ");
        assertThat(result.outLines()).contains("50 files: 50 loaded, 0 loaded already", "50 records: 50 loaded");
        assertThat(Dump.rows(cli.settings(), "select count(*) as shards, max(shard) as last from reporting.loads"))
                .containsExactly("|shards=50|last=49");
    }

    @Test
    void aBrokenFileOfTheLandingFolderEndsWithFourAndADayThatFailsToo() throws IOException {
        Path broken = installation.landing().resolve(bot).resolve("2025-12-01");
        Files.createDirectories(broken);
        broken = Files.writeString(
                broken.resolve("conversation_" + bot + "_2025-12-01_000000000000.json.gz"), "no gzip");
        String message =
                broken + ": not a Data Export file: expected a JSON array or object, found 'n' at byte 0; get the "
                        + "file again";
        String warning = "botledger: warning: ultimate_metrics: of 90 days, 88 are not wholly loaded (1 of 2 bots: "
                + "2025-12-01 to 2026-02-26): the figures lack conversations of these days; load their files"
                + WHAT_TO_DO;
        Cli.Result four = cli.run("run");
        assertThat(four.exitStatus()).isEqualTo(4);
        assertThat(four.errLines()).endsWith("botledger: " + message, warning);
        assertThat(four.outLines()).contains("5 files: 4 loaded, 0 loaded already, 1 failed");

        server.failAsks(other, ServerAnswer.status(400));
        Cli.Result five = cli.run("run");
        String refused = "bot " + other + ", 2026-02-27: the request was refused (400): expected a bot and a day that "
                + "the API knows; check the day, the bot id, the organization id and the version of the API";
        assertThat(five.exitStatus()).isEqualTo(5);
        assertThat(five.errLines()).containsExactly("botledger: " + refused, "botledger: " + message, warning);
        assertThat(RunBook.of(cli.settings()))
                .containsExactly(
                        "|run=1|command=run|status=failed|exit_status=4|asked_day_count=4|failed_day_count=0"
                                + "|landed_count=4|found_count=5|loaded_count=4|unchanged_count=0|failed_count=1"
                                + "|report_count=1|error=1 file could not be loaded, the first: " + message,
                        "|run=2|command=run|status=failed|exit_status=5|asked_day_count=4|failed_day_count=1"
                                + "|landed_count=0|found_count=5|loaded_count=0|unchanged_count=4|failed_count=1"
                                + "|report_count=1|error=1 day could not be fetched, the first: " + refused
                                + "; 1 file could not be loaded, the first: " + message);

        Files.delete(broken);
        assertThat(cli.run("run").exitStatus()).isZero();
    }

    @Test
    void rejectsEndWithThree() {
        server.put(
                bot, YESTERDAY, "[{\"conversation_id\":\"a\"},{\"conversation_id\":\"b\",\"test_mode\":\"perhaps\"}]");
        Cli.Result result = cli.run("run");
        assertThat(result.exitStatus()).isEqualTo(3);
        assertThat(result.outLines())
                .contains("See botledger rejects for the reasons; load --again takes the files up once more.");
        assertThat(cli.run("run").exitStatus()).isZero();
    }

    @Test
    void tellsTheFirstFailuresOfABotAndWarnsOfDaysThatAreAboutToBeLost() {
        server.alwaysAsks(bot, ServerAnswer.status(503));
        Cli.Result result = cli.run("run", "--from", "2026-02-20", "--bot", bot);
        String failed = ": signed URLs: answered 503 (attempt 1 of 1); run again later";
        String lost = ": not fetched yet, and deleted by the vendor soon: 2026-02-27 (today), 2026-02-28 (in 1 day); "
                + "botledger run asks again";
        assertThat(result.exitStatus()).isEqualTo(5);
        assertThat(result.errLines())
                .containsExactly(
                        "botledger: bot " + bot + ", 2026-02-20" + failed,
                        "botledger: bot " + bot + ", 2026-02-21" + failed,
                        "botledger: bot " + bot + ", 2026-02-22" + failed,
                        "botledger: bot " + bot + ": 1 more day failed, see --format json",
                        "botledger: organization org-1: 5 more days not asked for: the source was unavailable for "
                                + "several days in a row; run again later",
                        "botledger: warning: bot " + bot + lost,
                        "botledger: warning: bot " + other + lost);
        assertThat(result.outLines()).startsWith("9 days asked for: 0 fetched, 0 unchanged, 9 failed");
        assertThat(RunBook.of(cli.settings()))
                .hasSize(1)
                .allSatisfy(run -> assertThat(run)
                        .contains("|exit_status=5|asked_day_count=9|failed_day_count=9|")
                        .endsWith(
                                "|error=9 days could not be fetched, the first: bot " + bot + ", 2026-02-20" + failed));

        server.heal();
        Cli.Result next = cli.run("run", "--from", "2026-02-20", "--bot", bot);
        assertThat(next.exitStatus()).isZero();
        assertThat(next.outLines().get(0)).startsWith("9 days asked for: 2 fetched, 0 unchanged, 7 without an export;");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aSecondRunIsSentAwayAndFetchesNothing(Dialect dialect) throws IOException {
        install(TestDatabases.empty(dialect));
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T02:50:30.4Z"), ZoneOffset.UTC);
        try (Database database = Database.open(cli.settings())) {
            database.migrate();
            try (LoadSession first = LoadSession.begin(database, LoadOptions.defaults(), "run", "1", clock)) {
                assertThat(first).isNotNull();
                Cli.Result second = cli.run("run");
                assertThat(second.exitStatus()).isEqualTo(7);
                assertThat(second.out()).isEmpty();
                assertThat(second.err())
                        .matches("botledger: another run is at work on this database: run since 2026-03-01T02:50:30Z, "
                                + "process " + ProcessHandle.current().pid()
                                + " on \\S+; wait for it to end, nothing was done\\R");
                assertThat(server.requests()).isEmpty();
                assertThat(LandingDump.of(installation.landing())).isEmpty();
            }
        }
        assertThat(cli.run("run").exitStatus()).isZero();
        assertThat(server.requests()).hasSize(8);
    }
}
