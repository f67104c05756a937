package io.botledger.db;

/** More memory than usual for the rows of queries; closed, the database is back at what it was. */
public interface RowMemory extends AutoCloseable {
    @Override
    void close();
}
