package io.botledger.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;

/** H2: typed batches, one prepared insert a table. */
final class H2RowWriter implements RowWriter {
    /** A batch of so many rows is sent at once, so that no record, whatever its lists, makes one much longer. */
    private static final int SENT_ROWS = 10_000;

    private final Connection connection;
    private final Map<TargetTable, PreparedStatement> inserts = new EnumMap<>(TargetTable.class);
    private final Map<TargetTable, Integer> pending = new EnumMap<>(TargetTable.class);
    private TargetTable table;
    private PreparedStatement row;
    private int column;

    H2RowWriter(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void startRow(TargetTable target) throws SQLException {
        table = target;
        row = inserts.get(target);
        if (row == null) {
            row = connection.prepareStatement("insert into " + target.tableName() + " (" + target.columnList()
                    + ") values (?" + ", ?".repeat(target.columnCount() - 1) + ")");
            inserts.put(target, row);
        }
        column = 0;
    }

    @Override
    public void bigint(long value) throws SQLException {
        row.setLong(++column, value);
    }

    @Override
    public void nullableBigint(Long value) throws SQLException {
        if (value == null) {
            row.setNull(++column, Types.BIGINT);
        } else {
            row.setLong(++column, value);
        }
    }

    @Override
    public void integer(int value) throws SQLException {
        row.setInt(++column, value);
    }

    @Override
    public void nullableInteger(Integer value) throws SQLException {
        if (value == null) {
            row.setNull(++column, Types.INTEGER);
        } else {
            row.setInt(++column, value);
        }
    }

    @Override
    public void text(String value) throws SQLException {
        row.setString(++column, value);
    }

    @Override
    public void bool(Boolean value) throws SQLException {
        if (value == null) {
            row.setNull(++column, Types.BOOLEAN);
        } else {
            row.setBoolean(++column, value);
        }
    }

    @Override
    public void instant(Instant value) throws SQLException {
        row.setObject(++column, value == null ? null : value.atOffset(ZoneOffset.UTC));
    }

    @Override
    public void date(LocalDate value) throws SQLException {
        row.setObject(++column, value);
    }

    @Override
    public void endRow() throws SQLException {
        row.addBatch();
        if (pending.merge(table, 1, Integer::sum) >= SENT_ROWS) {
            row.executeBatch();
            pending.remove(table);
        }
    }

    /** Rows that wait are objects and not few bytes, so they don't wait for more. */
    @Override
    public void endBatch() throws SQLException {
        flush();
    }

    @Override
    public void flush() throws SQLException {
        for (TargetTable waiting : pending.keySet()) {
            inserts.get(waiting).executeBatch();
        }
        pending.clear();
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement insert : inserts.values()) {
            insert.close();
        }
    }
}
