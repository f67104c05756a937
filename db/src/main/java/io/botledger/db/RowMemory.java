package io.botledger.db;

/**
 * More memory than usual for the rows of queries, from {@link Dialect#expectNarrowRows}: closed, the database is back at what
 * it was, unless somebody else still has more. Safe for use by several threads.
 */
public final class RowMemory implements AutoCloseable {
    private final Runnable end;
    private boolean ended;

    RowMemory(Runnable end) {
        this.end = end;
    }

    @Override
    public synchronized void close() {
        if (!ended) {
            ended = true;
            end.run();
        }
    }
}
