package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.DatabaseSettings;
import io.botledger.db.Dialect;
import io.botledger.db.Dump;
import io.botledger.db.TestDatabases;
import io.botledger.extract.SimulatedExportServer;
import io.botledger.sample.SampleSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first half of a run, alone; and files of a folder in the place of the API. */
class ExtractCommandTest {
    private static final Instant MORNING = Instant.parse("2026-03-01T03:00:00Z");
    private static final LocalDate YESTERDAY = LocalDate.of(2026, 2, 28);
    private static final LocalDate DAY_BEFORE = LocalDate.of(2026, 2, 27);
    private static final String NAME = "conversation_b_2026-02-28_000000000000.json";

    @AutoClose
    private final Vendor vendor = new Vendor(SampleSettings.builder()
                    .conversations(40)
                    .firstDay(DAY_BEFORE)
                    .days(2)
                    .bots(2)
                    .build())
            .showTo(YESTERDAY);

    private final SimulatedExportServer server = vendor.server();

    @TempDir
    private Path folder;

    @Test
    void extractAndLoadAreWhatRunDoes() throws IOException {
        Installation whole = installation("whole", TestDatabases.empty(Dialect.H2));
        Cli atOnce = whole.cli(MORNING);
        assertThat(atOnce.run("run").exitStatus()).isZero();

        Path file = folder.resolve("botledger");
        Installation halves = installation("halves", DatabaseSettings.of("jdbc:h2:" + file));
        Cli cli = halves.cli(MORNING);
        Cli.Result extracted = cli.run("extract");
        assertThat(extracted.exitStatus()).isZero();
        assertThat(extracted.outLines()).hasSize(1);
        assertThat(extracted.out()).startsWith("4 days asked for: 4 fetched, 0 unchanged; 4 files landed, ");
        assertThat(folder.resolve("botledger.mv.db")).doesNotExist();
        assertThat(cli.run("load").outLines()).startsWith("4 files: 4 loaded, 0 loaded already");

        assertThat(Dump.of(cli.settings())).isEqualTo(Dump.of(atOnce.settings()));
        assertThat(LandingDump.of(halves.landing())).isEqualTo(LandingDump.of(whole.landing()));
        assertThat(cli.run("extract").outLines()).containsExactly("4 days asked for: 0 fetched, 4 unchanged");
        assertThat(cli.run("extract", "--format", "json")
                        .json()
                        .get("unchanged")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void twoProcessesFillOneFolderLikeOne() throws IOException, InterruptedException {
        Installation installation = installation("here", TestDatabases.empty(Dialect.H2));
        Path alone = folder.resolve("alone");
        Object[] extract = {"extract", "--from", DAY_BEFORE, "--to", YESTERDAY, "--landing", alone};
        assertThat(installation.cli(MORNING).run(extract).exitStatus()).isZero();

        Path together = folder.resolve("together");
        extract[extract.length - 1] = together;
        Map<String, String> environment = new HashMap<>(installation.environment());
        environment.put("BOTLEDGER_CONFIG", installation.configuration().toString());
        Program program = Program.ofClasses(Botledger.class, folder, environment);
        try (Program.Running one = program.start(extract);
                Program.Running other = program.start(extract)) {
            assertThat(one.await()).satisfies(ExtractCommandTest::assertComplete);
            assertThat(other.await()).satisfies(ExtractCommandTest::assertComplete);
        }
        assertThat(LandingDump.of(together)).isEqualTo(LandingDump.of(alone));
    }

    private static void assertComplete(Cli.Result result) {
        assertThat(result.exitStatus()).as(result.err()).isZero();
        assertThat(result.out()).startsWith("4 days asked for: ");
    }

    @Test
    void whatLandsIsForTheUserAlone() throws IOException {
        Path landing = folder.resolve("elsewhere");
        Installation installation = installation("here", TestDatabases.empty(Dialect.H2));
        assertThat(installation
                        .cli(MORNING)
                        .run("extract", "--landing", landing)
                        .exitStatus())
                .isZero();
        assertThat(installation.landing()).doesNotExist();
        try (Stream<Path> all = Files.walk(landing)) {
            assertThat(all.toList())
                    .hasSizeGreaterThan(4)
                    .allSatisfy(path -> assertThat(permissions(path))
                            .as(path.toString())
                            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
    }

    @Test
    void copiesTheExportsOfAFolderOnce() throws IOException {
        Path from = vendor.writeTo(folder.resolve("from"), DAY_BEFORE, YESTERDAY);
        Files.writeString(from.resolve("notes.txt"), "nothing of ours");
        Path broken = Files.writeString(from.resolve(NAME), "hello");
        Path hostile = Files.writeString(from.resolve("conversation_-_2026-02-28_000000000000.json"), "[]");
        Cli cli = Cli.empty(Dialect.H2);
        Path landing = folder.resolve("landing");

        Cli.Result first = cli.run("extract", "--from-dir", from, "--landing", landing);
        assertThat(first.exitStatus()).isEqualTo(4);
        assertThat(first.outLines())
                .containsExactly("6 files: 4 copied, 0 here already, 2 failed, 1 ignored, not named like exports");
        assertThat(first.errLines())
                .containsExactlyInAnyOrder(
                        "botledger: " + broken
                                + ": not a Data Export file: expected a JSON array or object, found 'h' at "
                                + "byte 0; get the file again",
                        "botledger: " + hostile
                                + ": bot id \"-\": expected 1 to 100 letters, digits, '-', '_' or '.', the "
                                + "first a letter or digit, the last no '.', and no device name of Windows; copy the id "
                                + "from the vendor");
        assertThat(cli.run("load", landing).exitStatus()).isZero();
        Cli direct = Cli.empty(Dialect.H2);
        Files.delete(broken);
        Files.delete(hostile);
        assertThat(direct.run("load", from).exitStatus()).isZero();
        assertThat(Dump.conversations(cli.settings())).isEqualTo(Dump.conversations(direct.settings()));

        Cli.Result second = cli.run("extract", "--from-dir", from, "--landing", landing);
        assertThat(second.exitStatus()).isZero();
        assertThat(second.outLines())
                .containsExactly("4 files: 0 copied, 4 here already, 1 ignored, not named like exports");
        assertThat(second.err()).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void refusesOptionsThatContradictEachOther() throws IOException {
        Cli cli = installation("here", TestDatabases.empty(Dialect.H2)).cli(MORNING);
        for (String option : List.of("--from=2026-02-28", "--to=2026-02-28", "--bot=b", "--dry-run")) {
            assertRefused(
                    cli.run("extract", "--from-dir", folder, option),
                    "botledger: --from, --to, --bot and --dry-run mean nothing with --from-dir; leave them out");
        }
        assertRefused(
                cli.run("extract", "--from", YESTERDAY, "--to", DAY_BEFORE),
                "botledger: from 2026-02-28 is after to 2026-02-27; exchange them");
        assertRefused(
                cli.run("extract", "--to", "2026-03-01"),
                "botledger: expected days up to 2026-02-28, the last that is over in UTC, found 2026-03-01; take an "
                        + "earlier day");
        Cli.Result noDay = cli.run("extract", "--from", "2026-02-30");
        assertThat(noDay.exitStatus()).isEqualTo(2);
        assertThat(noDay.errLines()).startsWith("botledger: --from: expected a day as YYYY-MM-DD, found 2026-02-30");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void tellsOfEveryKeyThatIsMissing() throws IOException {
        Path missing = folder.resolve("second.key");
        Cli cli = Cli.of(
                Map.of(
                        "BOTLEDGER_CONFIG",
                        Files.writeString(folder.resolve("botledger.yaml"), """
                                organizations:
                                  - id: org-1
                                    base: %1$s
                                    bots: [a]
                                  - id: org-2
                                    base: %1$s
                                    key_file: second.key
                                    bots: [b]
                                """.formatted(server.base()))
                                .toString()),
                MORNING);
        for (String command : List.of("extract", "run")) {
            assertRefused(
                    cli.run(command),
                    "botledger: API keys: 2 problems",
                    "  organization org-1: the environment variable BOTLEDGER_API_KEY with the API key is not set; set "
                            + "it, or name a key_file",
                    "  organization org-2: " + folder.resolve("botledger.yaml")
                            + ": line 7: organizations[1].key_file: there is no file " + missing
                            + "; write the API key into it, readable for you alone");
        }
        Files.writeString(missing, "\n");
        assertThat(cli.run("extract").errLines())
                .endsWith("  organization org-2: file " + missing
                        + ": the API key is empty; set the variable or file that holds it");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void wantsAConfiguration() throws IOException {
        for (String command : List.of("extract", "run", "check")) {
            assertRefused(
                    Cli.bare().run(command),
                    "botledger: there is no botledger.yaml here; write one with botledger init, or name yours with "
                            + "--config");
        }
        Path empty = Files.writeString(folder.resolve("empty.yaml"), "fetch: {window_days: 3}\n");
        assertRefused(
                Cli.bare().run("run", "--config", empty),
                "botledger: " + empty + " names no organization whose exports could be fetched; add it, botledger init "
                        + "shows how");
    }

    private static void assertRefused(Cli.Result result, String... message) {
        assertThat(result.errLines()).containsExactly(message);
        assertThat(result.exitStatus()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
    }

    private Installation installation(String name, DatabaseSettings database) throws IOException {
        return Installation.of(folder.resolve(name), database, server, vendor.bots(), "window_days: 2");
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
