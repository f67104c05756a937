package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.cli.Program.Running;
import io.botledger.db.Database;
import io.botledger.db.DatabaseSettings;
import io.botledger.load.LoadOptions;
import io.botledger.load.LoadSession;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is told of an embedded H2 database that another process has open, which nobody can ask for it. */
class HeldDatabaseTest {
    private static final Instant SINCE = Instant.parse("2026-03-01T10:20:30.4Z");

    @TempDir
    private Path folder;

    private Path note;
    private DatabaseSettings settings;
    private Cli cli;

    @BeforeEach
    void chooseDatabase() {
        note = folder.resolve(".botledger.mv.db.holder");
        settings = DatabaseSettings.of("jdbc:h2:" + folder.resolve("botledger"));
        cli = Cli.on(settings);
    }

    /** A run that is at work until its standard input ends. */
    static final class Holder {
        private Holder() {}

        /** Begins the run and says so. */
        public static void main(String[] arguments) throws IOException {
            try (Database database = Database.open(DatabaseSettings.of(System.getenv("BOTLEDGER_DB")))) {
                database.migrate();
                Clock clock = Clock.fixed(SINCE, ZoneOffset.UTC);
                try (LoadSession run = LoadSession.begin(database, LoadOptions.defaults(), "run", "1", clock)) {
                    System.out.println("begun: " + (run != null));
                    System.in.read();
                }
            }
        }
    }

    private Running hold(Class<?> holder) throws IOException, InterruptedException {
        Running running = Program.ofClasses(holder, folder, settings).start();
        running.awaitThat(() -> running.out().toFile().length() > 0);
        return running;
    }

    private void assertBusy(Cli.Result result, String message) {
        assertThat(result.errLines()).containsExactly(message);
        assertThat(result.exitStatus()).isEqualTo(7);
        assertThat(result.out()).isEmpty();
    }

    private static String heldBy(Running holder) throws IOException {
        return "botledger: another run is at work on this database: run since 2026-03-01T10:20:30Z, process "
                + holder.process().pid() + " on " + InetAddress.getLocalHost().getHostName()
                + "; wait for it to end, nothing was done";
    }

    private String heldBySomeone() {
        return "botledger: connecting to " + settings.url()
                + ": the H2 database is open in another process; an embedded "
                + "database takes one at a time: wait for the other to end, or use PostgreSQL";
    }

    private void assertLoads() {
        Cli.Result load = cli.run("load", folder);
        assertThat(load.exitStatus()).as(load.err()).isZero();
        assertThat(note).doesNotExist();
    }

    @Test
    void everyCommandIsToldWhoHoldsItAndDoesNothing() throws IOException, InterruptedException {
        try (Running holder = hold(Holder.class)) {
            for (String command : List.of("load", "status", "rejects", "verify", "migrate")) {
                assertBusy(command.equals("load") ? cli.run(command, folder) : cli.run(command), heldBy(holder));
            }
            Path report = folder.resolve("report.csv");
            assertBusy(cli.run("report", "ultimate_metrics", "--out", report), heldBy(holder));
            assertThat(report).doesNotExist();
            assertBusy(Cli.bare().run("demo", "--folder", folder), heldBy(holder));
            assertThat(folder.resolve("exports")).doesNotExist();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(note)))
                    .isEqualTo("rw-------");

            holder.process().getOutputStream().close();
            assertThat(holder.await().exitStatus()).isZero();
        }
        assertThat(note).doesNotExist();
        assertLoads();
    }

    @Test
    void theUrlMayNameTheFileInOtherWords() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
        try (Running holder = hold(Holder.class)) {
            for (String url : List.of("file:" + folder + "/botledger", link + "/./botledger;LOCK_TIMEOUT=10")) {
                assertBusy(Cli.on(DatabaseSettings.of("jdbc:h2:" + url)).run("status"), heldBy(holder));
            }
        }
    }

    @Test
    void theNextRunReplacesWhatADeadOneLeft() throws IOException, InterruptedException {
        assertThat(cli.run("migrate").exitStatus()).isZero();
        try (Running holder = hold(Holder.class)) {
            holder.kill();
        }
        String left = Files.readString(note);
        assertThat(cli.run("status").exitStatus()).isZero();
        assertThat(note).hasContent(left);
        try (Running other = hold(ExitStatusTest.Holder.class)) {
            assertThat(other.process().isAlive()).isTrue();
            assertBusy(cli.run("load", folder), heldBySomeone());
        }
        try (Running next = hold(Holder.class)) {
            assertThat(Files.readString(note)).isNotEqualTo(left);
            assertBusy(cli.run("load", folder), heldBy(next));
            next.kill();
        }
        assertLoads();
    }

    @Test
    void aDamagedNoteTellsNothing() throws IOException, InterruptedException {
        try (Running holder = hold(Holder.class)) {
            String whole = Files.readString(note);
            for (String damaged : List.of(
                    "",
                    whole.substring(0, 30),
                    whole.replace("-03-01", "-02-30"),
                    whole.replaceFirst("process \\d+", "process " + "9".repeat(30)),
                    whole.replace("process", "\33[2Jprocess"),
                    whole.strip() + "\33[2J\n",
                    whole.replace("run", "run" + "n".repeat(500)),
                    "\0".repeat(2_000_000))) {
                Files.writeString(note, damaged);
                assertBusy(cli.run("status"), heldBySomeone());
            }
            Files.writeString(note, whole);
            assertBusy(cli.run("status"), heldBy(holder));
        }
    }

    @Test
    void aNoteThatNoLivingProcessWroteTellsNothing() throws IOException, InterruptedException {
        try (Running holder = hold(Holder.class)) {
            String whole = Files.readString(note);
            Files.delete(note);
            assertBusy(cli.run("status"), heldBySomeone());
            Files.writeString(note, whole);
            assertBusy(cli.run("status"), heldBySomeone());
            holder.process().getOutputStream().close();
            assertThat(holder.await().exitStatus()).isZero();
        }
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPipeInTheNotesPlaceKeepsNobodyWaiting() throws IOException, InterruptedException {
        try (Running holder = hold(Holder.class)) {
            Files.delete(note);
            assertThat(new ProcessBuilder("mkfifo", note.toString()).start().waitFor())
                    .isZero();
            assertBusy(cli.run("status"), heldBySomeone());
            holder.process().getOutputStream().close();
            assertThat(holder.await().exitStatus()).isZero();
        }
    }

    @Test
    void whereNoNoteCanBeWrittenTheRunDoesItsWorkAndLeavesNothing() throws IOException, InterruptedException {
        Files.createDirectories(note.resolve("in-the-way"));
        try (Running holder = hold(Holder.class)) {
            assertBusy(cli.run("status"), heldBySomeone());
            assertThat(folder.resolve(note.getFileName() + ".tmp")).doesNotExist();
            holder.process().getOutputStream().close();
            assertThat(holder.await().exitStatus()).isZero();
        }
        assertThat(cli.run("load", folder).exitStatus()).isZero();
    }
}
