package io.botledger.reports;

import io.botledger.db.Database;
import io.botledger.db.DatabaseErrors;
import io.botledger.model.BotledgerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Runs reports. Each runs in a transaction of its own that sees one state of the database and is always rolled back: a
 * report changes nothing. Rows go to the output one by one; PostgreSQL sends them in portions, H2 keeps a result beyond
 * its {@code MAX_MEMORY_ROWS} in a temporary file. Safe for use by several threads.
 */
public final class ReportRunner {
    private static final int FETCH_SIZE = 1_000;

    private final Database database;

    /** A runner over an open database. */
    public ReportRunner(Database database) {
        this.database = database;
    }

    /**
     * Runs a report and writes its rows.
     *
     * @return how many rows were written, and what to be warned of
     * @throws BotledgerException with {@code USAGE} if the parameters are wrong or the report's header and SQL disagree,
     *     {@code DATABASE} if the database refuses, {@code ENVIRONMENT} if the output can't be written
     */
    public ReportResult run(Report report, ReportParameters parameters, ReportFormat format, ReportOutput output) {
        BoundParameters bound = parameters.bind(report);
        return output.write(writer -> {
            try (Handle handle = database.jdbi().open()) {
                return inTransaction(handle, () -> rowsAndWarnings(handle, report, bound, format, writer));
            } catch (JdbiException e) {
                throw DatabaseErrors.translate("running the report " + report.name(), e);
            }
        });
    }

    private static ReportResult inTransaction(Handle handle, Supplier<ReportResult> work) {
        handle.setReadOnly(true);
        handle.setTransactionIsolationLevel(TransactionIsolationLevel.REPEATABLE_READ);
        handle.begin();
        try {
            ReportResult result = work.get();
            handle.rollback();
            return result;
        } catch (RuntimeException failure) {
            try {
                handle.rollback();
            } catch (JdbiException second) {
                failure.addSuppressed(second);
            }
            throw failure;
        }
    }

    private static ReportResult rowsAndWarnings(
            Handle handle, Report report, BoundParameters bound, ReportFormat format, Writer writer) {
        bound.zone().ifPresent(zone -> ZoneRulesCheck.require(handle, zone));
        ResultColumns columns = new ResultColumns(report, bound.shownColumns());
        long rowCount = query(handle, report.sql(), bound)
                .scanResultSet((result, context) -> writeRows(result.get(), columns, format, writer));
        List<String> warnings = new ArrayList<>();
        for (String sql : report.warningQueries()) {
            warnings.addAll(query(handle, sql, bound).mapTo(String.class).list());
        }
        return new ReportResult(rowCount, warnings);
    }

    private static Query query(Handle handle, String sql, BoundParameters bound) {
        Query query =
                handle.createQuery(sql).setTemplateEngine(TemplateEngine.NOP).setFetchSize(FETCH_SIZE);
        bound.bindTo(query, sql);
        return query;
    }

    private static long writeRows(ResultSet result, ResultColumns columns, ReportFormat format, Writer writer)
            throws SQLException {
        columns.check(result.getMetaData());
        try {
            RowWriter rows = format.rowWriter(writer);
            rows.begin(columns.shown());
            long rowCount = 0;
            for (; result.next(); rowCount++) {
                rows.row(columns.read(result));
            }
            rows.end();
            return rowCount;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
