package io.botledger.load;

import io.botledger.db.Database;
import io.botledger.model.LandedFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Tells what is loaded, what is missing, what was rejected, and how the last runs ended. Changes nothing. */
public final class LedgerReport {
    private static final int FETCH_SIZE = 1_000;

    private final Database database;

    /** A report over a database whose schema is there. */
    public LedgerReport(Database database) {
        this.database = database;
    }

    /**
     * What is loaded of one bot, by the bot of the files' names.
     *
     * @param botId the vendor's id
     * @param firstDate first day with a loaded file
     * @param lastDate last day with a loaded file
     * @param loadedDays days with a loaded file
     * @param absentDays days between first and last with no loaded file, for which the source was asked and had none, in
     *     order
     * @param missingDays the other days between first and last with no loaded file, in order
     * @param files files loaded
     * @param counts what became of their records
     */
    public record BotCoverage(
            String botId,
            LocalDate firstDate,
            LocalDate lastDate,
            long loadedDays,
            List<LocalDate> absentDays,
            List<LocalDate> missingDays,
            long files,
            LoadCounts counts) {
        /** Copies the lists. */
        public BotCoverage {
            absentDays = List.copyOf(absentDays);
            missingDays = List.copyOf(missingDays);
        }
    }

    /**
     * One version of a file.
     *
     * @param botId the vendor's id, of the file's name
     * @param exportDate day of the file's name
     * @param shard part of the day, 0-based
     * @param fileName the file's name
     * @param revision number of the version in the order of landing, 1-based
     * @param status started, completed, failed or superseded
     * @param counts what became of its records
     * @param landedAt when it landed
     * @param error what went wrong; null unless failed
     */
    public record Version(
            String botId,
            LocalDate exportDate,
            long shard,
            String fileName,
            long revision,
            String status,
            LoadCounts counts,
            Instant landedAt,
            String error) {}

    /**
     * One run.
     *
     * @param command the command
     * @param status running, completed, failed, interrupted or abandoned
     * @param startedAt when it began
     * @param finishedAt when it ended; null if it did not
     * @param exitStatus exit status; null if it did not end
     * @param counts what was done
     * @param error why it failed; null if it did not
     */
    public record Run(
            String command,
            String status,
            Instant startedAt,
            Instant finishedAt,
            Integer exitStatus,
            RunCounts counts,
            String error) {}

    /**
     * One reject.
     *
     * @param fileName the file's name
     * @param loadStatus status of the file's version
     * @param kind {@code record} (not loaded) or {@code value} (loaded otherwise)
     * @param recordOrdinal number of the record in its file, 1-based
     * @param byteOffset where the record begins in the inflated file, 0-based
     * @param pointer JSON pointer to the value; empty for the record
     * @param reason stable code
     * @param message what was expected and found
     * @param recordSha256 hash of the record's bytes
     */
    public record RejectRow(
            String fileName,
            String loadStatus,
            String kind,
            long recordOrdinal,
            long byteOffset,
            String pointer,
            String reason,
            String message,
            String recordSha256) {}

    /** What is loaded of each bot, ordered by bot id. */
    public List<BotCoverage> coverage() {
        return database.jdbi().inTransaction(TransactionIsolationLevel.REPEATABLE_READ, LedgerReport::coverage);
    }

    private static List<BotCoverage> coverage(Handle handle) {
        Map<String, List<LocalDate>> days = days(handle, """
                select distinct bot_id, export_date
                from reporting.loads
                where status = 'completed'
                order by bot_id, export_date
                """);
        Map<String, List<LocalDate>> absent = days(handle, """
                select bot_id, export_date from reporting.export_days where state = 'absent'
                """);
        return handle.createQuery("""
                        select
                          bot_id,
                          count(*) as files,
                          sum(read_count) as read_count,
                          sum(loaded_count) as loaded_count,
                          sum(repeated_count) as repeated_count,
                          sum(outranked_count) as outranked_count,
                          sum(rejected_count) as rejected_count,
                          sum(value_reject_count) as value_reject_count
                        from reporting.loads
                        where status = 'completed'
                        group by bot_id
                        order by bot_id
                        """)
                .map((row, context) -> coverage(
                        row,
                        days.get(row.getString("bot_id")),
                        Set.copyOf(absent.getOrDefault(row.getString("bot_id"), List.of()))))
                .list();
    }

