package io.botledger.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** H2: inserts of many rows each, since a command has a price of its own, however few rows it brings. */
final class H2RowWriter implements RowWriter {
    private final Connection connection;
    private final Map<TargetTable, H2Rows> tables = new EnumMap<>(TargetTable.class);
    private H2Rows rows;

    H2RowWriter(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void startRow(TargetTable table) {
        rows = tables.get(table);
        if (rows == null) {
            rows = new H2Rows(connection, table);
            tables.put(table, rows);
        }
    }

    @Override
    public void bigint(long value) {
        rows.add(value);
    }

    @Override
    public void nullableBigint(Long value) {
        rows.add(value);
    }

    @Override
    public void integer(int value) {
        rows.add(value);
    }

    @Override
    public void nullableInteger(Integer value) {
        rows.add(value);
    }

    @Override
    public void text(String value) {
        rows.add(value);
    }

    @Override
    public void bool(Boolean value) {
        rows.add(value);
    }

    @Override
    public void instant(Instant value) {
        rows.add(value);
    }

    @Override
    public void date(LocalDate value) {
        rows.add(value);
    }

    @Override
    public void endRow() throws SQLException {
        rows.sendIfMany();
    }

    /** Rows that wait are objects and not few bytes, so they don't wait for more. */
    @Override
    public void endBatch() throws SQLException {
        flush();
    }

    @Override
    public void flush() throws SQLException {
        for (H2Rows waiting : tables.values()) {
            waiting.send();
        }
    }

    @Override
    public void await() {
        // Nothing is ever under way.
    }

    @Override
    public void close() throws SQLException {
        for (H2Rows waiting : tables.values()) {
            waiting.close();
        }
    }
}
