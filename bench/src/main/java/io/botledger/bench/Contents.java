package io.botledger.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/** What the data tables hold: the rows of each, and where asked for the sum of a hash over each row. Immutable. */
final class Contents {
    private record Rows(long count, BigDecimal checksum) {}

    private final Map<String, Rows> tables;

    private Contents(Map<String, Rows> tables) {
        this.tables = tables;
    }

    /** Counts. */
    static Contents counted(Connection connection) throws SQLException {
        return read(connection, table -> "0");
    }

    /**
     * Counts and hashes.
     *
     * @param rowHash the SQL of a number for one row, called {@code t}, of a table
     */
    static Contents hashed(Connection connection, Function<DataTable, String> rowHash) throws SQLException {
        return read(connection, rowHash);
    }

    private static Contents read(Connection connection, Function<DataTable, String> rowHash) throws SQLException {
        Map<String, Rows> tables = new TreeMap<>();
        List<DataTable> all = DataTable.all(connection);
        try (Statement statement = connection.createStatement()) {
            for (DataTable table : all) {
                String sql = "select count(*), coalesce(sum(cast(" + rowHash.apply(table)
                        + " as numeric(38))), 0) from " + table.qualifiedName() + " t";
                try (ResultSet result = statement.executeQuery(sql)) {
                    result.next();
                    tables.put(table.name(), new Rows(result.getLong(1), result.getBigDecimal(2)));
                }
            }
        }
        return new Contents(tables);
    }

    /** How many rows a table has. */
    long rows(String table) {
        return tables.get(table).count();
    }

    /** How many rows all tables have. */
    long rows() {
        return tables.values().stream().mapToLong(Rows::count).sum();
    }

    /**
     * Stops the bench where two ways of loading left different rows.
     *
     * @throws IllegalStateException if they are not the same; names the tables
     */
    void requireSame(Contents other, String what) {
        if (!equals(other)) {
            throw new IllegalStateException(what + " left other rows than expected: " + other + ", expected " + this);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Contents contents && tables.equals(contents.tables);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(tables);
    }

    @Override
    public String toString() {
        return tables.toString();
    }
}
