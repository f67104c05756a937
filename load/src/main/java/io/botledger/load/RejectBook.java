package io.botledger.load;

import io.botledger.model.ExportRecord;
import io.botledger.model.Reject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Books the rejects of one load, and keeps the first of them for the case that the load fails. */
final class RejectBook {
    /** Rejects of a file that fails are kept up to this number: enough to see why. */
    private static final int KEPT = 1_000;

    private final RowWriter writer;
    private final long loadKey;
    private final LoadOptions.OnBadValue onBadValue;
    private final List<Entry> kept = new ArrayList<>();
    private long number;
    private long rejectedRecords;
    private long rejectedValues;

    private record Entry(long number, Reject.Kind kind, long ordinal, long byteOffset, Reject reject, String sha256) {}

    RejectBook(RowWriter writer, long loadKey, LoadOptions.OnBadValue onBadValue) {
        this.writer = writer;
        this.loadKey = loadKey;
        this.onBadValue = onBadValue;
    }

    /** Books a record's rejects; returns whether the record as a whole is rejected. */
    boolean book(ExportRecord record) throws SQLException {
        boolean wholeRecord = record.rejected() || onBadValue == LoadOptions.OnBadValue.REJECT;
        for (Reject reject : record.rejects()) {
            Reject.Kind kind = wholeRecord ? Reject.Kind.RECORD : Reject.Kind.VALUE;
            Entry entry = new Entry(++number, kind, record.ordinal(), record.byteOffset(), reject, record.sha256());
            if (kept.size() < KEPT) {
                kept.add(entry);
            }
            write(writer, entry);
        }
        if (wholeRecord) {
            rejectedRecords++;
        } else {
            rejectedValues += record.rejects().size();
        }
        return wholeRecord;
    }

    long rejectedRecords() {
        return rejectedRecords;
    }

    long rejectedValues() {
        return rejectedValues;
    }

    /** Writes the kept rejects once more, in a transaction that comes after the one that failed. */
    void writeKept(RowWriter after) throws SQLException {
        for (Entry entry : kept) {
            write(after, entry);
        }
        after.flush();
    }

    private void write(RowWriter to, Entry entry) throws SQLException {
        to.startRow(TargetTable.ETL_REJECTS);
        to.bigint(loadKey);
        to.bigint(entry.number());
        to.text(entry.kind().name().toLowerCase(Locale.ROOT));
        to.bigint(entry.ordinal());
        to.bigint(entry.byteOffset());
        to.text(entry.reject().pointer());
        to.text(entry.reject().reason().code());
        to.text(entry.reject().message());
        to.text(entry.sha256());
        to.endRow();
    }
}
