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
import java.time.format.DateTimeFormatter;
import java.time.temporal.ValueRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.Query;

/** The values of a report's parameters, checked and typed. */
final class BoundParameters {
    private static final long LONGEST_WAIT = 36_500;

    private static final Pattern CHOICE = Pattern.compile("[a-z]+");
    private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9_+/-]+");
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'+00:00'", Locale.ROOT);

    /** Those that both databases read with four digits. */
    private static final ValueRange YEARS = ValueRange.of(1, 9_999);

    private final TakenParameters taken;
    private final Map<String, Object> values;

    BoundParameters(TakenParameters taken, Map<String, Object> values) {
        this.taken = taken;
        this.values = values;
    }

    /** Of a report's columns those that are shown; null in the place of one that is left out. */
    List<ReportColumn> shown(List<ReportColumn> columns) {
        List<ReportColumn> shown = new ArrayList<>();
        for (ReportColumn column : columns) {
            shown.add(taken.naming(column).isPresent() ? grouping(column) : column);
        }
        return shown;
    }

    /** Checks that no column takes the name of another: whoever reads the rows by names would read one of the two. */
    void checkNames(List<ReportColumn> columns, Problems problems) {
        for (ReportColumn column : columns) {
            Optional<ReportParameter> naming = taken.naming(column);
            if (naming.isPresent()
                    && values.get(column.name()) instanceof String name
                    && hasOther(columns, column, name)) {
                problems.add(
                        naming.get().option() + ": the column for it would be called " + name
                                + ", as another of the report is; give another value, or rename that column in the report's file");
            }
        }
    }

    private boolean hasOther(List<ReportColumn> columns, ReportColumn column, String name) {
        return columns.stream()
                .filter(other -> !other.equals(column))
                .map(other -> taken.naming(other).isPresent() ? grouping(other) : other)
                .anyMatch(other -> other != null && other.name().equals(name));
    }

    private ReportColumn grouping(ReportColumn column) {
        return values.get(column.name()) instanceof String group ? column.named(group) : null;
    }

    /** The day given for a parameter; empty if none is. */
    Optional<LocalDate> day(String name) {
        return Optional.ofNullable((LocalDate) values.get(name));
    }

    /** The texts given for a parameter, be it repeatable or not; none if it is absent. */
    List<String> texts(String name) {
        Object value = values.get(name);
        return value instanceof String[] list
                ? List.of(list)
                : value == null ? List.of() : List.of(String.valueOf(value));
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
     * The query with constants in the place of parameters, but for texts and keys: the planner can make use of them, and H2
     * computes what depends on a parameter for every row. Nothing that somebody wrote gets into the query: a choice is a word
     * of the report's header, and is bound if it is more than one.
     */
    String withConstants(String sql) {
        return NamedParameters.replace(sql, name -> isKey(name) ? Optional.empty() : constant(name));
    }

    /** Whether a name in SQL stands for a key that is read from the database, by {@link KeyRange} or {@link SessionParamKey}. */
    static boolean isKey(String name) {
        return KeyRange.NAMES.contains(name) || name.equals(SessionParamKey.NAME);
    }

    private Optional<String> constant(String name) {
        Optional<ReportParameter> asked = ReportParameter.nameInIsDefault(name).flatMap(taken::parameter);
        if (asked.isPresent() && taken.parameter(name).isEmpty()) {
            return Optional.of(String.valueOf(hasDefault(asked.get())));
        }
        Object value = value(name);
        if (value == null || value instanceof Boolean || value instanceof Long) {
            return Optional.of(String.valueOf(value));
        }
        if (value instanceof LocalDate) {
            return Optional.of("date '" + value + "'");
        }
        if (value instanceof OffsetDateTime instant) {
            return YEARS.isValidValue(instant.getYear())
                    ? Optional.of("timestamp with time zone '" + INSTANT.format(instant) + "'")
                    : Optional.empty();
        }
        String text = String.valueOf(value);
        return isWord(name, text) ? Optional.of("'" + text + "'") : Optional.empty();
    }

    private boolean isWord(String name, String text) {
        return switch (taken.parameter(name).orElseThrow().type()) {
            case CHOICE -> CHOICE.matcher(text).matches();
            case ZONE -> ZONE.matcher(text).matches();
            default -> false;
        };
    }

    /** What a name in SQL stands for: a parameter, or the edge of a day. */
    private Object value(String name) {
        return taken.parameter(name).isPresent()
                ? values.get(name)
                : DayEdge.of(name)
                        .map(edge -> instant(edge, values.get(edge.day(name))))
                        .orElse(null);
    }

    private boolean hasDefault(ReportParameter parameter) {
        return Objects.deepEquals(
                values.get(parameter.name()), ParameterValue.parse(parameter, parameter.defaults(), new Problems()));
    }

    /** Binds what {@link #withConstants} left, but for keys. */
    void bindTo(Query query, String sql) {
        for (String name : NamedParameters.names(sql)) {
            if (isKey(name)) {
                continue;
            }
            Object value = value(name);
            query.bind(name, (position, statement, context) -> set(statement, position, value));
        }
    }

    private OffsetDateTime instant(DayEdge edge, Object day) {
        return day instanceof LocalDate date
                ? edge.instant(date, zone().orElseThrow()).atOffset(ZoneOffset.UTC)
                : null;
    }

    private static void set(PreparedStatement statement, int position, Object value) throws SQLException {
        if (value instanceof OffsetDateTime instant) {
            statement.setObject(position, instant, Types.TIMESTAMP_WITH_TIMEZONE);
        } else if (value instanceof String[] list) {
            Connection connection = statement.getConnection();
            statement.setArray(position, connection.createArrayOf("varchar", list));
        } else {
            statement.setString(position, String.valueOf(value));
        }
    }
}
