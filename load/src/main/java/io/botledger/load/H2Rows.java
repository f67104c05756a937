package io.botledger.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Rows of one table on their way into H2: inserted by one statement as soon as they are many, the last ones singly. */
final class H2Rows implements AutoCloseable {
    /** Few enough for a statement to be parsed at no notable cost, and for its rows, whatever their texts, to fit in memory. */
    private static final int MANY = 64;

    private final Connection connection;
    private final TargetTable table;
    private final Object[] values;
    private int used;
    private PreparedStatement insertOfMany;
    private PreparedStatement insertOfOne;

    H2Rows(Connection connection, TargetTable table) {
        this.connection = connection;
        this.table = table;
        this.values = new Object[MANY * table.columnCount()];
    }

    /** Adds the next value of a row, in the order of the table's columns. */
    void add(Object value) {
        values[used++] = value;
    }

    /** To be called after a row's last value. */
    void sendIfMany() throws SQLException {
        if (used == values.length) {
            if (insertOfMany == null) {
                insertOfMany = insert(MANY);
            }
            execute(insertOfMany, 0, used);
            used = 0;
        }
    }

    /** Inserts what was added since. */
    void send() throws SQLException {
        if (used > 0 && insertOfOne == null) {
            insertOfOne = insert(1);
        }
        for (int row = 0; row < used; row += table.columnCount()) {
            execute(insertOfOne, row, row + table.columnCount());
        }
        used = 0;
    }

    private void execute(PreparedStatement insert, int from, int to) throws SQLException {
        for (int i = from; i < to; i++) {
            insert.setObject(i - from + 1, values[i]);
            values[i] = null;
        }
        insert.executeUpdate();
    }

    private PreparedStatement insert(int rows) throws SQLException {
        String row = "(?" + ", ?".repeat(table.columnCount() - 1) + ")";
        return connection.prepareStatement("insert into " + table.tableName() + " (" + table.columnList() + ") values "
                + row + (", " + row).repeat(rows - 1));
    }

    @Override
    public void close() throws SQLException {
        if (insertOfMany != null) {
            insertOfMany.close();
        }
        if (insertOfOne != null) {
            insertOfOne.close();
        }
    }
}
