package io.botledger.reports;

import io.botledger.db.Database;
import io.botledger.db.DatabaseErrors;
import io.botledger.db.Dialect;
import io.botledger.db.NamedParameters;
import io.botledger.db.RowMemory;
import io.botledger.model.BotledgerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Runs reports. Each runs in a transaction of its own that sees one state of the database and is always rolled back: a
 * report changes nothing. What takes longer than the settings allow ends with an error. Rows go to the output one by
 * one; PostgreSQL sends them in portions where they may be many, H2 keeps a result beyond its {@code MAX_MEMORY_ROWS}, or
 * beyond what narrow rows may take, in a temporary file. Safe for use by several threads.
 */
public final class ReportRunner {
    private static final int FETCH_SIZE = 1_000;

    /** PostgreSQL lets several processes count only where it is to send all rows at once. */
    static final int ALL_AT_ONCE = 0;

    private static final DateTimeFormatter MADE_AT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Database database;
    private final ReportSettings settings;
    private final Supplier<String> made;

    /** A runner over an open database. */
    public ReportRunner(Database database) {
        this(database, ReportSettings.defaults());
    }

    /** A runner over an open database, with settings, whose reports do not tell when they were made. */
    public ReportRunner(Database database, ReportSettings settings) {
        this(database, settings, () -> null);
    }

    /**
     * A runner over an open database, with settings.
     *
     * @param version the program's version, told by formats for people
     * @param clock when a report is made, told there too
     */
    public ReportRunner(Database database, ReportSettings settings, String version, Clock clock) {
        this(database, settings, () -> MADE_AT.format(clock.instant()) + " UTC by botledger " + version);
    }

    private ReportRunner(Database database, ReportSettings settings, Supplier<String> made) {
        this.database = database;
        this.settings = settings;
        this.made = made;
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
        return output.write(bytes -> read(report.name(), (handle, limit) -> {
            bound.zone().ifPresent(zone -> ZoneRulesCheck.require(handle, zone));
            List<String> queried = new ArrayList<>(unknownFilters(handle, report, parameters.given(), bound, limit));
            if (report.countsDays()) {
                DaysCheck.warning(handle, limit, parameters, bound).ifPresent(queried::add);
            }
            queried.addAll(warnings(handle, report.warningQueries(), bound, limit));
            if (report.hasFewGroups()) {
                expectFewGroups(handle, database.dialect());
            }
            String days = format.hasHead() ? ReportDays.of(handle, report, bound) : null;
            Supplier<ReportResult> rows = () -> writeRows(handle, report, bound, limit, queried, warnings -> {
                ReportHead head = ReportHead.of(report, parameters, days, made.get(), warnings);
                return format.rowWriter(bytes, head, settings.csv());
            });
            return report.hasNarrowRows() ? writeNarrow(handle, database.dialect(), rows) : rows.get();
        }));
    }

    /**
     * Does work in a transaction that sees one state of the database and is always rolled back, for as long as the settings
     * allow.
     *
     * @param name what to call the work in an error
     */
    <T> T read(String name, BiFunction<Handle, TimeLimit, T> work) {
        TimeLimit limit = new TimeLimit(name, settings.timeLimit(), database.dialect());
        try (Handle handle = database.jdbi().open()) {
            return inTransaction(handle, limit, work);
        } catch (JdbiException e) {
            throw limit.translate(e);
        }
    }

    private <T> T inTransaction(Handle handle, TimeLimit limit, BiFunction<Handle, TimeLimit, T> work) {
        handle.setReadOnly(true);
        handle.setTransactionIsolationLevel(TransactionIsolationLevel.REPEATABLE_READ);
        handle.begin();
        try {
            limit.beforeQuery(handle);
            T result = work.apply(handle, limit);
            undo(handle, limit);
            return result;
        } catch (RuntimeException failure) {
            try {
                undo(handle, limit);
            } catch (RuntimeException second) {
                failure.addSuppressed(second);
            }
            throw failure;
        }
    }

    /** As {@link Dialect#expectFewGroups}. */
    static void expectFewGroups(Handle handle, Dialect dialect) {
        try (Statement statement = handle.getConnection().createStatement()) {
            dialect.expectFewGroups(statement);
        } catch (SQLException e) {
            throw unprepared(e);
        }
    }

