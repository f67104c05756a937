package io.botledger.extract;

import static io.botledger.extract.Fetching.DAY;
import static io.botledger.extract.Fetching.ONE;
import static io.botledger.extract.Fetching.TWO;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the process, so to speak, before each step of landing, and lets the next run heal what is left. */
class LandingKillTest {
    @TempDir
    private Path folder;

    /** What no code catches: everything stays as it is at this moment. */
    private static final class Kill extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Kills at the step of this number; counts on. */
    private static final class Killer implements Consumer<String> {
        private final int at;
        private int steps;

        Killer(int at) {
            this.at = at;
        }

        @Override
        public void accept(String step) {
            if (steps++ == at) {
                throw new Kill();
            }
        }
    }

    @Test
    void healsWhereverItIsKilled() throws IOException {
        int kills = 0;
        while (killed(kills)) {
            kills++;
        }
        assertThat(kills).isGreaterThan(40);
    }

    private boolean killed(int at) throws IOException {
        try (Fetching fetching = new Fetching(folder.resolve("kill" + at))) {
            boolean killed = runKilledAt(fetching, at);
            assertNothingHalf(fetching);
            fetching.landing = LandingFolder.open(fetching.root, fetching.time);
            fetchAll(fetching);
            assertThat(fetching.contents())
                    .as("killed before step %s", at)
                    .isEqualTo(Map.of("b/2024-05-31/0", List.of(TWO, ONE), "b/2024-05-31/1", List.of(TWO)));
            assertThat(fetching.landing.state(Fetching.BOT_DAY).status()).isEqualTo(DayStatus.COMPLETE);
            assertThat(fetching.fetch().bytes()).isZero();
            makeOld(fetching.unfinished());
            LandingFolder.open(fetching.root, fetching.time);
            assertThat(fetching.unfinished()).isEmpty();
            return killed;
        }
    }

    private static boolean runKilledAt(Fetching fetching, int at) {
        fetching.landing = LandingFolder.open(fetching.root, fetching.time, new Killer(at));
        try {
            fetchAll(fetching);
            return false;
        } catch (Kill kill) {
            return true;
        }
    }

    /** A day that grows and goes back, so that every step is taken: new, known, and older versions. */
    private static void fetchAll(Fetching fetching) {
        for (List<String> shards : List.of(List.of(ONE), List.of(TWO), List.of(ONE, TWO))) {
            fetching.server.put("b", DAY, shards.toArray(String[]::new));
            fetching.fetch();
        }
    }

    private static void assertNothingHalf(Fetching fetching) {
        List<Path> versions = new ArrayList<>(fetching.versions());
        assertThat(versions).allSatisfy(file -> assertThat(Fetching.text(file)).isIn(ONE, TWO));
    }

    private static void makeOld(List<Path> leftovers) throws IOException {
        for (Path leftover : leftovers) {
            Files.setLastModifiedTime(leftover, FileTime.fromMillis(0));
        }
    }
}
