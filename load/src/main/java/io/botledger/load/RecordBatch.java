package io.botledger.load;

import io.botledger.model.ExportRecord;
import java.util.ArrayList;
import java.util.List;

/** Records that follow each other in a file, as many as are written at a time. Grows in one thread, then never changes. */
final class RecordBatch {
    private static final int MAX_RECORDS = 1_000;
    private static final long MAX_BYTES = 2 * 1024 * 1024;

    private final List<ExportRecord> records = new ArrayList<>();
    private long bytes;

    void add(ExportRecord record) {
        records.add(record);
        bytes += record.byteCount();
    }

    /** Whether nothing more should be added; the record that filled it may have made it much larger. */
    boolean isFull() {
        return records.size() >= MAX_RECORDS || bytes >= MAX_BYTES;
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    List<ExportRecord> records() {
        return records;
    }

    /** How many bytes the records take in their file. */
    long bytes() {
        return bytes;
    }
}
