package io.botledger.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The right to write to the database, held by one process at a time. Ends with {@link #close()}, or with the process,
 * however that dies. Safe for use by several threads.
 */
public final class ProcessLock implements AutoCloseable {
    private final Connection connection;
    private final Optional<HolderNote> note;

    ProcessLock(Connection connection, Optional<HolderNote> note) {
        this.connection = connection;
        this.note = note;
    }

    /**
     * Checks that the right was not lost: a server may end a connection on its own.
     *
     * @throws io.botledger.model.BotledgerException if it was
     */
    public synchronized void requireHeld() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1");
        } catch (SQLException e) {
            throw DatabaseErrors.translate("holding the lock, which another run may have taken meanwhile", e);
        }
    }

    /** Gives the right back. */
    @Override
    public void close() {
        note.ifPresent(HolderNote::close);
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
