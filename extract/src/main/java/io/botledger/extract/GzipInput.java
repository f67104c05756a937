package io.botledger.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Inflates a gzip of one or more members (RFC 1952).
 *
 * <p>The JDK's own stream takes a member whose header is cut or damaged for the end of the file, and so loses the rest
 * without a word; this one throws {@link CutGzipException} or {@link ZipException}. Zero bytes after the last member are
 * padding.
 */
final class GzipInput extends InputStream {
    static final int MAGIC_1 = 0x1f;
    static final int MAGIC_2 = 0x8b;
    private static final int DEFLATE = 8;
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;

    private final InputStream deflated;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private boolean anyMember;
    private boolean inMember;

    GzipInput(InputStream deflated) {
        this.deflated = deflated;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        while (inMember || beginMember()) {
            int count = inflate(target, from, length);
            if (count > 0) {
                checksum.update(target, from, count);
                return count;
            }
            if (inflater.finished()) {
                endMember();
            } else {
                feed();
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        deflated.close();
    }

    private int inflate(byte[] target, int from, int length) throws ZipException {
        try {
            return inflater.inflate(target, from, length);
        } catch (DataFormatException damaged) {
            ZipException corrupt = new ZipException("damaged deflate data");
            corrupt.initCause(damaged);
            throw corrupt;
        }
    }

    private void feed() throws IOException {
        if (inflater.needsDictionary()) {
            throw new ZipException("a preset dictionary is asked for");
        }
        if (position == limit && !fill()) {
            throw new CutGzipException();
        }
        inflater.setInput(buffer, position, limit - position);
        position = limit;
    }

    private boolean beginMember() throws IOException {
        if (anyMember) {
            skipPadding();
            if (position == limit) {
                return false;
            }
        }
        readHeader();
        inflater.reset();
        checksum.reset();
        anyMember = true;
        inMember = true;
        return true;
    }

    private void skipPadding() throws IOException {
        while (position < limit || fill()) {
            if (buffer[position] != 0) {
                return;
            }
            position++;
        }
    }

    private void readHeader() throws IOException {
        if (next() != MAGIC_1 || next() != MAGIC_2) {
            throw new ZipException("bytes after the last gzip member");
        }
        int method = next();
        int flags = next();
        if (method != DEFLATE || (flags & RESERVED) != 0) {
            throw new ZipException("a gzip header of an unknown kind");
        }
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        skipText((flags & NAME) != 0);
        skipText((flags & COMMENT) != 0);
        skip((flags & HEADER_CHECKSUM) != 0 ? 2 : 0);
    }

    private void endMember() throws IOException {
        position = limit - inflater.getRemaining();
        if (nextInt() != checksum.getValue() || nextInt() != (inflater.getBytesWritten() & 0xffff_ffffL)) {
            throw new ZipException("the checksum or length of a gzip member does not match its content");
        }
        inMember = false;
    }

    private long nextInt() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private void skipText(boolean present) throws IOException {
        if (present) {
            int last = next();
            while (last != 0) {
                last = next();
            }
        }
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private int next() throws IOException {
        if (position == limit && !fill()) {
            throw new CutGzipException();
        }
        return buffer[position++] & 0xff;
    }

    private boolean fill() throws IOException {
        int count = deflated.read(buffer, 0, buffer.length);
        position = 0;
        limit = Math.max(count, 0);
        return count > 0;
    }
}
