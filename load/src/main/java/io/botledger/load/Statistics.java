package io.botledger.load;

import io.botledger.db.Database;
import io.botledger.db.DatabaseErrors;
import io.botledger.db.Dialect;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Renews what PostgreSQL's planner knows of the tables, after a session that loaded much: autovacuum comes to it only after
 * a minute or later. H2 does it by itself while rows come in. Safe for use by several threads.
 */
final class Statistics {
    /**
     * Fewer records leave the plans as they are, or the tables so small that plans don't matter. Of some thousand whose tables
     * it knows nothing of, PostgreSQL may compare every conversation with every parameter.
     */
    private static final long MUCH = 1_000;

    /**
     * PostgreSQL looks at 300 times as many rows of a table. Its default is 100, which takes two to three times as long;
     * columns that reports go by hold dates, keys and few different names. A target that is set for a column is kept.
     */
    private static final int STATISTICS_TARGET = 30;

    private final Database database;
    private final AtomicLong records = new AtomicLong();

    Statistics(Database database) {
        this.database = database;
    }

    void count(FileOutcome outcome) {
        if (outcome.kind() == FileOutcome.Kind.LOADED || outcome.kind() == FileOutcome.Kind.REPLACED) {
            records.addAndGet(outcome.counts().read());
        }
    }

    /** Does nothing where less than that was loaded since the last time. */
    void renew() {
        if (database.dialect() != Dialect.POSTGRESQL || records.get() < MUCH) {
            return;
        }
        try {
            analyzeAll();
            records.set(0);
        } catch (RuntimeException e) {
            throw DatabaseErrors.translate("analyzing the tables", e);
        }
    }

    /** On two connections: half of the work is the one wide table. */
    private void analyzeAll() {
        CompletableFuture<Void> lists = CompletableFuture.runAsync(() -> analyze(TargetTable.LISTS.stream()));
        Aside untilDone = () -> await(lists);
        try (untilDone) {
            analyze(Stream.of(TargetTable.CONVERSATIONS, TargetTable.ETL_REJECTS));
        }
    }

    private static void await(CompletableFuture<Void> done) {
        try {
            done.join();
        } catch (CompletionException e) {
            throw OtherThread.failedWith(e.getCause());
        }
    }

    private void analyze(Stream<TargetTable> tables) {
        String names = tables.map(TargetTable::tableName).collect(Collectors.joining(", "));
        database.jdbi().useTransaction(handle -> {
            handle.execute("set local default_statistics_target = " + STATISTICS_TARGET);
            handle.execute("analyze " + names);
        });
    }

    /** What is waited for in any case; its failure joins that of the thread that waits. */
    private interface Aside extends AutoCloseable {
        @Override
        void close();
    }
}
