package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.botledger.cli.Program.Running;
import io.botledger.db.Database;
import io.botledger.db.Dialect;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs and extractions that are killed in the middle of their work, and what the next run makes of it. */
class RunKillTest {
    static final int CONVERSATIONS = 4_000;
    static final int DAYS = 3;
    static final int BOTS = 2;
    static final int SHARDS = 2;
    private static final int DOWNLOADS = 4;
    private static final int SIGKILL = 128 + 9;
    private static final String DIED = "its process died; the files it left are taken up again";

    @TempDir
    private static Path undisturbedFolder;

    private static Vendor vendor;
    private static Site.Outcome undisturbed;

    @TempDir
    private Path folder;

    /** Where a process is when it is killed. */
    enum Moment {
        /** The oldest answers that it waits for do not come. */
        BETWEEN_REQUESTS {
            @Override
            Condition arm(Site site) {
                Standstill silence = Standstill.silent();
                vendor.server.alwaysAsks(vendor.bots().get(1), silence);
                return running -> silence.count() == DOWNLOADS;
            }
        },
        /** One of its downloads has begun and does not go on; all others have landed. */
        WITHIN_A_DOWNLOAD {
            @Override
            Condition arm(Site site) {
                vendor.server.failFiles(vendor.bots().get(0), Standstill.after(5_000));
                return running -> site.exports().size() == vendor.files() - vendor.shards()
                        && !Exports.unfinished(site.installation().landing()).isEmpty();
            }
        },
        /** Some files of one bot have landed, more may be on their way; those of the other do not come. */
        BEHIND_SOME_LANDED_FILES {
            @Override
            Condition arm(Site site) {
                vendor.server.alwaysFiles(vendor.bots().get(1), Standstill.after(0));
                return running -> site.exports().size() >= 2;
            }
        },
        BEHIND_A_LOADED_FILE {
            @Override
            Condition arm(Site site) {
                return running -> Site.loaded(running) >= 1;
            }
        };

        /** Prepares the server; returns what is true as soon as the process is there. */
        abstract Condition arm(Site site);
    }

    /** Whether a process has come to a certain point. */
    @FunctionalInterface
    interface Condition {
        boolean holds(Running running);
    }

    @BeforeAll
    static void runUndisturbed() {
        vendor = new Vendor(CONVERSATIONS, DAYS, BOTS, SHARDS).offerAll();
        Site site = Site.of(vendor, undisturbedFolder, Dialect.H2);
        assertThat(site.run("run").exitStatus()).isZero();
        undisturbed = site.outcome();
        assertThat(undisturbed.exports()).hasSize(DAYS * BOTS * SHARDS);
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
    @EnumSource(
            value = Moment.class,
            names = {"BETWEEN_REQUESTS", "WITHIN_A_DOWNLOAD", "BEHIND_SOME_LANDED_FILES"})
    void anExtractionGoesOnAfterADeath(Moment moment) throws IOException, InterruptedException {
        Site site = Site.of(vendor, folder, Dialect.H2);
        kill(site, "extract", moment);
        assertGoesOn(site, List.of("completed"));
    }

    @ParameterizedTest
    @CsvSource({
        "H2, WITHIN_A_DOWNLOAD",
        "H2, BEHIND_A_LOADED_FILE",
        "POSTGRESQL, BEHIND_SOME_LANDED_FILES",
        "POSTGRESQL, BEHIND_A_LOADED_FILE"
    })
    void aRunGoesOnAfterADeath(Dialect dialect, Moment moment) throws IOException, InterruptedException {
        Site site = Site.of(vendor, folder, dialect);
        kill(site, "run", moment);
        assertSound(site);
        assertGoesOn(site, List.of("completed", "abandoned"));
    }

    /** No report is written while a transaction of another session changes the view that all reports read. */
    @Test
    void aRunGoesOnAfterADeathBetweenLoadAndReports() throws IOException, InterruptedException, SQLException {
        Site site = Site.of(vendor, folder, Dialect.POSTGRESQL);
        assertThat(site.run("migrate").exitStatus()).isZero();
        try (Database database = Database.open(site.settings());
                Connection connection = database.connection();
                Statement statement = connection.createStatement();
                Running running = site.start("run")) {
            connection.setAutoCommit(false);
            statement.execute("alter view botledger.current_conversations set (security_barrier = false)");
            running.awaitThat(() -> isWaiting(site));
            assertThat(running.kill().exitStatus()).isEqualTo(SIGKILL);
            connection.rollback();
        }
        assertThat(site.reports()).isEmpty();
        assertSound(site);
        assertGoesOn(site, List.of("completed", "abandoned"));
    }

    private static boolean isWaiting(Site site) {
        return !Dump.rows(site.settings(), "select 1 from pg_locks where not granted")
                .isEmpty();
    }

    private static void kill(Site site, String command, Moment moment) throws IOException, InterruptedException {
        Condition there = moment.arm(site);
        try (Running running = site.start(command)) {
            running.awaitThat(() -> there.holds(running));
            assertThat(running.kill().exitStatus()).isEqualTo(SIGKILL);
        }
        vendor.server.heal();
    }

    /** What is there is whole, and none of it is other than it should be. */
    static void assertSound(Site site) {
        assertThat(undisturbed.exports()).containsAllEntriesOf(site.exports());
        site.requireSound();
    }

    /** One run does what is left, and the one after it nothing. */
    static void assertGoesOn(Site site, List<String> runs) {
        Cli.Result rest = site.run("run", "--format=json");
        assertThat(rest.exitStatus()).as(rest.err()).isZero();
        assertThat(site.runs("status")).isEqualTo(runs);
        assertThat(site.runs("error").subList(1, runs.size())).allMatch(DIED::equals);
        assertSound(site);
        site.outcome().requireSame(undisturbed);

        JsonNode nothing = site.run("run", "--format=json").json();
        assertThat(nothing.at("/extract/fetched").asInt(-1)).isZero();
        assertThat(nothing.at("/load/unchanged").asInt(-1)).isEqualTo(vendor.files());
    }
}
