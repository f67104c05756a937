package io.botledger.load;

import io.botledger.db.Database;
import io.botledger.db.DatabaseErrors;
import io.botledger.db.Dialect;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Renews what PostgreSQL's planner knows of the tables, after a session that loaded much: autovacuum comes to it only after
 * a minute or later. H2 does it by itself while rows come in. Safe for use by several threads.
 */
final class Statistics {
    /** Fewer records leave the plans as they are, or the tables so small that plans don't matter. */
    private static final long MUCH = 10_000;

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

    void renew() {
        if (database.dialect() != Dialect.POSTGRESQL || records.get() < MUCH) {
            return;
        }
        String tables =
                Arrays.stream(TargetTable.values()).map(TargetTable::tableName).collect(Collectors.joining(", "));
        try {
            database.jdbi().useHandle(handle -> handle.execute("analyze " + tables));
            records.set(0);
        } catch (RuntimeException e) {
            throw DatabaseErrors.translate("analyzing the tables", e);
        }
    }
}
