package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.extract.ExportFolder;
import io.botledger.model.ExportRecord;
import io.botledger.model.ExportRecords;
import io.botledger.model.LandedFile;

/**
 * Passes a file's records on until the command is cancelled, tells the progress how many bytes they took, and makes sure at the end that the file did
 * not change meanwhile.
 */
record ProgressRecords(Terminal terminal, LandedFile file, ExportRecords records, Meter meter)
        implements ExportRecords {
    @Override
    public boolean hasNext() {
        boolean more = records.hasNext();
        if (!more) {
            ExportFolder.requireUnchanged(file);
        }
        return more;
    }

    @Override
    public ExportRecord next() {
        terminal.requireNotCancelled();
        ExportRecord next = records.next();
        meter.reached(next.byteOffset() + next.byteCount());
        return next;
    }

    @Override
    public void close() {
        records.close();
    }

    /** Turns places in a file into steps; never goes beyond the file's size on disk (of a gzip the smaller one). */
    static final class Meter {
        private static final long STEP = 1 << 18;

        private final Progress progress;
        private final long size;
        private long told;

        Meter(Progress progress, long size) {
            this.progress = progress;
            this.size = size;
        }

        void reached(long place) {
            long reached = Math.min(place, size);
            if (reached - told >= STEP) {
                progress.step(reached - told);
                told = reached;
            }
        }

        void finish() {
            progress.step(size - told);
            told = size;
        }
    }
}
