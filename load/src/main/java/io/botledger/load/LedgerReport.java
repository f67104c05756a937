package io.botledger.load;

import io.botledger.db.Database;
import io.botledger.model.LandedFile;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Tells what is loaded, what is missing, what was rejected, and how the last runs ended. Changes nothing. */
public final class LedgerReport {
    private static final int FETCH_SIZE = 1_000;

    private final Database database;

    /** A report over a database whose schema is there. */
    public LedgerReport(Database database) {
        this.database = database;
    }

    /** What is loaded of each bot, ordered by bot id. */
    public List<BotCoverage> coverage() {
        return database.jdbi().inTransaction(TransactionIsolationLevel.REPEATABLE_READ, BotCoverage::read);
    }

    /**
     * Versions of files, ordered by bot, day, shard, revision.
     *
     * @param all true for all; false for those that want attention: files with several versions, and loads that failed or
     *     did not end
     */
    public void versions(boolean all, Consumer<VersionRow> consumer) {
        inPortions(handle -> VersionRow.query(handle, all), VersionRow::of, consumer);
    }

    /** The last runs, latest first. */
    public List<RunRow> lastRuns(int limit) {
        return database.jdbi().withHandle(handle -> RunRow.last(handle, limit));
    }

    /**
     * The files that a load would open: those that are not as they were when their content was booked.
     *
     * @param files in any order
     * @return some of them, in the same order
     */
    public List<LandedFile> unrecorded(List<LandedFile> files) {
        Sightings sightings = database.jdbi().withHandle(Sightings::read);
        return files.stream().filter(file -> !sightings.has(file)).toList();
    }

    /**
     * Rejects, ordered by bot, day, shard, version and place in the file.
     *
     * @param all false leaves those of superseded versions out
     * @param kind {@code record} or {@code value}; null for both
     * @param fileName only of files of this name; null for all
     */
    public void rejects(boolean all, String kind, String fileName, Consumer<RejectRow> consumer) {
        inPortions(handle -> RejectRow.query(handle, all, kind, fileName), RejectRow::of, consumer);
    }

    /** PostgreSQL sends a result in portions only within a transaction; else all of it would be in memory. */
    private <T> void inPortions(Function<Handle, Query> query, RowMapper<T> mapper, Consumer<T> consumer) {
        database.jdbi()
                .useTransaction(handle ->
                        query.apply(handle).setFetchSize(FETCH_SIZE).map(mapper).forEach(consumer));
    }
}
