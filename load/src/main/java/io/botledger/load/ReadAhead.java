package io.botledger.load;

import io.botledger.model.BotledgerException;
import io.botledger.model.ExportRecords;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Reads a file's records on a thread of its own while those before them are written. What was read and is not yet written
 * is bounded: batches of at most {@link #MAX_WEIGHT}, beside one batch that is being read.
 *
 * <p>Neither thread is ever interrupted: H2 closes its file when a thread at work in it is. What ends the reading early is
 * {@link #close()}, which waits for it.
 */
final class ReadAhead implements AutoCloseable {
    private static final int MAX_WEIGHT = 4 * 1024 * 1024;

    private final Supplier<? extends ExportRecords> open;
    private final Queue<RecordBatch> batches = new ConcurrentLinkedQueue<>();
    private final Semaphore room = new Semaphore(MAX_WEIGHT);
    private final Semaphore arrived = new Semaphore(0);
    private final Semaphore ended = new Semaphore(0);
    private int roomOfBatchAtWork;
    private volatile boolean closed;
    private volatile Throwable failure;

    private ReadAhead(Supplier<? extends ExportRecords> open) {
        this.open = open;
    }

    /** Begins to read; the records are opened, read and closed on the new thread. */
    static ReadAhead of(Supplier<? extends ExportRecords> open) {
        ReadAhead ahead = new ReadAhead(open);
        Thread thread = new Thread(ahead::read, "botledger-reader");
        thread.setDaemon(true);
        thread.start();
        return ahead;
    }

    /**
     * The next batch, once the one before it is done with; null behind the last. What the reading failed with is thrown
     * behind the batches that came before the failure, so that what is found out about those is the same each time; what
     * ends the whole run is thrown at once.
     */
    RecordBatch next() {
        room.release(roomOfBatchAtWork);
        roomOfBatchAtWork = 0;
        arrived.acquireUninterruptibly();
        Throwable thrown = failure;
        RecordBatch batch = thrown != null && !isFileError(thrown) ? null : batches.poll();
        if (batch != null) {
            roomOfBatchAtWork = roomOf(batch);
        } else if (failure != null) {
            throw OtherThread.failedWith(failure);
        }
        return batch;
    }

    private static boolean isFileError(Throwable failure) {
        return failure instanceof BotledgerException error && LoadSession.isFileError(error);
    }

    private static int roomOf(RecordBatch batch) {
        return (int) Math.min(batch.weight(), MAX_WEIGHT);
    }

    private void read() {
        try {
            readAll();
        } catch (RuntimeException | Error e) {
            failure = e;
        } finally {
            arrived.release();
            ended.release();
        }
    }

    private void readAll() {
        RecordBatch batch = new RecordBatch();
        try (ExportRecords records = open.get()) {
            while (!closed && records.hasNext()) {
                batch.add(records.next());
                if (batch.isFull()) {
                    pass(batch);
                    batch = new RecordBatch();
                }
            }
        } finally {
            pass(batch);
        }
    }

    private void pass(RecordBatch batch) {
        if (!closed && !batch.isEmpty()) {
            room.acquireUninterruptibly(roomOf(batch));
            batches.add(batch);
            arrived.release();
        }
    }

    /** Ends the reading and waits for it; the file is closed then. */
    @Override
    public void close() {
        closed = true;
        room.release(MAX_WEIGHT);
        ended.acquireUninterruptibly();
    }
}
