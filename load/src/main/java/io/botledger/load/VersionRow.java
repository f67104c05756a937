package io.botledger.load;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

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
public record VersionRow(
        String botId,
        LocalDate exportDate,
        long shard,
        String fileName,
        long revision,
        String status,
        LoadCounts counts,
        Instant landedAt,
        String error) {

    /** As {@link LedgerReport#versions} orders and chooses them. */
    static Query query(Handle handle, boolean all) {
        String attention = """
                where status in ('failed', 'started')
                  or (bot_id, export_date, shard) in (
                    select bot_id, export_date, shard from reporting.loads where revision > 1)
                """;
        return handle.createQuery("select * from reporting.loads " + (all ? "" : attention)
                + " order by bot_id, export_date, shard, revision");
    }

    static VersionRow of(ResultSet row, StatementContext context) throws SQLException {
        return new VersionRow(
                row.getString("bot_id"),
                row.getObject("export_date", LocalDate.class),
                row.getLong("shard"),
                row.getString("file_name"),
                row.getLong("revision"),
                row.getString("status"),
                LoadCounts.of(row),
                Times.instant(row, "landed_at"),
                row.getString("error"));
    }
}
