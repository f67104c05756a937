package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.DatabaseSettings;
import io.botledger.db.Dialect;
import io.botledger.db.Dump;
import io.botledger.db.TestDatabases;
import io.botledger.extract.ServerAnswer;
import io.botledger.extract.SimulatedExportServer;
import io.botledger.sample.SampleSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Proves a configuration and changes nothing. */
class CheckCommandTest {
    private static final Instant MORNING = Instant.parse("2026-03-01T03:00:00Z");
    private static final LocalDate YESTERDAY = LocalDate.of(2026, 2, 28);
    private static final String TABLES =
            "select table_name from information_schema.tables where lower(table_schema) in ('botledger', 'reporting')";

    @AutoClose
    private final Vendor vendor = new Vendor(SampleSettings.builder()
            .conversations(20)
            .firstDay(YESTERDAY)
            .days(1)
            .bots(2)
            .shards(2)
            .build());

    private final SimulatedExportServer server = vendor.server();
    private final String bot = vendor.bots().get(0);
    private final String other = vendor.bots().get(1);

    @TempDir
    private Path folder;

    private Installation installation;

    @AfterEach
    void nothingWasFetched() {
        assertThat(server.requests()).as("nothing is fetched").noneMatch(request -> request.startsWith("file"));
        assertThat(server.violations()).isEmpty();
    }

    private Cli install(DatabaseSettings database) throws IOException {
        installation = Installation.of(folder, database, server, vendor.bots(), "attempts: 1");
        vendor.showTo(YESTERDAY);
        return installation.cli(MORNING);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void tellsThatAllIsWell(Dialect dialect) throws IOException {
        DatabaseSettings database;
        try (Database migrated = TestDatabases.migrated(dialect)) {
            database = migrated.settings();
        }
        Cli cli = install(database);
        server.remove(other, YESTERDAY);
        Cli.Result result = cli.run("check");
        assertThat(result.exitStatus()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.outLines())
                .containsExactly(
                        "ok      configuration                 " + installation.configuration()
                                + ": 1 organization, 2 bots, 1 report",
                        "ok      database                      " + database + ", schema of version "
                                + Database.schemaVersion(),
                        "ok      landing folder                " + installation.landing(),
                        "ok      organization org-1            " + server.base()
                                + ", key in the environment variable BOTLEDGER_API_KEY",
                        "ok      bot " + bot + "  key accepted; 2 files of 2026-02-28",
                        "ok      bot " + other
                                + "  key accepted; no export of 2026-02-28; if it should have one, check the "
                                + "bot's id");
        assertThat(server.requests())
                .containsExactly("ask " + bot + " 2026-02-28 200", "ask " + other + " 2026-02-28 404");
        assertThat(RunBook.of(database)).isEmpty();
        assertThat(Dump.of(database)).isEmpty();
        assertThat(LandingDump.of(installation.landing())).isEmpty();
    }

    @Test
    void makesNoDatabase() throws IOException {
        Path file = folder.resolve("botledger");
        Cli cli = install(DatabaseSettings.of("jdbc:h2:" + file));
        Cli.Result result = cli.run("check");
        assertThat(result.exitStatus()).isZero();
        assertThat(result.outLines())
                .contains("ok      database                      jdbc:h2:" + file
                        + ", not there yet; the first run makes it");
        assertThat(folder.resolve("botledger.mv.db")).doesNotExist();

        DatabaseSettings empty = TestDatabases.empty(Dialect.POSTGRESQL);
        Cli.Result noSchema = install(empty).run("check");
        assertThat(noSchema.exitStatus()).isZero();
        assertThat(noSchema.outLines())
                .contains("ok      database                      " + empty
                        + ", no schema yet; the next run, or botledger migrate, brings it to version "
                        + Database.schemaVersion());
        assertThat(Dump.rows(empty, TABLES)).isEmpty();
    }

    @Test
    void endsWithTheStatusOfTheFirstFailureAndTellsAll() throws IOException {
        Cli cli = install(new DatabaseSettings("jdbc:postgresql://localhost:1/x", "me", "hush"));
        Files.createDirectories(installation.landing().getParent());
        Files.writeString(installation.landing(), "in the way");
        server.alwaysAsks(other, ServerAnswer.status(401));
        Cli.Result result = cli.run("check");
        assertThat(result.exitStatus()).isEqualTo(6);
        String refused =
                "2026-02-28: the API key was refused (401): it is wrong or was revoked. An admin makes a new one "
                        + "under User Management, Organization Management, the organization's profile, API Key, Generate; it is "
                        + "shown once and revokes the old one. Put it where the configuration reads the key from";
        assertThat(result.outLines())
                .hasSize(6)
                .contains(
                        "ok      bot " + bot + "  key accepted; 2 files of 2026-02-28",
                        "FAILED  bot " + other + "  " + refused);
        assertThat(result.outLines().get(1))
                .startsWith(
                        "FAILED  database                      connecting to jdbc:postgresql://localhost:1/x as me: no "
                                + "connection to the database; check --db and that the server runs: ")
                .doesNotContain("hush");
        assertThat(result.outLines().get(2))
                .startsWith("FAILED  landing folder                cannot write " + installation.landing())
                .endsWith("; check the folder's permissions and free space");

        Cli.Result json = cli.run("check", "--format", "json");
        assertThat(json.exitStatus()).isEqualTo(6);
        assertThat(json.json()).hasSize(6);
        assertThat(json.json().get(4)).isEqualTo(Cli.json("""
                {"subject": "bot %s", "exit_status": 0, "finding": "key accepted; 2 files of 2026-02-28"}
                """.formatted(bot)));
        assertThat(json.json().get(5)).isEqualTo(Cli.json("""
                {"subject": "bot %s", "exit_status": 5, "finding": "%s"}
                """.formatted(other, refused)));
    }

    @Test
    void aKeyThatIsRefusedEndsWithFiveAndOneThatIsMissingWithTwo() throws IOException {
        Cli cli = install(TestDatabases.empty(Dialect.H2));
        server.alwaysAsks(bot, ServerAnswer.status(401));
        assertThat(cli.run("check").exitStatus()).isEqualTo(5);
        server.forgetRequests();

        Cli keyless = Cli.of(
                Map.of(
                        "BOTLEDGER_DB",
                        cli.settings().url(),
                        "BOTLEDGER_CONFIG",
                        installation.configuration().toString()),
                MORNING);
        Cli.Result result = keyless.run("check");
        assertThat(result.exitStatus()).isEqualTo(2);
        assertThat(result.outLines())
                .hasSize(4)
                .endsWith(
                        "FAILED  organization org-1  the environment variable BOTLEDGER_API_KEY with the API key is not "
                                + "set; set it, or name a key_file");
        assertThat(server.requests()).isEmpty();
    }
}
