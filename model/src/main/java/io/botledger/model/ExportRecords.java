package io.botledger.model;

import java.util.Iterator;

/**
 * The records of one file, in the file's order: what a reader gives and a loader takes, neither knowing the other.
 * {@link #hasNext()} and {@link #next()} throw {@link BotledgerException} with a file's error code where the file can't
 * be read further.
 */
public interface ExportRecords extends Iterator<ExportRecord>, AutoCloseable {
    /** Gives the file back. */
    @Override
    void close();
}
