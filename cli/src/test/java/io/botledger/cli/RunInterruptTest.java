package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.botledger.cli.Program.Running;
import io.botledger.db.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Ctrl-C and SIGTERM: runs and extractions end soon, in order and with a word about it, and the next run does the rest. */
class RunInterruptTest {
    private static final int CONVERSATIONS = 10_000;
    private static final int DAYS = 2;
    private static final int DOWNLOADS = 4;
    private static final int INTERRUPTED = 130;
    private static final int SECONDS_TO_END = 10;
    private static final String WHILE_FETCHING =
            "botledger: interrupted while exports were fetched; run the command again";
    private static final String WHILE_LOADING =
            "botledger: interrupted; what was at work is rolled back, run the command again";

    @TempDir
    private static Path undisturbedFolder;

    private static Vendor vendor;
    private static Site.Outcome undisturbed;

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
    static void runUndisturbed() {
        vendor = new Vendor(CONVERSATIONS, DAYS, 2, 1).offerAll();
        Site site = Site.of(vendor, undisturbedFolder, Dialect.H2);
        assertThat(site.run("run").exitStatus()).isZero();
        undisturbed = site.outcome();
    }

    @AfterAll
    static void close() {
        vendor.close();
    }

    @AfterEach
    void heal() {
        vendor.server.heal();
    }

    @ParameterizedTest
    @EnumSource(Signal.class)
    void endsAnExtraction(Signal signal) throws IOException, InterruptedException {
        signal.assumeNotIgnored();
        Site site = Site.of(vendor, folder, Dialect.H2);
        Standstill halfway = Standstill.after(5_000);
        vendor.server.alwaysFiles(vendor.bots().get(0), halfway);
        try (Running extract = site.start("extract")) {
            extract.awaitThat(() -> halfway.count() == DAYS);
            assertEnds(extract, signal, WHILE_FETCHING);
        }
        assertNothingHalf(site);
        assertGoesOn(site, List.of("completed"));
    }

    @ParameterizedTest
    @CsvSource({"H2, TERM", "POSTGRESQL, INT"})
    void endsARunThatWaitsForAnAnswer(Dialect dialect, Signal signal) throws IOException, InterruptedException {
        signal.assumeNotIgnored();
        Site site = Site.of(vendor, folder, dialect);
        Standstill silence = Standstill.silent();
        vendor.bots().forEach(bot -> vendor.server.alwaysAsks(bot, silence));
        try (Running run = site.start("run")) {
            run.awaitThat(() -> silence.count() == DOWNLOADS);
            assertEnds(run, signal, WHILE_FETCHING);
        }
        assertNothingHalf(site);
        assertThat(site.exports()).isEmpty();
        assertBooked(site, WHILE_FETCHING);
        assertGoesOn(site, List.of("completed", "interrupted"));
    }

    @ParameterizedTest
    @CsvSource({"H2, INT", "POSTGRESQL, TERM"})
    void endsARunWithinADownload(Dialect dialect, Signal signal) throws IOException, InterruptedException {
        signal.assumeNotIgnored();
        Site site = Site.of(vendor, folder, dialect);
        Standstill halfway = Standstill.after(5_000);
        vendor.server.failFiles(vendor.bots().get(1), halfway);
        try (Running run = site.start("run")) {
            run.awaitThat(() -> halfway.count() == 1
                    && site.exports().size() == vendor.files() - 1
                    && !Exports.unfinished(site.installation().landing()).isEmpty());
            assertEnds(run, signal, WHILE_FETCHING);
        }
        assertNothingHalf(site);
        assertThat(site.exports()).hasSize(vendor.files() - 1);
        assertBooked(site, WHILE_FETCHING);
        assertGoesOn(site, List.of("completed", "interrupted"));
    }

    @ParameterizedTest
    @CsvSource({"H2, TERM", "H2, INT", "POSTGRESQL, TERM", "POSTGRESQL, INT"})
    void endsARunThatLoads(Dialect dialect, Signal signal) throws IOException, InterruptedException {
        signal.assumeNotIgnored();
        Site site = Site.of(vendor, folder, dialect);
        try (Running run = site.start("run")) {
            run.awaitThat(() -> Site.loaded(run) == 1);
            assertEnds(run, signal, WHILE_LOADING);
        }
        assertNothingHalf(site);
        assertThat(site.exports()).isEqualTo(undisturbed.exports());
        assertThat(Dump.rows(site.settings(), "select status from reporting.loads"))
                .containsOnlyOnce("|status=completed")
                .doesNotContain("|status=failed");
        assertBooked(site, WHILE_LOADING);
        assertGoesOn(site, List.of("completed", "interrupted"));
    }

    private static void assertEnds(Running running, Signal signal, String message)
            throws IOException, InterruptedException {
        signal.sendTo(running.process());
        assertThat(running.process().waitFor(SECONDS_TO_END, TimeUnit.SECONDS)).isTrue();
        Cli.Result result = running.await();
        assertThat(result.exitStatus()).isEqualTo(INTERRUPTED);
        assertThat(result.errLines().stream().filter(line -> line.startsWith("botledger:")))
                .containsExactly(message);
        assertThat(result.out()).isEmpty();
    }

    /** What has landed is whole, and nothing else is left; what the tables hold agrees with the ledger. */
    private static void assertNothingHalf(Site site) {
        assertThat(Exports.unfinished(site.installation().landing())).isEmpty();
        assertThat(undisturbed.exports()).containsAllEntriesOf(site.exports());
        assertThat(site.reports()).isEmpty();
    }

    private static void assertBooked(Site site, String message) {
        assertThat(site.runs("command")).containsExactly("run");
        assertThat(site.runs("status")).containsExactly("interrupted");
        assertThat(site.runs("exit_status")).containsExactly(Integer.toString(INTERRUPTED));
        assertThat("botledger: " + site.runs("error").get(0)).isEqualTo(message);
        site.requireSound();
    }

    private static void assertGoesOn(Site site, List<String> runs) {
        Cli.Result rest = site.run("run");
        assertThat(rest.exitStatus()).as(rest.err()).isZero();
        assertThat(site.runs("status")).isEqualTo(runs);
        site.outcome().requireSame(undisturbed);
        site.requireSound();
    }
}