    private static BotCoverage coverage(ResultSet row, List<LocalDate> days, Set<LocalDate> sourceHadNone)
            throws SQLException {
        LocalDate first = days.get(0);
        LocalDate last = days.get(days.size() - 1);
        List<LocalDate> absent = new ArrayList<>();
        List<LocalDate> missing = new ArrayList<>();
        int next = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (days.get(next).equals(day)) {
                next++;
            } else {
                (sourceHadNone.contains(day) ? absent : missing).add(day);
            }
        }
        return new BotCoverage(
                row.getString("bot_id"), first, last, days.size(), absent, missing, row.getLong("files"), counts(row));
    }

    /** Days by bot, in the order of the query. */
    private static Map<String, List<LocalDate>> days(Handle handle, String query) {
        Map<String, List<LocalDate>> days = new HashMap<>();
        handle.createQuery(query)
                .map((row, context) -> Map.entry(row.getString(1), row.getObject(2, LocalDate.class)))
                .forEach(day -> days.computeIfAbsent(day.getKey(), unused -> new ArrayList<>())
                        .add(day.getValue()));
        return days;
    }

    /**
     * Versions of files, ordered by bot, day, shard, revision.
     *
     * @param all true for all; false for those that want attention: files with several versions, and loads that failed or
     *     did not end
     */
    public void versions(boolean all, Consumer<Version> consumer) {
        String attention = """
                where status in ('failed', 'started')
                  or (bot_id, export_date, shard) in (
                    select bot_id, export_date, shard from reporting.loads where revision > 1)
                """;
        inPortions(handle -> handle.createQuery("select * from reporting.loads " + (all ? "" : attention)
                        + " order by bot_id, export_date, shard, revision")
                .setFetchSize(FETCH_SIZE)
                .map(LedgerReport::version)
                .forEach(consumer));
    }

    private static Version version(ResultSet row, StatementContext context) throws SQLException {
        return new Version(
                row.getString("bot_id"),
                row.getObject("export_date", LocalDate.class),
                row.getLong("shard"),
                row.getString("file_name"),
                row.getLong("revision"),
                row.getString("status"),
                counts(row),
                Times.instant(row, "landed_at"),
                row.getString("error"));
    }

    /** The last runs, latest first. */
    public List<Run> lastRuns(int limit) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select * from reporting.runs order by started_at desc fetch first :limit rows only")
                        .bind("limit", limit)
                        .map((row, context) -> new Run(
                                row.getString("command"),
                                row.getString("status"),
                                Times.instant(row, "started_at"),
                                Times.instant(row, "finished_at"),
                                row.getObject("exit_status", Integer.class),
                                runCounts(row),
                                row.getString("error")))
                        .list());
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
        inPortions(handle -> {
            Query query = handle.createQuery("select * from reporting.rejects where 1 = 1"
                    + (all ? "" : " and load_status <> 'superseded'")
                    + (kind == null ? "" : " and kind = :kind")
                    + (fileName == null ? "" : " and file_name = :file")
                    + " order by bot_id, export_date, shard, sha256, record_ordinal, json_pointer, reason");
            if (kind != null) {
                query.bind("kind", kind);
            }
            if (fileName != null) {
                query.bind("file", fileName);
            }
            query.setFetchSize(FETCH_SIZE).map(LedgerReport::reject).forEach(consumer);
        });
    }

    /** PostgreSQL sends a result in portions only within a transaction; else all of it would be in memory. */
    private void inPortions(HandleConsumer<RuntimeException> work) {
        database.jdbi().useTransaction(work);
    }

    private static RejectRow reject(ResultSet row, StatementContext context) throws SQLException {
        return new RejectRow(
                row.getString("file_name"),
                row.getString("load_status"),
                row.getString("kind"),
                row.getLong("record_ordinal"),
                row.getLong("byte_offset"),
                row.getString("json_pointer"),
                row.getString("reason"),
                row.getString("message"),
                row.getString("record_sha256"));
    }

    private static LoadCounts counts(ResultSet row) throws SQLException {
        return new LoadCounts(
                row.getLong("read_count"),
                row.getLong("loaded_count"),
                row.getLong("repeated_count"),
                row.getLong("outranked_count"),
                row.getLong("rejected_count"),
                row.getLong("value_reject_count"));
    }

    private static RunCounts runCounts(ResultSet row) throws SQLException {
        return new RunCounts(
                row.getLong("asked_day_count"),
                row.getLong("failed_day_count"),
                row.getLong("landed_count"),
                row.getLong("found_count"),
                row.getLong("loaded_count"),
                row.getLong("unchanged_count"),
                row.getLong("failed_count"),
                row.getLong("report_count"));
    }
}
