package io.botledger.reports;

import io.botledger.db.DatabaseErrors;
import io.botledger.db.Dialect;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * How long a report may take. The database ends a single statement; the time that all of them and the writing of the rows
 * take together is looked at between two rows.
 */
final class TimeLimit {
    private static final String CANCELLED = "57014";

    private final String reportName;
    private final Duration limit;
    private final long begun = System.nanoTime();

    TimeLimit(String reportName, Duration limit) {
        this.reportName = reportName;
        this.limit = limit;
    }

    /** In the transaction that has just begun. */
    void begin(Handle handle, Dialect dialect) {
        try (Statement statement = handle.getConnection().createStatement()) {
            dialect.limitQueries(statement, limit);
        } catch (SQLException e) {
            throw DatabaseErrors.translate("running the report " + reportName, e);
        }
    }

    /** After the transaction. */
    void end(Handle handle, Dialect dialect) {
        try (Statement statement = handle.getConnection().createStatement()) {
            dialect.endLimit(statement);
        } catch (SQLException e) {
            throw DatabaseErrors.translate("running the report " + reportName, e);
        }
    }

    private boolean passed() {
        return System.nanoTime() - begun >= limit.toNanos();
    }

    /** Checks that there is time left. */
    void check() {
        if (passed()) {
            throw exceeded(null);
        }
    }

    /** The error to throw for a failure of the database. */
    BotledgerException translate(JdbiException failure) {
        boolean cancelled = failure.getCause() instanceof SQLException sql && CANCELLED.equals(sql.getSQLState());
        return cancelled && passed()
                ? exceeded(failure)
                : DatabaseErrors.translate("running the report " + reportName, failure);
    }

    private BotledgerException exceeded(Throwable cause) {
        return new BotledgerException(
                ErrorCode.DATABASE,
                "the report " + reportName + " took longer than " + words(limit)
                        + "; ask for less, for example fewer days, or allow it more time with --time-limit (time_limit in "
                        + "botledger.yaml)",
                cause);
    }

    private static String words(Duration time) {
        long seconds = time.toSeconds();
        return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}
