package io.botledger.load;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.copy.CopyIn;

/** Rows of one table in PostgreSQL's binary {@code COPY} format, in a buffer that is used again after each sending. */
final class CopyBuffer {
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int INITIAL_SIZE = 64 * 1024;
    /** A buffer that one huge value made larger than this is given back after sending. */
    private static final int KEPT_SIZE = 4 * 1024 * 1024;

    private byte[] bytes = new byte[INITIAL_SIZE];
    private int size;

    CopyBuffer() {
        clear();
    }

    boolean isEmpty() {
        return size == HEADER.length;
    }

    int size() {
        return size;
    }

    void putNull() {
        putInt(-1);
    }

    void putByte(int value) {
        require(1);
        bytes[size++] = (byte) value;
    }

    void putShort(int value) {
        require(Short.BYTES);
        bytes[size++] = (byte) (value >>> 8);
        bytes[size++] = (byte) value;
    }

    void putInt(int value) {
        require(Integer.BYTES);
        setInt(size, value);
        size += Integer.BYTES;
    }

    /** A length-prefixed integer of four bytes. */
    void putInteger(int value) {
        require(2 * Integer.BYTES);
        setInt(size, Integer.BYTES);
        setInt(size + Integer.BYTES, value);
        size += 2 * Integer.BYTES;
    }

    /** A length-prefixed integer of eight bytes. */
    void putBigint(long value) {
        require(Integer.BYTES + Long.BYTES);
        setInt(size, Long.BYTES);
        setInt(size + Integer.BYTES, (int) (value >>> 32));
        setInt(size + 2 * Integer.BYTES, (int) value);
        size += Integer.BYTES + Long.BYTES;
    }

    /** A length-prefixed text; ASCII, the common case, is copied without an intermediate array. */
    void putText(String text) {
        int length = text.length();
        require(Integer.BYTES + length);
        byte[] target = bytes;
        int start = size + Integer.BYTES;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                putEncoded(text.getBytes(StandardCharsets.UTF_8));
                return;
            }
            target[start + i] = (byte) c;
        }
        setInt(size, length);
        size = start + length;
    }

    private void putEncoded(byte[] encoded) {
        putInt(encoded.length);
        require(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
    }

    void sendTo(CopyIn copy) throws SQLException {
        putShort(-1);
        copy.writeToCopy(bytes, 0, size);
        clear();
    }

    private void clear() {
        if (bytes.length > KEPT_SIZE) {
            bytes = new byte[INITIAL_SIZE];
        }
        System.arraycopy(HEADER, 0, bytes, 0, HEADER.length);
        size = HEADER.length;
    }

    private void setInt(int at, int value) {
        byte[] target = bytes;
        target[at] = (byte) (value >>> 24);
        target[at + 1] = (byte) (value >>> 16);
        target[at + 2] = (byte) (value >>> 8);
        target[at + 3] = (byte) value;
    }

    private void require(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
