package io.botledger.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.Dump;
import io.botledger.db.TestDatabases;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import io.botledger.model.ExportRecord;
import io.botledger.model.ExportRecords;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that are loaded by several threads at once: the tables must be those of one load after the other. */
class SideBySideTest {
    private static final int MORE_THAN_A_BATCH = 2_500;

    private static LoadSession session(Database database) {
        return LoadSession.begin(database, LoadOptions.defaults(), "load", "test", Clock.systemUTC());
    }

    private static void assertSound(Database database) {
        assertThat(new Verification(database).run()).allMatch(Verification.Check::holds);
    }

    private static List<FileOutcome> load(int workers, List<Supplier<FileOutcome>> loads)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Future<FileOutcome>> futures = new ArrayList<>();
            for (Supplier<FileOutcome> load : loads) {
                futures.add(threads.submit(load::get));
            }
            List<FileOutcome> outcomes = new ArrayList<>();
            for (Future<FileOutcome> future : futures) {
                outcomes.add(future.get());
            }
            return outcomes;
        } finally {
            threads.shutdown();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void theNumberOfWorkersDoesNotMatter(Dialect dialect) throws InterruptedException, ExecutionException {
        for (int seed = 1; seed <= 6; seed++) {
            List<TestExport> exports = randomExports(new Random(seed));
            List<String> one = dump(dialect, exports, 1);
            for (int workers : new int[] {2, 4}) {
                Collections.shuffle(exports, new Random(seed + workers));
                assertThat(dump(dialect, exports, workers))
                        .as("seed " + seed + ", workers " + workers)
                        .isEqualTo(one);
            }
        }
    }

    private static List<String> dump(Dialect dialect, List<TestExport> exports, int workers)
            throws InterruptedException, ExecutionException {
        try (Database database = TestDatabases.migrated(dialect)) {
            List<TestExport> before = exports.subList(0, exports.size() / 4);
            List<TestExport> rest = exports.subList(before.size(), exports.size());
            for (List<TestExport> part : List.of(before, rest)) {
                try (LoadSession session = session(database)) {
                    List<Supplier<FileOutcome>> loads = new ArrayList<>();
                    part.forEach(export -> loads.add(() -> export.loadInto(session)));
                    assertThat(load(workers, loads)).allMatch(outcome -> outcome.error() == null);
                }
            }
            assertSound(database);
            return Dump.of(database);
        }
    }

    /** Many files of few conversations, some of them versions of one file, of different contents. */
    private static List<TestExport> randomExports(Random random) {
        List<TestExport> exports = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String[] ids = new String[1 + random.nextInt(40)];
            for (int j = 0; j < ids.length; j++) {
                ids[j] = "c" + random.nextInt(60);
            }
            exports.add(TestExport.of(random.nextInt(8), random.nextInt(2), i, ids));
        }
        return exports;
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void twoNewFilesThatHoldTheSameConversationsAreSettledByRank(Dialect dialect)
            throws InterruptedException, ExecutionException {
        TestExport lower = TestExport.of(0, 0, 0, ids("l", "shared 1", "shared 2"));
        TestExport higher = TestExport.of(1, 0, 0, ids("h", "shared 2", "shared 1"));
        try (Database database = TestDatabases.migrated(dialect)) {
            AtomicInteger opened = new AtomicInteger();
            try (LoadSession session = session(database)) {
                // Each holds back its second batch until the other has begun its own.
                CountDownLatch begun = new CountDownLatch(2);
                List<Supplier<FileOutcome>> loads = new ArrayList<>();
                for (TestExport export : List.of(lower, higher)) {
                    loads.add(() -> session.load(export.landed(), export::content, () -> {
                        opened.incrementAndGet();
                        return new HeldBack(export.reader(), MORE_THAN_A_BATCH, begun);
                    }));
                }
                assertThat(load(2, loads)).allMatch(outcome -> outcome.error() == null);
            }
            assertThat(opened.get())
                    .as("one of them, or both, was loaded twice")
                    .isBetween(3, 4);
            assertSound(database);
            assertThat(Dump.rows(database, "select export_date, loaded_count n from reporting.loads"))
                    .containsExactly(
                            "|export_date=2024-05-07|n=" + MORE_THAN_A_BATCH,
                            "|export_date=2024-05-08|n=" + (MORE_THAN_A_BATCH + 2));
        }
    }

    /** One shared id at the beginning, one at the end, far enough from each other to be in different batches. */
    private static String[] ids(String prefix, String first, String last) {
        String[] ids = new String[MORE_THAN_A_BATCH + 2];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = prefix + i;
        }
        ids[0] = first;
        ids[ids.length - 1] = last;
        return ids;
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aFileThatFailsDoesNotTouchTheOneBesideIt(Dialect dialect) throws InterruptedException, ExecutionException {
        TestExport good = TestExport.of(0, 0, 0, ids("g", "a", "b"));
        TestExport cut = TestExport.of(1, 0, 0, ids("c", "d", "e"));
        try (Database database = TestDatabases.migrated(dialect)) {
            try (LoadSession session = session(database)) {
                CountDownLatch begun = new CountDownLatch(2);
                List<Supplier<FileOutcome>> loads = List.of(
                        () -> session.load(
                                good.landed(),
                                good::content,
                                () -> new HeldBack(good.reader(), MORE_THAN_A_BATCH, begun)),
                        () -> session.load(cut.landed(), cut::content, () -> new HeldBack(cut.reader(), 2_100, begun) {
                            @Override
                            public ExportRecord next() {
                                ExportRecord next = super.next();
                                if (next.ordinal() == 2_200) {
                                    throw new BotledgerException(ErrorCode.FILE_TRUNCATED, "cut");
                                }
                                return next;
                            }
                        }));
                assertThat(load(2, loads))
                        .extracting(FileOutcome::kind)
                        .containsExactly(FileOutcome.Kind.LOADED, FileOutcome.Kind.FAILED);
            }
            assertSound(database);
            assertThat(Dump.rows(database, "select status, loaded_count n from reporting.loads"))
                    .containsExactly("|status=completed|n=" + (MORE_THAN_A_BATCH + 2), "|status=failed|n=0");
        }
    }

    /** Waits at a record until another reader has come as far. */
    private static class HeldBack implements ExportRecords {
        private final ExportRecords records;
        private final CountDownLatch begun;
        private int left;

        HeldBack(ExportRecords records, int left, CountDownLatch begun) {
            this.records = records;
            this.left = left;
            this.begun = begun;
        }

        @Override
        public boolean hasNext() {
            return records.hasNext();
        }

        @Override
        public ExportRecord next() {
            if (left-- == 0) {
                begun.countDown();
                try {
                    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
            return records.next();
        }

        @Override
        public void close() {
            records.close();
        }
    }
}
