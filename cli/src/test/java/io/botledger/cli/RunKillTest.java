package io.botledger.cli;

import static io.botledger.cli.RunBook.ABANDONED;
import static io.botledger.cli.RunBook.COMPLETED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.botledger.cli.Program.Running;
import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.Dump;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs and extractions that are killed in the middle of their work, and what the next run makes of it. */
class RunKillTest {
    private static final int CONVERSATIONS = 2_400;
    private static final int DAYS = 3;
    private static final int BOTS = 2;
    private static final int SHARDS = 2;
    private static final int DOWNLOADS = 4;
    private static final int SIGKILL = 128 + 9;
    private static final Duration LEFTOVER_AGE = Duration.ofHours(1);

    @TempDir
    private static Path undisturbedFolder;

    @AutoClose
    private static Vendor vendor;

    private static Outcome undisturbed;

    @TempDir
    private Path folder;

    /** Where a process is when it is killed. */
    enum Moment {
        /** The oldest answers that it waits for do not come. */
        BETWEEN_REQUESTS {
            @Override
            Condition arm(Installation installation) {
                Standstill silence = Standstill.silent();
                vendor.server().alwaysAsks(vendor.bots().get(1), silence);
                return running -> silence.count() == DOWNLOADS;
            }
        },
        /** One of its downloads has begun and does not go on; all others have landed. */
        WITHIN_A_DOWNLOAD {
            @Override
            Condition arm(Installation installation) {
                vendor.server().failFiles(vendor.bots().get(0), Standstill.after(5_000));
                return running -> landed(installation) == vendor.files() - vendor.shards()
                        && !LandingDump.unfinished(installation.landing()).isEmpty();
            }
        },
        /** Some files of one bot have landed, more may be on their way; those of the other do not come. */
        BEHIND_SOME_LANDED_FILES {
            @Override
            Condition arm(Installation installation) {
                vendor.server().alwaysFiles(vendor.bots().get(1), Standstill.after(0));
                return running -> landed(installation) >= 2;
            }
        },
        BEHIND_A_LOADED_FILE {
            @Override
            Condition arm(Installation installation) {
                return running -> running.filesLoaded() >= 1;
            }
        };

        /** Prepares the server; returns what is true as soon as the process is there. */
        abstract Condition arm(Installation installation);
    }

    /** Whether a process has come to a certain point. */
    @FunctionalInterface
    interface Condition {
        boolean holds(Running running);
    }

    @BeforeAll
    static void runUndisturbed() throws IOException {
        vendor = Vendor.recent(CONVERSATIONS, DAYS, BOTS, SHARDS).showAll();
        undisturbed = Outcome.undisturbed(undisturbedFolder, vendor);
        assertThat(undisturbed.exports()).hasSize(DAYS * BOTS * SHARDS);
    }

    @AfterEach
    void heal() {
        vendor.server().heal();
    }

    @ParameterizedTest
    @EnumSource(
            value = Moment.class,
            names = {"BETWEEN_REQUESTS", "WITHIN_A_DOWNLOAD", "BEHIND_SOME_LANDED_FILES"})
    void anExtractionGoesOnAfterADeath(Moment moment) throws IOException, InterruptedException {
        Installation installation = Installation.of(folder, Dialect.H2, vendor);
        kill(installation, "extract", moment);
        assertThat(undisturbed.exports()).containsAllEntriesOf(LandingDump.exports(installation.landing()));

        assertThat(installation.cli().run("extract").exitStatus()).isZero();
        assertThat(LandingDump.published(installation.landing())).isEqualTo(undisturbed.landing());
        assertGoesOn(installation, List.of(COMPLETED));
    }

    @ParameterizedTest
    @CsvSource({
        "H2, WITHIN_A_DOWNLOAD",
        "H2, BEHIND_A_LOADED_FILE",
        "POSTGRESQL, BEHIND_SOME_LANDED_FILES",
        "POSTGRESQL, BEHIND_A_LOADED_FILE"
    })
    void aRunGoesOnAfterADeath(Dialect dialect, Moment moment) throws IOException, InterruptedException {
        Installation installation = Installation.of(folder, dialect, vendor);
        kill(installation, "run", moment);
        assertSound(installation);
        assertGoesOn(installation, List.of(ABANDONED, COMPLETED));
    }

