package io.botledger.load;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

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
        String recordSha256) {

    /** As {@link LedgerReport#rejects} orders and chooses them. */
    static Query query(Handle handle, boolean all, String kind, String fileName) {
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
        return query;
    }

    static RejectRow of(ResultSet row, StatementContext context) throws SQLException {
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
}
