package io.botledger.load;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

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
public record RunRow(
        String command,
        String status,
        Instant startedAt,
        Instant finishedAt,
        Integer exitStatus,
        RunCounts counts,
        String error) {

    /** The last ones, latest first. */
    static List<RunRow> last(Handle handle, int limit) {
        return handle.createQuery("select * from reporting.runs order by started_at desc fetch first :limit rows only")
                .bind("limit", limit)
                .map(RunRow::of)
                .list();
    }

    private static RunRow of(ResultSet row, StatementContext context) throws SQLException {
        return new RunRow(
                row.getString("command"),
                row.getString("status"),
                Times.instant(row, "started_at"),
                Times.instant(row, "finished_at"),
                row.getObject("exit_status", Integer.class),
                RunCounts.of(row),
                row.getString("error"));
    }
}
