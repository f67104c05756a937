package io.botledger.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A table that a load fills.
 *
 * @param name lower case, without the schema
 * @param columns lower case, in the table's order; without generated ones
 */
record DataTable(String name, List<String> columns) {
    /**
     * Taken from the database's catalogue, so that a new table is measured without a word here. Cases are changed by Java:
     * H2's {@code lower} depends on the machine's language.
     */
    private static final String COLUMNS = """
            select t.table_name, c.column_name
            from information_schema.tables t
            join information_schema.columns c on c.table_schema = t.table_schema and c.table_name = t.table_name
            where t.table_schema in ('botledger', 'BOTLEDGER') and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
            order by t.table_name, c.ordinal_position
            """;

    /** The books of migrations, locks and runs. */
    private static final Set<String> OTHERS = Set.of("schema_history", "etl_lock", "etl_runs");

    DataTable {
        columns = List.copyOf(columns);
    }

    /** All of them, ordered by name. */
    static List<DataTable> all(Connection connection) throws SQLException {
        Map<String, List<String>> columns = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(COLUMNS)) {
            while (result.next()) {
                columns.computeIfAbsent(result.getString(1).toLowerCase(Locale.ROOT), unused -> new ArrayList<>())
                        .add(result.getString(2).toLowerCase(Locale.ROOT));
            }
        }
        return columns.entrySet().stream()
                .filter(entry -> !OTHERS.contains(entry.getKey()))
                .map(entry -> new DataTable(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** {@code botledger.name}. */
    String qualifiedName() {
        return "botledger." + name;
    }

    String columnList() {
        return String.join(", ", columns);
    }

    /** Where its rows are dumped. */
    Path file(Path folder) {
        return folder.resolve(name + ".rows");
    }
}