    private static ReportResult writeNarrow(Handle handle, Dialect dialect, Supplier<ReportResult> rows) {
        RowMemory memory;
        try {
            memory = dialect.expectNarrowRows(handle.getConnection());
        } catch (SQLException e) {
            throw unprepared(e);
        }
        try (memory) {
            return rows.get();
        }
    }

    private static BotledgerException unprepared(SQLException failure) {
        return DatabaseErrors.translate("preparing the queries of a report", failure);
    }

    private static void undo(Handle handle, TimeLimit limit) {
        handle.rollback();
        limit.end(handle);
    }

    /** Of a report that selects conversations by the common filters, or bots as these do. */
    private static List<String> unknownFilters(
            Handle handle, Report report, Map<String, List<String>> given, BoundParameters bound, TimeLimit limit) {
        return report.countsDays() || report.name().equals("coverage")
                ? UnknownFilters.warnings(handle, limit, given, () -> KeyRange.of(handle, bound))
                : List.of();
    }

    private static List<String> warnings(Handle handle, List<String> queries, BoundParameters bound, TimeLimit limit) {
        List<String> warnings = new ArrayList<>();
        for (String sql : queries) {
            Query query = query(handle, sql, bound).setFetchSize(ALL_AT_ONCE);
            limit.beforeQuery(handle);
            warnings.addAll(query.mapTo(String.class).list());
        }
        return warnings;
    }

    private static ReportResult writeRows(
            Handle handle,
            Report report,
            BoundParameters bound,
            TimeLimit limit,
            List<String> queried,
            Function<List<String>, RowWriter> writer) {
        ResultColumns columns = new ResultColumns(report, bound.shown(report.columns()));
        Query query = query(handle, report.sql(), bound);
        if (report.hasFewRows()) {
            query.setFetchSize(ALL_AT_ONCE);
        }
        limit.beforeQuery(handle);
        Supplier<List<String>> whenEmpty = () -> warnings(handle, report.emptyQueries(), bound, limit);
        return query.scanResultSet(
                (result, context) -> writeRows(result.get(), columns, limit, queried, whenEmpty, writer));
    }

    /** A query with its parameters bound; its text is taken as it is. */
    static Query query(Handle handle, String sql, BoundParameters bound) {
        Query query = unkeyed(handle, sql, bound);
        if (KeyRange.isReadBy(sql)) {
            KeyRange keys = KeyRange.of(handle, bound);
            keys.bindTo(query);
            if (KeyRange.isFollowing(NamedParameters.names(sql))) {
                keys.following(handle, bound.withinDays()).bindAsFollowingTo(query);
            }
        }
        return query;
    }

    /** A query over some of the keys alone, with its parameters bound. */
    static Query query(Handle handle, String sql, BoundParameters bound, KeyRange keys) {
        Query query = unkeyed(handle, sql, bound);
        keys.bindTo(query);
        return query;
    }

    private static Query unkeyed(Handle handle, String sql, BoundParameters bound) {
        String planned = bound.withConstants(sql);
        Query query = handle.createQuery(planned).setFetchSize(FETCH_SIZE);
        bound.bindTo(query, planned);
        SessionParamKey.bindTo(query, planned, handle, bound);
        return query;
    }

    private static ReportResult writeRows(
            ResultSet result,
            ResultColumns columns,
            TimeLimit limit,
            List<String> queried,
            Supplier<List<String>> whenEmpty,
            Function<List<String>, RowWriter> writer)
            throws SQLException {
        columns.check(result.getMetaData());
        boolean hasRow = result.next();
        List<String> ofRows = hasRow ? columns.warnings(result) : whenEmpty.get();
        List<String> warnings = Stream.concat(queried.stream(), ofRows.stream())
                .map(DisplayText::visible)
                .toList();
        RowWriter rows = writer.apply(warnings);
        try {
            rows.begin(columns.shown());
            long rowCount = 0;
            for (; hasRow; hasRow = result.next()) {
                limit.check();
                rows.row(columns.read(result));
                rowCount++;
            }
            return new ReportResult(rowCount, rows.end()).with(warnings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
