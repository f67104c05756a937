package io.botledger.reports;

import io.botledger.model.Problems;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The columns of a result: checked against the report's, and read as its types. */
final class ResultColumns {
    private static final Set<Integer> WHOLE_NUMBERS =
            Set.of(Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL);
    private static final Map<ReportColumn.Type, Set<Integer>> SQL_TYPES = Map.of(
            ReportColumn.Type.TEXT, Set.of(Types.VARCHAR, Types.CHAR, Types.CLOB, Types.LONGVARCHAR),
            ReportColumn.Type.INTEGER, WHOLE_NUMBERS,
            ReportColumn.Type.DECIMAL, WHOLE_NUMBERS,
            ReportColumn.Type.RATE, WHOLE_NUMBERS,
            ReportColumn.Type.DATE, Set.of(Types.DATE),
            ReportColumn.Type.TIMESTAMP, Set.of(Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE),
            ReportColumn.Type.BOOLEAN, Set.of(Types.BOOLEAN, Types.BIT));

    private final String reportName;
    private final List<ReportColumn> described;
    private final List<ReportColumn> shown;
    private final List<String> warning;

    /**
     * The columns of a report's result.
     *
     * @param shown in the order of the report's, null for one that is left out
     */
    ResultColumns(Report report, List<ReportColumn> shown) {
        this.reportName = report.name();
        this.described = report.columns();
        this.shown = shown;
        this.warning = report.warningColumns();
    }

    /** Those that are shown. */
    List<ReportColumn> shown() {
        return shown.stream().filter(column -> column != null).toList();
    }

    /** Checks that the result has the columns that the header describes: number, order, names and types. */
    void check(ResultSetMetaData result) throws SQLException {
        Problems problems = new Problems();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= result.getColumnCount(); i++) {
            names.add(result.getColumnLabel(i).toLowerCase(Locale.ROOT));
        }
        List<String> expected = Stream.concat(described.stream().map(ReportColumn::name), warning.stream())
                .toList();
        if (!names.equals(expected)) {
            problems.add("the header describes the columns " + String.join(", ", expected) + "; the SQL gives "
                    + String.join(", ", names));
        } else {
            checkTypes(result, problems);
        }
        problems.throwIfAny("report " + reportName);
    }

    private void checkTypes(ResultSetMetaData result, Problems problems) throws SQLException {
        for (int i = 0; i < described.size(); i++) {
            ReportColumn column = described.get(i);
            if (!SQL_TYPES.get(column.type()).contains(result.getColumnType(i + 1))) {
                problems.add("column " + column.name() + " is described as "
                        + column.type().headerName() + "; the SQL gives "
                        + result.getColumnTypeName(i + 1).toLowerCase(Locale.ROOT));
            }
        }
    }

    /** The shown values of the row that the result stands on. */
    List<Object> read(ResultSet row) throws SQLException {
        List<Object> values = new ArrayList<>(shown.size());
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i) != null) {
                values.add(value(row, i + 1, shown.get(i)));
            }
        }
        return values;
    }

    /** What the row that the result stands on warns of. */
    List<String> warnings(ResultSet row) throws SQLException {
        List<String> warnings = new ArrayList<>();
        for (int i = 1; i <= warning.size(); i++) {
            String text = row.getString(described.size() + i);
            if (text != null) {
                warnings.add(text);
            }
        }
        return warnings;
    }

    private Object value(ResultSet row, int index, ReportColumn column) throws SQLException {
        return switch (column.type()) {
            case TEXT -> row.getString(index);
            case INTEGER -> digits(row.getBigDecimal(index), 0, column);
            case DECIMAL -> plain(row.getBigDecimal(index));
            case RATE -> digits(row.getBigDecimal(index), 6, column);
            case DATE -> row.getObject(index, LocalDate.class);
            case TIMESTAMP -> {
                OffsetDateTime time = row.getObject(index, OffsetDateTime.class);
                yield time == null ? null : time.toInstant();
            }
            case BOOLEAN -> {
                boolean truth = row.getBoolean(index);
                yield row.wasNull() ? null : truth;
            }
        };
    }

    private BigDecimal digits(BigDecimal number, int digits, ReportColumn column) {
        try {
            return number == null ? null : number.setScale(digits, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException tooFine) {
            Problems problems = new Problems();
            problems.add("column " + column.name() + " is described as "
                    + column.type().headerName() + " and takes " + digits
                    + " digits after the point; the SQL gives more. Round there, once");
            problems.throwIfAny("report " + reportName);
            throw tooFine;
        }
    }

    private static BigDecimal plain(BigDecimal number) {
        if (number == null) {
            return null;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }
}
