package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.cli.Program.Running;
import io.botledger.db.Dialect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
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
 * Runs on as many days, each killed at a point that chance picks, then one that is left alone. The profile
 * {@code campaign} takes more seeds than the usual one.
 */
class RunKillSeriesTest {
    private static final String SEEDS = "botledger.kill.seeds";
    private static final int CONVERSATIONS = 3_000;
    private static final int DAYS = 3;
    private static final int BOTS = 2;
    private static final int SHARDS = 2;
    private static final int DAY_FILES = BOTS * SHARDS;
    private static final int SIGKILL = 128 + 9;

    @TempDir
    private static Path undisturbedFolder;

    private static Site.Outcome undisturbed;

    @TempDir
    private Path folder;

    @BeforeAll
    static void runUndisturbed() {
        try (Vendor vendor = vendor().offerAll()) {
            Site site = Site.of(vendor, undisturbedFolder, Dialect.H2);
            assertThat(site.run("run").exitStatus()).isZero();
            undisturbed = site.outcome();
        }
    }

    private static Vendor vendor() {
        return new Vendor(CONVERSATIONS, DAYS, BOTS, SHARDS);
    }

    static Stream<Arguments> series() {
        return LongStream.rangeClosed(1, Long.getLong(SEEDS, 1))
                .boxed()
                .flatMap(seed -> Stream.of(Dialect.values()).map(dialect -> Arguments.of(dialect, seed)));
    }

    @ParameterizedTest
    @MethodSource("series")
    void comesToTheSameAfterOneDeathAfterTheOther(Dialect dialect, long seed) throws IOException, InterruptedException {
        Random random = new Random(seed);
        List<String> runs = new ArrayList<>();
        try (Vendor vendor = vendor()) {
            Site site = Site.of(vendor, folder, dialect);
            for (int day = 0; day < DAYS; day++) {
                vendor.offer(day);
                runs.add(die(site, armed(vendor, site, random)) ? "abandoned" : "completed");
                vendor.server.heal();
                assertThat(undisturbed.exports()).containsAllEntriesOf(site.exports());
                site.requireSound();
            }
            Cli.Result rest = site.run("run");
            assertThat(rest.exitStatus()).as(rest.err()).isZero();
            runs.add("completed");
            Collections.reverse(runs);
            assertThat(site.runs("status")).isEqualTo(runs);
            site.outcome().requireSame(undisturbed);
            site.requireSound();
        }
    }

    /** Something that comes true in the midst of a run, if enough is left to do. */
    private static Predicate<Running> armed(Vendor vendor, Site site, Random random) {
        String bot = vendor.bots().get(random.nextInt(BOTS));
        int files = 1 + random.nextInt(DAY_FILES);
        int landed = site.exports().size();
        return switch (random.nextInt(4)) {
            case 0 -> {
                Standstill silence = Standstill.silent();
                vendor.server.failAsks(bot, silence);
                yield running -> silence.count() > 0;
            }
            case 1 -> {
                Standstill halfway = Standstill.after(random.nextInt(200_000));
                vendor.server.failFiles(bot, halfway);
                yield running -> halfway.count() > 0;
            }
            case 2 -> running -> site.exports().size() >= landed + files;
            default -> running -> Site.loaded(running) >= files;
        };
    }

    private static boolean die(Site site, Predicate<Running> point) throws IOException, InterruptedException {
        try (Running running = site.start("run")) {
            boolean reached = running.awaitThatOrEnd(() -> point.test(running));
            int exitStatus =
                    reached ? running.kill().exitStatus() : running.await().exitStatus();
            assertThat(exitStatus).isIn(0, SIGKILL);
            return exitStatus == SIGKILL;
        }
    }
}
