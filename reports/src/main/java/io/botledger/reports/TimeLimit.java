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
 * How long a report may take, all of its queries and the writing of its rows together. The database ends a query that takes
 * longer than what is left of it; between two rows the time is looked at.
 */
final class TimeLimit {
    private static final String CANCELLED = "57014";

    private final String reportName;
    private final Duration limit;
    private final Dialect dialect;
    private final long begun = System.nanoTime();

    TimeLimit(String reportName, Duration limit, Dialect dialect) {
        this.reportName = reportName;
        this.limit = limit;
        this.dialect = dialect;
    }

    /**
     * Leaves the next query the time that is left. To be called in the transaction, before each query.
     *
     * @throws BotledgerException with {@link ErrorCode#DATABASE} if none is left
     */
    void beforeQuery(Handle handle) {
        check();
        try (Statement statement = handle.getConnection().createStatement()) {
            dialect.limitQueries(statement, left());
        } catch (SQLException e) {
            throw DatabaseErrors.translate("running the report " + reportName, e);
        }
    }

    /** After the transaction. */
    void end(Handle handle) {
        try (Statement statement = handle.getConnection().createStatement()) {
            dialect.endLimit(statement);
        } catch (SQLException e) {
            throw DatabaseErrors.translate("running the report " + reportName, e);
        }
    }

    private boolean passed() {
        return System.nanoTime() - begun >= limit.toNanos();
    }

    /** In whole milliseconds, the one that has begun included: a query that is ended then is ended after the limit. */
    private Duration left() {
        long nanos = limit.toNanos() - (System.nanoTime() - begun);
        return Duration.ofMillis(Math.max(nanos, 0) / 1_000_000 + 1);
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
