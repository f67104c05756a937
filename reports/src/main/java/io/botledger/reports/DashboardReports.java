package io.botledger.reports;

import io.botledger.db.Dialect;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The queries of the dashboard: reports that no catalogue names. */
final class DashboardReports {
    private static final Report DAYS = ReportCatalogue.readBuiltIn("dashboard_days");
    private static final Report HOURS = ReportCatalogue.readBuiltIn("dashboard_hours");
    private static final Report INTENTS = ReportCatalogue.readBuiltIn("dashboard_intents");
    private static final Report COVERAGE = ReportCatalogue.readBuiltIn("coverage");
    private static final Report NAMES = ReportCatalogue.readBuiltIn("dashboard_names");
    private static final String LAST_DAYS = "last_";
    /** What may be given: not what the page itself sets. */
    static final TakenParameters PARAMETERS = parameters();

    private static final int BEFORE_MEASURES = 6;

    private final Dialect dialect;
    private final long keysAtOnce;
    private final Handle handle;
    private final TimeLimit limit;
    private final ReportParameters parameters;

    /**
     * Queries in a transaction.
     *
     * @param keysAtOnce see {@link Dialect#keysAtOnce}
     */
    DashboardReports(Dialect dialect, long keysAtOnce, Handle handle, TimeLimit limit, ReportParameters parameters) {
        this.dialect = dialect;
        this.keysAtOnce = keysAtOnce;
        this.handle = handle;
        this.limit = limit;
        this.parameters = parameters;
    }

    /** The names of the sums, as the page knows them. */
    static List<String> measures() {
        return DAYS.columns().stream()
                .skip(BEFORE_MEASURES)
                .map(ReportColumn::name)
                .toList();
    }

    private static TakenParameters parameters() {
        List<ReportParameter> parameters = INTENTS.parameters().stream()
                .filter(parameter -> !parameter.name().startsWith(LAST_DAYS))
                .toList();
        return new TakenParameters("dashboard", parameters);
    }

    /** The filters that were given, the days and the zone left out, which the page tells elsewhere. */
    static List<ReportParameter> filters() {
        return PARAMETERS.all().stream()
                .filter(parameter ->
                        !List.of("from", "to", "day_of", "time_zone").contains(parameter.name()))
                .toList();
    }

    /** Reads everything, in the transaction of the handle. */
    DashboardData read(Instant now) {
        BoundParameters bound = parameters.bind(PARAMETERS);
        bound.zone().ifPresent(zone -> ZoneRulesCheck.require(handle, zone));
        Map<String, BotDays> coverage = new TreeMap<>();
        TreeSet<LocalDate> loaded = new TreeSet<>();
        each(COVERAGE, parameters.without("from", "to"), row -> {
            coverage.computeIfAbsent(row.text("bot_id"), key -> new BotDays()).add(row.day("day"), state(row));
            if (row.number("loaded_files") > 0) {
                loaded.add(row.day("day"));
            }
        });
        FileDays fileDays = FileDays.of(bound);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        DashboardRange range = DashboardRange.of(bound.day("from"), bound.day("to"), loaded, fileDays, today);
        coverage.values().removeIf(days -> days.first().isAfter(range.last()));
        DashboardData data = new DashboardData(range, loaded, fileDays, coverage, parameters);
        ReportParameters ofRange = parameters
                .with("from", range.first().toString())
                .with("to", range.last().toString());
        for (int days : DashboardRange.PERIODS) {
            ofRange = ofRange.with(
                    LAST_DAYS + days, DashboardRange.parameter(range.last().minusDays(days - 1L)));
        }
        eachPortion(List.of(
                part(DAYS, ofRange.with("from", DashboardRange.parameter(range.firstBefore())), data::addDay),
                part(HOURS, ofRange, data::addHour),
                part(INTENTS, ofRange, data::addIntent)));
        nameOthers(data);
        return data;
    }

    private static FileState state(DashboardRow row) {
        return switch (row.text("status")) {
            case "missing" -> FileState.MISSING;
            case "absent" -> row.truth("day_complete") ? FileState.ABSENT : FileState.AWAITED;
            case "failed" -> FileState.FAILED;
            case "growing" -> FileState.GROWING;
            default ->
                row.number("loaded_conversations") + row.number("rejected_records") == 0
                        ? FileState.EMPTY
                        : FileState.LOADED;
        };
    }

    /** Bots without a conversation that passes the filters have a name too. */
    private void nameOthers(DashboardData data) {
        ReportParameters.Builder bots = ReportParameters.builder();
        data.unnamed().forEach(bot -> bots.add("bot", bot));
        if (!data.unnamed().isEmpty()) {
            each(NAMES, bots.build(), row -> data.name(row.text("bot_id"), row.text("bot_name")));
        }
    }

    /** A query with its parameters, the keys that it reads, and who takes its rows. */
    private record Part(Report report, BoundParameters bound, KeyRange keys, Consumer<DashboardRow> rows) {}

    private Part part(Report report, ReportParameters given, Consumer<DashboardRow> rows) {
        BoundParameters bound = given.takenBy(report).bind(report);
        return new Part(report, bound, KeyRange.of(handle, bound), rows);
    }

    /**
     * In portions of keys, since the page adds everything up; all queries over one portion before the next, since H2 has
     * its pages in memory then.
     */
    private void eachPortion(List<Part> parts) {
        ReportRunner.expectFewGroups(handle, dialect);
        KeyRange whole = parts.stream().map(Part::keys).reduce(KeyRange.NONE, KeyRange::around);
        for (KeyRange portion : whole.portions(keysAtOnce)) {
            for (Part part : parts) {
                KeyRange keys = portion.within(part.keys());
                if (!keys.isEmpty()) {
                    Query query = ReportRunner.query(handle, part.report().sql(), part.bound(), keys);
                    each(query, part.report(), part.bound(), part.rows());
                }
            }
        }
    }

    private void each(Report report, ReportParameters given, Consumer<DashboardRow> rows) {
        BoundParameters bound = given.takenBy(report).bind(report);
        each(ReportRunner.query(handle, report.sql(), bound), report, bound, rows);
    }

    /** Without a fetch size: then PostgreSQL may let several processes count. */
    private void each(Query query, Report report, BoundParameters bound, Consumer<DashboardRow> rows) {
        ResultColumns columns = new ResultColumns(report, bound.shown(report.columns()));
        limit.beforeQuery(handle);
        query.setFetchSize(ReportRunner.ALL_AT_ONCE).scanResultSet((result, context) -> {
            ResultSet set = result.get();
            columns.check(set.getMetaData());
            while (set.next()) {
                limit.check();
                rows.accept(new DashboardRow(report.columns(), columns.read(set)));
            }
            return null;
        });
    }
}
