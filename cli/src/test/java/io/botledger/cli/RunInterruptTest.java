package io.botledger.cli;

import static io.botledger.cli.RunBook.COMPLETED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.botledger.cli.Program.Running;
import io.botledger.db.Dialect;
import io.botledger.db.Dump;
import io.botledger.extract.ServerAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Ctrl-C and SIGTERM: runs and extractions end soon, in order and with a word about it, and the next run does the rest. */
class RunInterruptTest {
    private static final int CONVERSATIONS = 3_000;
    private static final int DAYS = 2;
    private static final int DOWNLOADS = 4;
    private static final int INTERRUPTED = 130;
    private static final int SECONDS_TO_END = 10;
    /** Interpreted only, the reader takes many times as long for the files as a signal after the first one does. */
    private static final String[] SLOW_READER = {
        "-XX:CompileCommand=quiet", "-XX:CompileCommand=exclude,io.botledger.extract.*::*"
    };

    private static final String WHILE_FETCHING = "interrupted while exports were fetched; run the command again";
    private static final String WHILE_LOADING = "interrupted; what was at work is rolled back, run the command again";

    @TempDir
    private static Path undisturbedFolder;

    @AutoClose
    private static Vendor vendor;

    private static Outcome undisturbed;

    @TempDir
    private Path folder;

    /** The signals that ask a process to end. */
    enum Signal {
        TERM,
        INT;

        void sendTo(Process process) throws IOException, InterruptedException {
            Process kill = new ProcessBuilder("kill", "-" + name(), Long.toString(process.pid())).start();
            assertThat(kill.waitFor()).isZero();
        }

