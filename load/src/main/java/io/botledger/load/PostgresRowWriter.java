package io.botledger.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/**
 * PostgreSQL: rows are encoded as they come into one buffer a table, in the binary format of {@code COPY}
 * (<a href="https://www.postgresql.org/docs/current/sql-copy.html">its manual</a>), and sent with a {@code COPY} when
 * they are enough, while the next ones are encoded.
 */
final class PostgresRowWriter implements RowWriter {
    private static final long POSTGRES_EPOCH_SECONDS = LocalDate.of(2000, 1, 1).toEpochDay() * 86_400;
    private static final long POSTGRES_EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();

    /**
     * A buffer of this size is sent at once, whatever the record it is in the middle of; one of less waits for more, since
     * a {@code COPY} costs the server half a millisecond before its first row.
     */
    private static final int SENT_SIZE = 512 * 1024;

    private final CopySender sender;
    private final Map<TargetTable, CopyBuffer> buffers = new EnumMap<>(TargetTable.class);
    /** The one that was sent last. */
    private CopyBuffer spare = new CopyBuffer();

    private TargetTable rowTable;
    private CopyBuffer row;

    PostgresRowWriter(Connection connection) {
        this.sender = new CopySender(connection);
    }

    @Override
    public void startRow(TargetTable table) {
        rowTable = table;
        row = buffers.computeIfAbsent(table, unused -> new CopyBuffer());
        row.putShort(table.columnCount());
    }

    @Override
    public void bigint(long value) {
        row.putBigint(value);
    }

    @Override
    public void nullableBigint(Long value) {
        if (value == null) {
            row.putNull();
        } else {
            bigint(value);
        }
    }

    @Override
    public void integer(int value) {
        row.putInteger(value);
    }

    @Override
    public void nullableInteger(Integer value) {
        if (value == null) {
            row.putNull();
        } else {
            integer(value);
        }
    }

    @Override
    public void text(String value) {
        if (value == null) {
            row.putNull();
        } else {
            row.putText(value);
        }
    }

    @Override
    public void bool(Boolean value) {
        if (value == null) {
            row.putNull();
        } else {
            row.putInt(1);
            row.putByte(value ? 1 : 0);
        }
    }

    @Override
    public void instant(Instant value) {
        if (value == null) {
            row.putNull();
        } else {
            bigint((value.getEpochSecond() - POSTGRES_EPOCH_SECONDS) * 1_000_000 + value.getNano() / 1_000);
        }
    }

    @Override
    public void date(LocalDate value) {
        integer(Math.toIntExact(value.toEpochDay() - POSTGRES_EPOCH_DAY));
    }

    @Override
    public void endRow() throws SQLException {
        if (row.size() >= SENT_SIZE) {
            send(rowTable, row);
        }
        row = null;
    }

    @Override
    public void endBatch() {
        // Small buffers wait.
    }

    @Override
    public void flush() throws SQLException {
        for (Map.Entry<TargetTable, CopyBuffer> entry : buffers.entrySet()) {
            if (!entry.getValue().isEmpty()) {
                send(entry.getKey(), entry.getValue());
            }
        }
        sender.await();
    }

    @Override
    public void await() throws SQLException {
        sender.await();
    }

    /** Sends a table's rows; its next ones go into the buffer of those that were sent before. */
    private void send(TargetTable table, CopyBuffer rows) throws SQLException {
        sender.send(table, rows);
        buffers.put(table, spare);
        spare = rows;
    }

    @Override
    public void close() {
        sender.close();
        buffers.clear();
    }
}
