package io.botledger.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Sends rows with {@code COPY} on a thread of its own, so that the next ones are encoded while the server stores these. One
 * {@code COPY} at a time is under way; nobody else may use the connection then.
 */
final class CopySender implements AutoCloseable {
    private final Connection connection;
    private ExecutorService thread;
    private CompletableFuture<Void> underWay = CompletableFuture.completedFuture(null);

    CopySender(Connection connection) {
        this.connection = connection;
    }

    /**
     * Waits for the former rows, then begins to send these.
     *
     * @param rows not to be touched until {@link #await} or the next call is back; empty then
     * @throws SQLException if the former rows were refused
     */
    void send(TargetTable table, CopyBuffer rows) throws SQLException {
        await();
        if (thread == null) {
            thread = Executors.newSingleThreadExecutor(CopySender::daemon);
        }
        underWay = CompletableFuture.runAsync(() -> copy(table, rows), thread);
    }

    private static Thread daemon(Runnable sending) {
        Thread thread = new Thread(sending, "botledger-sender");
        thread.setDaemon(true);
        return thread;
    }

    private void copy(TargetTable table, CopyBuffer rows) {
        try {
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table.tableName() + " (" + table.columnList() + ") from stdin (format binary)");
            try {
                rows.sendTo(copy);
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    /**
     * Waits until all rows have arrived; the connection is free then.
     *
     * @throws SQLException if they were refused; anything else that they failed with is thrown as it is
     */
    void await() throws SQLException {
        CompletableFuture<Void> last = underWay;
        underWay = CompletableFuture.completedFuture(null);
        try {
            last.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw refused;
            }
            throw OtherThread.failedWith(e.getCause());
        }
    }

    /** Waits for what is under way, which is rolled back if nobody waited for it before. */
    @Override
    public void close() {
        if (thread != null) {
            underWay.exceptionally(rolledBack -> null).join();
            thread.shutdown();
        }
    }
}
