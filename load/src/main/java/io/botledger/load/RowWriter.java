package io.botledger.load;

import io.botledger.db.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Writes rows in bulk through one connection: the seam behind which each database has its own fast path. A row is
 * {@link #startRow}, one call per column in the order of {@link TargetTable}, {@link #endRow}. Rows are in the database
 * after {@link #flush()}. Not safe for use by several threads.
 */
sealed interface RowWriter extends AutoCloseable permits PostgresRowWriter, H2RowWriter {
    /** The writer for a database, within the connection's transaction. */
    static RowWriter on(Dialect dialect, Connection connection) {
        return switch (dialect) {
            case H2 -> new H2RowWriter(connection);
            case POSTGRESQL -> new PostgresRowWriter(connection);
        };
    }

    void startRow(TargetTable table) throws SQLException;

    void bigint(long value) throws SQLException;

    void nullableBigint(Long value) throws SQLException;

    void integer(int value) throws SQLException;

    void nullableInteger(Integer value) throws SQLException;

    void text(String value) throws SQLException;

    void bool(Boolean value) throws SQLException;

    void instant(Instant value) throws SQLException;

    void date(LocalDate value) throws SQLException;

    void endRow() throws SQLException;

    /** To be called between records, often: sends what was written so far where there is reason to. */
    void endBatch() throws SQLException;

    /** Sends what was written so far; it is in the tables on return. */
    void flush() throws SQLException;

    /** Waits until nothing is under way, so that the connection can be used for something else; what waits stays. */
    void await() throws SQLException;

    @Override
    void close() throws SQLException;
}