        /** A process that was started where Ctrl-C means nothing, such as behind {@code nohup &}, takes that over. */
        void assumeNotIgnored() throws IOException {
            long ignored = Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("SigIgn:"))
                    .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                    .findFirst()
                    .orElseThrow();
            assumeFalse(this == INT && (ignored & 2) != 0, "SIGINT is ignored here");
        }
    }

    @BeforeAll
    static void runUndisturbed() throws IOException {
        vendor = Vendor.recent(CONVERSATIONS, DAYS, 2, 1).showAll();
        undisturbed = Outcome.undisturbed(undisturbedFolder, vendor);
    }

    @AfterEach
    void heal() {
        vendor.server().heal();
    }

    @ParameterizedTest
    @EnumSource(Signal.class)
    void endsAnExtraction(Signal signal) throws IOException, InterruptedException {
        signal.assumeNotIgnored();
        Installation installation = Installation.of(folder, Dialect.H2, vendor);
        vendor.server().failFiles(vendor.bots().get(0), ServerAnswer.drip());
        try (Running extract = installation.program().start("extract", "--progress=plain")) {
            extract.awaitThat(() -> isLandingTheLast(installation));
            assertEnds(extract, signal, WHILE_FETCHING);
        }
        assertNothingHalf(installation);
        assertGoesOn(installation);
    }

    @ParameterizedTest
    @CsvSource({"H2, TERM", "POSTGRESQL, INT"})
    void endsARunThatWaitsForAnAnswer(Dialect dialect, Signal signal) throws IOException, InterruptedException {
        signal.assumeNotIgnored();
        Installation installation = Installation.of(folder, dialect, vendor);
        Standstill silence = Standstill.silent();
        vendor.bots().forEach(bot -> vendor.server().alwaysAsks(bot, silence));
        try (Running run = installation.program().start("run", "--progress=plain")) {
            run.awaitThat(() -> silence.count() == DOWNLOADS);
            assertEnds(run, signal, WHILE_FETCHING);
        }
        assertNothingHalf(installation);
        assertThat(LandingDump.exports(installation.landing())).isEmpty();
        assertBooked(installation, WHILE_FETCHING);
        assertGoesOn(installation, interrupted(WHILE_FETCHING));
    }

    @ParameterizedTest
    @CsvSource({"H2, INT", "POSTGRESQL, TERM"})
    void endsARunThatWaitsToTryAgain(Dialect dialect, Signal signal) throws IOException, InterruptedException {
        signal.assumeNotIgnored();
        Installation installation = Installation.of(folder, dialect, vendor);
        vendor.bots().forEach(bot -> vendor.server().alwaysAsks(bot, ServerAnswer.status(429, "Retry-After", "100")));
        int answered = vendor.server().answered();
        try (Running run = installation.program().start("run", "--progress=plain")) {
            run.awaitThat(() -> vendor.server().answered() == answered + DOWNLOADS);
            assertEnds(run, signal, WHILE_FETCHING);
        }
        assertThat(vendor.server().answered()).isEqualTo(answered + DOWNLOADS);
        assertNothingHalf(installation);
        assertBooked(installation, WHILE_FETCHING);
        assertGoesOn(installation, interrupted(WHILE_FETCHING));
    }

    @ParameterizedTest
    @CsvSource({"H2, INT", "POSTGRESQL, TERM"})
    void endsARunWithinADownload(Dialect dialect, Signal signal) throws IOException, InterruptedException {
        signal.assumeNotIgnored();
        Installation installation = Installation.of(folder, dialect, vendor);
        Standstill halfway = Standstill.after(5_000);
        vendor.server().failFiles(vendor.bots().get(1), halfway);
        try (Running run = installation.program().start("run", "--progress=plain")) {
            run.awaitThat(() -> halfway.count() == 1 && isLandingTheLast(installation));
            assertEnds(run, signal, WHILE_FETCHING);
        }
        assertNothingHalf(installation);
        assertThat(LandingDump.exports(installation.landing())).hasSize(vendor.files() - 1);
        assertBooked(installation, WHILE_FETCHING);
        assertGoesOn(installation, interrupted(WHILE_FETCHING));
    }

    @ParameterizedTest
    @CsvSource({"H2, TERM", "H2, INT", "POSTGRESQL, TERM", "POSTGRESQL, INT"})
    void endsARunThatLoads(Dialect dialect, Signal signal) throws IOException, InterruptedException {
        signal.assumeNotIgnored();
        Installation installation = Installation.of(folder, dialect, vendor);
        try (Running run = installation.program().with(SLOW_READER).start("run", "--progress=plain")) {
            run.awaitThat(() -> run.filesLoaded() >= 1);
            assertEnds(run, signal, WHILE_LOADING);
        }
        assertNothingHalf(installation);
        assertThat(LandingDump.exports(installation.landing())).isEqualTo(undisturbed.exports());
        assertThat(Dump.rows(installation.database(), "select status from reporting.loads"))
                .hasSizeLessThanOrEqualTo(vendor.files())
                .contains("|status=completed")
                .doesNotContain("|status=failed");
        assertBooked(installation, WHILE_LOADING);
        assertGoesOn(installation, interrupted(WHILE_LOADING));
    }

    private static boolean isLandingTheLast(Installation installation) {
        return LandingDump.exports(installation.landing()).size() == vendor.files() - 1
                && !LandingDump.unfinished(installation.landing()).isEmpty();
    }

    private static void assertEnds(Running running, Signal signal, String message)
            throws IOException, InterruptedException {
        signal.sendTo(running.process());
        assertThat(running.process().waitFor(SECONDS_TO_END, TimeUnit.SECONDS)).isTrue();
        Cli.Result result = running.await();
        assertThat(result.exitStatus()).isEqualTo(INTERRUPTED);
        assertThat(result.errLines().stream().filter(line -> line.startsWith("botledger:")))
                .containsExactly("botledger: " + message);
        assertThat(result.out()).isEmpty();
    }

    /** What has landed is whole, and nothing else is left; what the tables hold agrees with the ledger. */
    private static void assertNothingHalf(Installation installation) {
        assertThat(LandingDump.unfinished(installation.landing())).isEmpty();
        assertThat(undisturbed.exports()).containsAllEntriesOf(LandingDump.exports(installation.landing()));
        assertThat(Outcome.reports(installation.reports())).isEmpty();
    }

    private static void assertBooked(Installation installation, String message) {
        assertThat(RunBook.endings(installation.database())).containsExactly(interrupted(message));
        installation.cli().requireSound();
    }

    private static String interrupted(String message) {
        return "|command=run|status=interrupted|exit_status=" + INTERRUPTED + "|error=" + message;
    }

    /** @param endings of the runs so far */
    private static void assertGoesOn(Installation installation, String... endings) {
        vendor.server().heal();
        undisturbed.requireNextRunLeadsHere(
                installation,
                Stream.concat(Stream.of(endings), Stream.of(COMPLETED)).toList());
    }
}
