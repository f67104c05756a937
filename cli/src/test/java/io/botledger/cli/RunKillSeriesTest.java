package io.botledger.cli;

import static io.botledger.cli.RunBook.ABANDONED;
import static io.botledger.cli.RunBook.COMPLETED;
import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.cli.Program.Running;
import io.botledger.db.DatabaseSettings;
import io.botledger.db.Dialect;
import io.botledger.db.Dump;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Commands on as many days, each killed at a point that chance picks, then one run that is left alone. The profile
 * {@code campaign} takes many seeds; {@code -Dbotledger.kill.seed=17} takes that one.
 */
class RunKillSeriesTest {
    private static final String FIRST_SEED = "botledger.kill.seed";
    private static final String SEEDS = "botledger.kill.seeds";
    private static final int CONVERSATIONS = 1_800;
    private static final int DAYS = 3;
    private static final int BOTS = 2;
    private static final int SHARDS = 2;
    private static final int DAY_FILES = BOTS * SHARDS;
    private static final int DAY_REQUESTS = BOTS + DAY_FILES;
    private static final int FILE_BYTES = 200_000;
    private static final int DAY_H2_BYTES = 1_500_000;
    private static final int DAY_POSTGRESQL_BYTES = 250_000;
    private static final int SIGKILL = 128 + 9;

    @TempDir
    private static Path undisturbedFolder;

    private static Outcome undisturbed;

    @TempDir
    private Path folder;

    /** How a process may be told to have come to a point; chance says how far. */
    enum Progress {
        REQUESTS {
            @Override
            Predicate<Running> reached(Vendor vendor, Installation installation, Random random) {
                int answered = vendor.server().answered() + random.nextInt(DAY_REQUESTS);
                return running -> vendor.server().answered() > answered;
            }
        },
        BYTES_OF_A_DOWNLOAD {
            @Override
            Predicate<Running> reached(Vendor vendor, Installation installation, Random random) {
                Standstill halfway = Standstill.after(random.nextInt(FILE_BYTES));
                vendor.server().failFiles(vendor.bots().get(random.nextInt(BOTS)), halfway);
                return running -> halfway.count() > 0;
            }
        },
        LANDED_FILES {
            @Override
            Predicate<Running> reached(Vendor vendor, Installation installation, Random random) {
                int landed = LandingDump.exports(installation.landing()).size() + random.nextInt(DAY_FILES);
                return running -> LandingDump.exports(installation.landing()).size() > landed;
            }
        },
        LOADED_FILES {
            @Override
            Predicate<Running> reached(Vendor vendor, Installation installation, Random random) {
                int loaded = random.nextInt(DAY_FILES);
                return running -> running.filesLoaded() > loaded;
            }
        },
        ROWS {
            @Override
            Predicate<Running> reached(Vendor vendor, Installation installation, Random random) {
                long size = rowBytes(installation)
                        + random.nextInt(isH2(installation.database()) ? DAY_H2_BYTES : DAY_POSTGRESQL_BYTES);
                return running -> rowBytes(installation) > size;
            }
        };

        /** What is true in the midst of a run, if enough is left to do. */
        abstract Predicate<Running> reached(Vendor vendor, Installation installation, Random random);
    }

    @BeforeAll
    static void runUndisturbed() throws IOException {
        try (Vendor vendor = vendor().showAll()) {
            undisturbed = Outcome.undisturbed(undisturbedFolder, vendor);
        }
    }

    private static Vendor vendor() {
        return Vendor.recent(CONVERSATIONS, DAYS, BOTS, SHARDS);
    }

    static Stream<Arguments> series() {
        long first = Long.getLong(FIRST_SEED, 1);
        return LongStream.range(first, first + Long.getLong(SEEDS, 1))
                .boxed()
                .flatMap(seed -> Stream.of(Dialect.values()).map(dialect -> Arguments.of(dialect, seed)));
    }

    @ParameterizedTest
    @MethodSource("series")
    void comesToTheSameAfterOneDeathAfterTheOther(Dialect dialect, long seed) throws IOException, InterruptedException {
        List<String> deaths = new ArrayList<>();
        try (Vendor vendor = vendor()) {
            dieDayByDay(vendor, dialect, new Random(seed), deaths);
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("-D" + FIRST_SEED + "=" + seed + " on " + dialect + ": " + deaths, failure);
        }
    }

    private void dieDayByDay(Vendor vendor, Dialect dialect, Random random, List<String> deaths)
            throws IOException, InterruptedException {
        Installation installation = Installation.of(folder, dialect, vendor);
        Cli cli = installation.cli();
        assertThat(cli.run("migrate").exitStatus()).isZero();
        List<String> endings = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            vendor.showTo(vendor.firstDay().plusDays(day));
            String command = random.nextInt(3) == 0 ? "extract" : "run";
            Progress progress = Progress.values()[random.nextInt(Progress.values().length)];
            boolean killed = die(installation, command, progress.reached(vendor, installation, random));
            deaths.add(command + (killed ? " killed by " : " ended before ") + progress);
            if (command.equals("run")) {
                endings.add(killed ? ABANDONED : COMPLETED);
            }
            vendor.server().heal();
            assertThat(undisturbed.exports()).containsAllEntriesOf(LandingDump.exports(installation.landing()));
            cli.requireSound();
        }
        endings.add(COMPLETED);
        undisturbed.requireNextRunLeadsHere(installation, endings);
    }

    /** Whether it was killed, and had not ended before. */
    private static boolean die(Installation installation, String command, Predicate<Running> point)
            throws IOException, InterruptedException {
        try (Running running = installation.program().start(command, "--progress=plain")) {
            boolean reached = running.awaitThatOrEnd(() -> point.test(running));
            Cli.Result result = reached ? running.kill() : running.await();
            assertThat(result.exitStatus()).as(result.err()).isIn(0, SIGKILL);
            return result.exitStatus() == SIGKILL;
        }
    }

    private static boolean isH2(DatabaseSettings database) {
        return Dialect.of(database) == Dialect.H2;
    }

    /** How large the database's file is, or the table of conversations with what is not committed. */
    private static long rowBytes(Installation installation) {
        if (isH2(installation.database())) {
            return installation.folder().resolve("botledger.mv.db").toFile().length();
        }
        String size = Dump.rows(installation.database(), "select pg_relation_size('botledger.conversations') as size")
                .get(0);
        return Long.parseLong(size.substring("|size=".length()));
    }
}
