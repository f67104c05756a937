package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.cli.Program.Running;
import io.botledger.db.Database;
import io.botledger.db.DatabaseSettings;
import io.botledger.db.Dialect;
import io.botledger.db.Dump;
import io.botledger.db.TestDatabases;
import io.botledger.load.LoadOptions;
import io.botledger.load.LoadSession;
import io.botledger.reports.ReportCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each kind of failure ends with and says. */
class ExitStatusTest {
    private static final String FILE = "conversation_b_2026-01-05_000000000000.json";
    private static final String TOO_MANY = "botledger: " + FILE + ": 1 of the first 2 records were rejected, allowed "
            + "are %s; see botledger rejects for the reasons, mend the file or raise --max-rejects";

    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void openDatabase() {
        cli = Cli.empty(Dialect.H2);
    }

    private void assertFails(Cli.Result result, int exitStatus, String... message) {
        assertThat(result.errLines()).containsExactly(message);
        assertThat(result.exitStatus()).isEqualTo(exitStatus);
        assertThat(result.out()).isEmpty();
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve(FILE), content);
    }

    @Test
    void anUnknownOptionIsWrongUsage() {
        for (String command : List.of("load", "report", "status", "rejects", "verify", "migrate", "demo")) {
            assertFails(
                    cli.run(command, "--no-such-option"),
                    2,
                    "botledger: unknown option --no-such-option",
                    "See botledger " + command + " --help");
        }
    }

    @Test
    void anUnknownOrMissingCommandIsWrongUsage() {
        assertFails(
                cli.run("laod"), 2, "botledger: there is no command laod; did you mean load?", "See botledger --help");
        assertThat(cli.run().exitStatus()).isEqualTo(2);
        assertThat(cli.run().errLines())
                .startsWith("botledger: expected a command, found none")
                .contains("New here? botledger demo");
        assertThat(cli.run().out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 5})
    void aWrongNumberOfWorkersIsWrongUsage(int workers) {
        assertFails(
                cli.run("load", folder, "--workers", workers),
                2,
                "botledger: --workers: expected 1 to 4, found " + workers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "-1", "101%", "5 %", "1e3", ""})
    void aWrongLimitOfRejectsIsWrongUsage(String limit) {
        assertFails(
                cli.run("load", folder, "--max-rejects=" + limit),
                2,
                "botledger: expected a count (1000) or a percentage (5%) of records, found " + limit);
    }

    @Test
    void otherWrongValuesAreWrongUsage() {
        assertFails(
                cli.run("load", folder, "--max-record-size=5km"),
                2,
                "botledger: --max-record-size: expected a size such as 512KB, 16MB or 2GB, found 5km",
                "See botledger load --help");
        assertFails(
                cli.run("load", folder, "--max-depth=0"),
                2,
                "botledger: options: --max-depth: expected 1 to 10000, found 0");
        assertFails(cli.run("sample", folder, "--bots=0"), 2, "botledger: bots must be between 1 and 100, but is 0");
        assertFails(
                cli.run("report", "ultimate_metrics", "--from=2026-02-30", "--by=decade"),
                2,
                "botledger: report ultimate_metrics: 2 problems",
                "  --from: expected a day as YYYY-MM-DD, found \"2026-02-30\"",
                "  --by: expected one of day, week, month, bot, channel, language, found \"decade\"");
        assertFails(
                cli.run("status", "--db-password-file", folder.resolve("none")),
                2,
                "botledger: --db-password-file: there is no file " + folder.resolve("none")
                        + "; write the password into it, readable for you alone");
    }

    @Test
    void nothingToLoadIsWrongUsage() {
        assertFails(
                cli.run("load"),
                2,
                "botledger: nothing to load: there is no folder botledger-data/landing; name the files or folders to "
                        + "load");
    }

    @Test
    void anUnknownReportIsSuggested() {
        assertFails(
                cli.run("report", "ultimate_metric"),
                2,
                "botledger: there is no report \"ultimate_metric\"; did you mean ultimate_metrics?",
                "reports: " + String.join(", ", ReportCatalogue.builtIn().names()));
        assertFails(
                cli.run("report"),
                2,
                "botledger: name at least one report: "
                        + String.join(", ", ReportCatalogue.builtIn().names()));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void readingBeforeAnyLoadSaysWhatToDo(Dialect dialect) {
        Cli fresh = Cli.empty(dialect);
        String advice = dialect == Dialect.H2
                ? "botledger: connecting to " + fresh.settings().url()
                        + ": there is no database yet; load files first, or check --db"
                : "botledger: there is no botledger schema in this database yet; load files first, or run: botledger "
                        + "migrate";
        for (String command : List.of("status", "rejects", "verify")) {
            assertFails(fresh.run(command), 6, advice);
        }
        assertFails(fresh.run("report", "ultimate_metrics"), 6, advice);
        assertThat(fresh.run("migrate").exitStatus()).isZero();
        assertThat(fresh.run("status").outLines()).containsExactly("Nothing is loaded yet.");
        assertThat(fresh.run("verify").exitStatus()).isZero();
    }

    @Test
    void anUnknownDatabaseIsWrongUsageAndShowsNoSecret() {
        assertFails(
                cli.run("load", folder, "--db", "jdbc:mysql://me:hush@localhost/x?password=hush"),
                2,
                "botledger: unknown database jdbc:mysql://***@localhost/x?password=***: expected a URL that begins "
                        + "with jdbc:h2: or jdbc:postgresql:");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsUnavailable() {
        Cli.Result result = Cli.on(new DatabaseSettings("jdbc:postgresql://localhost:1/x", "me", "hush"))
                .run("load", folder);
        assertThat(result.exitStatus()).isEqualTo(6);
        assertThat(result.errLines()).hasSize(1);
        assertThat(result.err())
                .startsWith("botledger: connecting to jdbc:postgresql://localhost:1/x as me: no connection to the "
                        + "database; check --db and that the server runs: ")
                .doesNotContain("hush");
    }

    @Test
    void aSecondUserInTheUrlIsRefusedSinceTheDriverWouldTakeIt() throws SQLException {
        DatabaseSettings settings = TestDatabases.empty(Dialect.POSTGRESQL);
        String url = settings.url().replaceFirst("\\?.*", "");
        String withUser = url + "?user=postgres";
        try (Connection connection = DriverManager.getConnection(withUser, "nobody", "postgres")) {
            assertThat(connection.getMetaData().getUserName()).isEqualTo("postgres");
        }
        assertFails(
                Cli.on(new DatabaseSettings(withUser, "nobody", null)).run("migrate"),
                2,
                "botledger: the database URL " + withUser + " names a user other than that of --db-user, "
                        + "BOTLEDGER_DB_USER or database.user; take it out of the URL");
        assertFails(
                Cli.on(new DatabaseSettings(url + "?ssl=false&password=hush", "postgres", "hash"))
                        .run("migrate"),
                2,
                "botledger: the database URL " + url + "?ssl=false&password=*** names a password other than that of a "
                        + "password file or BOTLEDGER_DB_PASSWORD; take it out of the URL");
        assertThat(Cli.on(new DatabaseSettings(url + "?user=p%6fstgres", "postgres", "postgres"))
                        .run("migrate")
                        .exitStatus())
                .isZero();
    }

    @Test
    void aRefusedUserIsToldSo() {
        String postgres = TestDatabases.empty(Dialect.POSTGRESQL).url().replaceFirst("\\?.*", "");
        Path file = folder.resolve("locked");
        String url = "jdbc:h2:" + file;
        assertThat(Cli.on(new DatabaseSettings(url, "me", "hush"))
                        .run("migrate")
                        .exitStatus())
                .isZero();
        for (DatabaseSettings settings :
                List.of(new DatabaseSettings(postgres, "nobody", "hush"), new DatabaseSettings(url, "me", "hash"))) {
            Cli.Result result = Cli.on(settings).run("load", folder);
            assertThat(result.exitStatus()).isEqualTo(6);
            assertThat(result.errLines()).hasSize(1);
            assertThat(result.err())
                    .startsWith("botledger: connecting to " + settings.displayUrl() + " as " + settings.user()
                            + ": user or password refused; check --db-user and BOTLEDGER_DB_PASSWORD: ")
                    .doesNotContain("hush", "hash");
        }
    }

    /** A process that holds an H2 database open until its standard input ends. */
    static final class Holder {
        private Holder() {}

        /** Opens the database of the environment and says so. */
        public static void main(String[] arguments) throws SQLException, IOException {
            try (Connection connection = DriverManager.getConnection(System.getenv("BOTLEDGER_DB"), "sa", "")) {
                System.out.println("open: " + !connection.isClosed());
                System.in.read();
            }
        }
    }

    @Test
    void anH2DatabaseOpenElsewhereIsBusy() throws IOException, InterruptedException {
        DatabaseSettings settings = DatabaseSettings.of("jdbc:h2:" + folder.resolve("shared"));
        try (Running holder = Program.ofClasses(Holder.class, folder, settings).start()) {
            holder.awaitThat(() -> holder.out().toFile().length() > 0);
            for (String command : List.of("load", "status")) {
                Cli.Result result = command.equals("load")
                        ? Cli.on(settings).run("load", folder)
                        : Cli.on(settings).run(command);
                assertThat(result.exitStatus()).isEqualTo(7);
                assertThat(result.errLines()).hasSize(1);
                assertThat(result.err())
                        .startsWith("botledger: connecting to " + settings.url() + ": the H2 database is open in "
                                + "another process; an embedded database takes one at a time: wait for the other to "
                                + "end, or use PostgreSQL");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aSecondLoaderIsSentAway(Dialect dialect) throws IOException {
        write("[]");
        DatabaseSettings settings = TestDatabases.empty(dialect);
        Cli second = Cli.on(settings);
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T10:20:30.4Z"), ZoneOffset.UTC);
        try (Database database = Database.open(settings)) {
            database.migrate();
            try (LoadSession first = LoadSession.begin(database, LoadOptions.defaults(), "run", "1", clock)) {
                assertThat(first).isNotNull();
                Cli.Result result = second.run("load", folder);
                assertThat(result.exitStatus()).isEqualTo(7);
                assertThat(result.err())
                        .matches("botledger: another run is at work on this database: run since 2026-03-01T10:20:30Z, "
                                + "process " + ProcessHandle.current().pid()
                                + " on \\S+; wait for it to end, nothing was done\\R");
                assertThat(second.run("status").exitStatus()).isZero();
            }
        }
        assertThat(second.run("load", folder).exitStatus()).isZero();
    }

    @Test
    void rejectsEndWithThree() throws IOException {
        write("{\"conversation_id\":\"a\"}\n{\"conversation_id\":\"b\",\"test_mode\":\"perhaps\"}\n");
        Cli.Result kept = cli.run("load", folder);
        assertThat(kept.exitStatus()).isEqualTo(3);
        assertThat(kept.outLines())
                .containsExactly(
                        "1 file: 1 loaded, 0 loaded already",
                        "2 records: 2 loaded; 1 value not taken as sent",
                        "See botledger rejects for the reasons; load --again takes the files up once more.");

        Cli strict = Cli.empty(Dialect.H2);
        Cli.Result rejected = strict.run("load", folder, "--on-bad-value=reject");
        assertThat(rejected.exitStatus()).isEqualTo(3);
        assertThat(rejected.outLines())
                .containsExactly(
                        "1 file: 1 loaded, 0 loaded already",
                        "2 records: 1 loaded, 1 rejected",
                        "See botledger rejects for the reasons; load --again takes the files up once more.");
        assertThat(strict.run("load", folder).exitStatus())
                .as("a load that has nothing to do")
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "49.9%"})
    void tooManyRejectsFailTheFile(String limit) throws IOException {
        write("{\"conversation_id\":\"a\"}\nnonsense\n");
        Cli.Result result = cli.run("load", folder, "--max-rejects", limit);
        assertThat(result.exitStatus()).isEqualTo(4);
        assertThat(result.errLines()).containsExactly(String.format(TOO_MANY, limit));
        assertThat(result.outLines()).containsExactly("1 file: 0 loaded, 0 loaded already, 1 failed");
        assertThat(Dump.rows(cli.settings(), "select * from reporting.conversations"))
                .isEmpty();

        assertThat(cli.run("load", folder, "--max-rejects", "50%").exitStatus()).isEqualTo(3);
        assertThat(Dump.rows(cli.settings(), "select conversation_id from reporting.conversations"))
                .containsExactly("|conversation_id=a");
    }

    @Test
    void aTruncatedFileFailsUnlessAskedOtherwise() throws IOException {
        Path file = write("[{\"conversation_id\":\"a\"},{\"conversation_id\":\"b\",\"la");
        Cli.Result failed = cli.run("load", folder);
        assertThat(failed.exitStatus()).isEqualTo(4);
        assertThat(failed.errLines())
                .containsExactly(
                        "botledger: " + file + ": the file ends in the middle of record 2, which begins at byte "
                                + "25: expected the rest of the record, found the end at byte 51; get the file again");

        Cli.Result rejected = cli.run("load", folder, "--on-truncated=reject");
        assertThat(rejected.exitStatus()).isEqualTo(3);
        assertThat(rejected.outLines()).contains("2 records: 1 loaded, 1 rejected");
        assertThat(cli.run("rejects").outLines())
                .containsExactly(
                        FILE + " record 2 at byte 25: truncated, expected the rest of the record, found the end "
                                + "of the file (record not loaded)");
    }

    @Test
    void anOutputThatCanNotBeWrittenIsTheMachinesFault() throws IOException {
        assertThat(cli.run("migrate").exitStatus()).isZero();
        Path file = Files.writeString(folder.resolve("a-file"), "");
        Cli.Result result = cli.run("report", "ultimate_metrics", "--out", file.resolve("report.csv"));
        assertThat(result.exitStatus()).isEqualTo(6);
        assertThat(result.errLines()).hasSize(1);
        assertThat(result.err()).startsWith("botledger: ").contains(file.toString());
    }
}
