package io.botledger.extract;

import java.util.Arrays;

/**
 * A sliding view of a file: the record at work lies in it in one piece. A record that grows beyond the allowed length is
 * dropped from the window and only counted and hashed.
 */
final class ByteWindow {
    private static final int CHUNK = 1 << 17;
    private static final int NO_RECORD = -1;

    private final ContentSource source;
    private final int maxRecordBytes;
    private byte[] bytes = new byte[CHUNK];
    private int position;
    private int limit;
    private int record = NO_RECORD;
    private long base;
    private long recordOffset;
    private Sha256 dropped;

    ByteWindow(ContentSource source, long maxRecordBytes) {
        this.source = source;
        this.maxRecordBytes = Math.toIntExact(maxRecordBytes);
    }

    byte[] bytes() {
        return bytes;
    }

    /** Index of the next byte. */
    int position() {
        return position;
    }

    /** Index behind the last byte that is there. */
    int limit() {
        return limit;
    }

    void moveTo(int index) {
        position = index;
    }

    /** Offset of the next byte in the file. */
    long offset() {
        return base + position;
    }

    byte peek() {
        return bytes[position];
    }

    void advance() {
        position++;
    }

    /** Whether there is a next byte; reads where needed, which may move all indexes. */
    boolean more() {
        return position < limit || fill();
    }

    /** Whether {@code count} bytes are ahead; reads where needed, which may move all indexes. */
    boolean more(int count) {
        while (limit - position < count) {
            if (!fill()) {
                return false;
            }
        }
        return true;
    }

    /** Lets a record begin at the next byte. */
    void beginRecord() {
        record = position;
        recordOffset = offset();
        dropped = null;
    }

    /** Lets the record end before the next byte; it stays in place until more is read. */
    void endRecord() {
        if (dropped != null) {
            dropped.add(bytes, record, position - record);
        }
    }

    /** Forgets the record that was handed out. */
    void releaseRecord() {
        record = NO_RECORD;
    }

    /** Index of the first byte of the record that is in the window. */
    int recordStart() {
        return record;
    }

    long recordOffset() {
        return recordOffset;
    }

    long recordBytes() {
        return offset() - recordOffset;
    }

    boolean recordTooLarge() {
        return recordBytes() > maxRecordBytes;
    }

    /** The hash of a record that was dropped, ended before; null if its bytes are in the window. */
    String droppedHash() {
        return dropped == null ? null : dropped.hex();
    }

    private boolean fill() {
        if (record != NO_RECORD && recordTooLarge()) {
            drop();
        }
        if (limit == bytes.length) {
            makeRoom();
        }
        int read = source.read(bytes, limit, bytes.length - limit);
        limit += Math.max(read, 0);
        return read > 0;
    }

    private void drop() {
        if (dropped == null) {
            dropped = new Sha256();
        }
        dropped.add(bytes, record, position - record);
        record = position;
    }

    private void makeRoom() {
        int keep = record == NO_RECORD ? position : record;
        if (keep == 0) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(2L * bytes.length, (long) maxRecordBytes + CHUNK));
            return;
        }
        System.arraycopy(bytes, keep, bytes, 0, limit - keep);
        base += keep;
        position -= keep;
        limit -= keep;
        record = record == NO_RECORD ? NO_RECORD : 0;
    }
}