    /** The report that is due waits while a transaction of another session changes the view that it reads. */
    @Test
    void aRunGoesOnAfterADeathBetweenLoadAndReports() throws IOException, InterruptedException, SQLException {
        Installation installation = Installation.of(folder, Dialect.POSTGRESQL, vendor);
        assertThat(installation.cli().run("migrate").exitStatus()).isZero();
        String configuration = Files.readString(installation.configuration());
        Files.writeString(
                installation.configuration(),
                configuration
                        .replace("reports:\n  run:", "reports_dir: own\nreports:\n  run:")
                        .replace("report: ultimate_metrics", "report: held"));
        Path own = Files.createDirectory(installation.folder().resolve("own"));
        Files.writeString(own.resolve("held.sql"), """
                -- @title Held
                -- @question How many runs were there?
                -- @column run_count integer, runs: All.
                -- @order One row.
                select count(*) as run_count from reporting.runs
                """);
        killWhereItWaits(installation, "alter view reporting.runs set (security_barrier = false)");
        Files.writeString(installation.configuration(), configuration);
        assertThat(Outcome.reports(installation.reports())).isEmpty();
        assertSound(installation);
        assertGoesOn(installation, List.of(ABANDONED, COMPLETED));
    }

    /** Files are booked as started, and none of their conversations is written while another session keeps them off. */
    @Test
    void aRunGoesOnAfterADeathWithinAFile() throws IOException, InterruptedException, SQLException {
        Installation installation = Installation.of(folder, Dialect.POSTGRESQL, vendor);
        assertThat(installation.cli().run("migrate").exitStatus()).isZero();
        killWhereItWaits(installation, "lock table botledger.conversations in share mode");
        assertThat(Dump.rows(installation.database(), "select shard from botledger.etl_loads where status = 'started'"))
                .isNotEmpty();
        assertSound(installation);
        assertGoesOn(installation, List.of(ABANDONED, COMPLETED));
    }

    /** Kills a run as soon as it waits for a transaction of another session, which has executed this statement. */
    private static void killWhereItWaits(Installation installation, String sql)
            throws IOException, InterruptedException, SQLException {
        try (Database database = Database.open(installation.database());
                Connection connection = database.connection();
                Statement statement = connection.createStatement();
                Running running = installation.program().start("run", "--progress=plain")) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            running.awaitThat(() -> isWaiting(installation));
            assertThat(running.kill().exitStatus()).isEqualTo(SIGKILL);
            connection.rollback();
        }
    }

    private static boolean isWaiting(Installation installation) {
        return !Dump.rows(installation.database(), "select 1 from pg_locks where not granted")
                .isEmpty();
    }

    private static void kill(Installation installation, String command, Moment moment)
            throws IOException, InterruptedException {
        Condition there = moment.arm(installation);
        try (Running running = installation.program().start(command, "--progress=plain")) {
            running.awaitThat(() -> there.holds(running));
            assertThat(running.kill().exitStatus()).isEqualTo(SIGKILL);
        }
        vendor.server().heal();
    }

    private static int landed(Installation installation) {
        return LandingDump.exports(installation.landing()).size();
    }

    /** What is there is whole, and none of it is other than it should be. */
    private static void assertSound(Installation installation) {
        assertThat(undisturbed.exports()).containsAllEntriesOf(LandingDump.exports(installation.landing()));
        installation.cli().requireSound();
    }

    /** One run does what is left, and the one after it nothing but to clear away what the dead one was writing. */
    private static void assertGoesOn(Installation installation, List<String> endings) {
        undisturbed.requireNextRunLeadsHere(installation, endings);

        Cli later = installation.cli(Instant.now().plus(LEFTOVER_AGE));
        JsonNode nothing = later.run("run", "--format=json").json();
        assertThat(nothing.at("/extract/fetched").asInt(-1)).isZero();
        assertThat(nothing.at("/load/unchanged").asInt(-1)).isEqualTo(vendor.files());
        assertThat(LandingDump.unfinished(installation.landing())).isEmpty();
    }
}
