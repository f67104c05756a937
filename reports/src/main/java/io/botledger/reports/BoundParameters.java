package io.botledger.reports;

import io.botledger.db.NamedParameters;
import io.botledger.model.Problems;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.Query;

/** The values of a report's parameters, checked and typed. */
final class BoundParameters {
    private static final long LONGEST_WAIT = 36_500;

    private static final Pattern WORD = Pattern.compile("[a-z]+");

    private final Report report;
    private final Map<String, Object> values;

    BoundParameters(Report report, Map<String, Object> values) {
        this.report = report;
        this.values = values;
    }

    /** The columns that are shown; null in the place of one that is left out. */
    List<ReportColumn> shownColumns() {
        List<ReportColumn> shown = new ArrayList<>();
        for (ReportColumn column : report.columns()) {
            shown.add(isGrouping(column) ? grouping(column) : column);
        }
        return shown;
    }

    private boolean isGrouping(ReportColumn column) {
        return report.parameter(column.name())
                .filter(parameter -> parameter.type() == ReportParameter.Type.CHOICE)
                .isPresent();
    }

    private ReportColumn grouping(ReportColumn column) {
        return values.get(column.name()) instanceof String group ? column.named(group) : null;
    }

    /** The day given for a parameter; empty if none is. */
    Optional<LocalDate> day(String name) {
        return Optional.ofNullable((LocalDate) values.get(name));
    }

    /** How many days after a conversation the report looks for another, at most so many that an instant can be told. */
    long withinDays() {
        return Math.min((Long) values.get("within_days"), LONGEST_WAIT);
    }

    /** Whether conversations count for the day of their start, not for that of their end. */
    boolean countsByStart() {
        return "start".equals(values.get("day_of"));
    }

    /** The time zone of the report's days; empty if it takes none. */
    Optional<ZoneId> zone() {
        return values.values().stream()
                .filter(ZoneId.class::isInstance)
                .map(ZoneId.class::cast)
                .findFirst();
    }

    /**
     * The query with constants in the place of parameters that its planner can make use of: what is absent, and flags and
     * choices. H2 computes what depends on a parameter for every row. Nothing that somebody wrote gets into the query: a
     * choice is a word of the report's header, and is bound if it is more than one.
     */
    String withConstants(String sql) {
        return NamedParameters.replace(sql, name -> {
            if (KeyRange.NAMES.contains(name)) {
                return Optional.empty();
            }
            Optional<ReportParameter> asked =
                    ReportParameter.nameInIsDefault(name).flatMap(report::parameter);
            if (asked.isPresent()) {
                return Optional.of(String.valueOf(hasDefault(asked.get())));
            }
            Optional<DayEdge> edge =
                    DayEdge.of(name).filter(ofDay -> report.parameter(name).isEmpty());
            Object value = values.get(edge.map(ofDay -> ofDay.day(name)).orElse(name));
            if (value == null || value instanceof Boolean) {
                return Optional.of(String.valueOf(value));
            }
            boolean word = report.parameter(name)
                    .filter(parameter -> parameter.type() == ReportParameter.Type.CHOICE)
                    .filter(parameter -> WORD.matcher((String) value).matches())
                    .isPresent();
            return word ? Optional.of("'" + value + "'") : Optional.empty();
        });
    }

    private boolean hasDefault(ReportParameter parameter) {
        return Objects.deepEquals(
                values.get(parameter.name()), ParameterValue.parse(parameter, parameter.defaults(), new Problems()));
    }

    /** Binds the parameters that a query uses, but for those of {@link KeyRange}. */
    void bindTo(Query query, String sql) {
        for (String name : NamedParameters.names(sql)) {
            if (KeyRange.NAMES.contains(name)) {
                continue;
            }
            Optional<DayEdge> edge = DayEdge.of(name);
            if (edge.isPresent() && report.parameter(name).isEmpty()) {
                OffsetDateTime instant =
                        instant(edge.get(), values.get(edge.get().day(name)));
                query.bind(
                        name,
                        (position, statement, context) ->
                                statement.setObject(position, instant, Types.TIMESTAMP_WITH_TIMEZONE));
            } else {
                ReportParameter parameter = report.parameter(name).orElseThrow();
                Object value = values.get(name);
                query.bind(name, (position, statement, context) -> set(statement, position, parameter, value));
            }
        }
    }

    private OffsetDateTime instant(DayEdge edge, Object day) {
        return day instanceof LocalDate date
                ? edge.instant(date, zone().orElseThrow()).atOffset(ZoneOffset.UTC)
                : null;
    }

    private static void set(PreparedStatement statement, int position, ReportParameter parameter, Object value)
            throws SQLException {
        if (value instanceof ZoneId zone) {
            statement.setString(position, zone.getId());
        } else if (value instanceof String[] list) {
            Connection connection = statement.getConnection();
            statement.setArray(position, connection.createArrayOf("varchar", list));
        } else {
            statement.setObject(position, value, sqlType(parameter));
        }
    }

    private static int sqlType(ReportParameter parameter) {
        if (parameter.repeatable()) {
            return Types.ARRAY;
        }
        return switch (parameter.type()) {
            case DATE -> Types.DATE;
            case INTEGER -> Types.BIGINT;
            case FLAG -> Types.BOOLEAN;
            case TEXT, CHOICE, ZONE -> Types.VARCHAR;
        };
    }
}
