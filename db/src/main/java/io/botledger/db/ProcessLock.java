package io.botledger.db;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The right to write to the database, held by one process at a time. Ends with {@link #close()}, or with the process,
 * however that dies.
 */
public final class ProcessLock implements AutoCloseable {
    private final Connection connection;

    ProcessLock(Connection connection) {
        this.connection = connection;
    }

    /** Gives the right back. */
    @Override
    public void close() {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            connection.close();
        } catch (SQLException e) {
            throw DatabaseErrors.translate("giving the lock back", e);
        }
    }
}
