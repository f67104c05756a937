package io.botledger.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a database holds, as sorted lines that are the same for every database with the same contents. */
public final class Dump {
    private static final List<String> VIEWS = List.of(
            "bots",
            "conversations",
            "conversation_labels",
            "session_params",
            "intent_replies",
            "triggered_replies",
            "conversation_segments",
            "conversation_procedures",
            "conversation_use_cases",
            "conversation_knowledge_sources",
            "rejects");
    private static final String LOADS = """
            select bot_id, export_date, shard, revision, status, file_name, sha256, content_size, read_count,
              loaded_count, repeated_count, outranked_count, rejected_count, value_reject_count, error_code
            from reporting.loads
            """;

    private Dump() {}

    /** Every row of the views about conversations, and the ledger without its times. */
    public static List<String> of(Database database) {
        List<String> lines = conversations(database);
        lines.addAll(rows(database, LOADS));
        return lines;
    }

    /** The same of a database that is not open here. */
    public static List<String> of(DatabaseSettings settings) {
        try (Database database = Database.open(settings)) {
            return of(database);
        }
    }

    /** Every row of the views about conversations. */
    public static List<String> conversations(DatabaseSettings settings) {
        try (Database database = Database.open(settings)) {
            return conversations(database);
        }
    }

    private static List<String> conversations(Database database) {
        List<String> lines = new ArrayList<>();
        for (String view : VIEWS) {
            rows(database, "select * from reporting." + view).forEach(row -> lines.add(view + row));
        }
        return lines;
    }

    /** The rows of a query, sorted, as {@code |column=value|column=value}. */
    public static List<String> rows(Database database, String sql) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(row(result));
            }
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
        rows.sort(Comparator.naturalOrder());
        return rows;
    }

    /** The same of a database that is not open here. */
    public static List<String> rows(DatabaseSettings settings, String sql) {
        try (Database database = Database.open(settings)) {
            return rows(database, sql);
        }
    }

    private static String row(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            row.append('|')
                    .append(columns.getColumnLabel(i).toLowerCase(Locale.ROOT))
                    .append('=')
                    .append(value(result, columns, i));
        }
        return row.toString();
    }

    /** The drivers differ in what they make of numbers, days and times. */
    private static Object value(ResultSet result, ResultSetMetaData columns, int column) throws SQLException {
        Object value = switch (columns.getColumnType(column)) {
            case Types.DATE -> result.getObject(column, LocalDate.class);
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> result.getObject(column, OffsetDateTime.class);
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL ->
                result.getBigDecimal(column);
            default -> result.getObject(column);
        };
        return value instanceof OffsetDateTime time ? time.toInstant() : value;
    }
}
