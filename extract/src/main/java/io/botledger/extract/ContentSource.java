package io.botledger.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** The content of one file: its bytes, inflated where they are a gzip. Every failure is a BotledgerException. */
final class ContentSource implements AutoCloseable {
    private final InputStream raw;
    private final FileErrors errors;
    private final long maxBytes;
    private final ContentSink sink;
    private InputStream content;
    private long count;
    private boolean cut;

    ContentSource(InputStream raw, FileErrors errors, long maxBytes) {
        this(raw, errors, maxBytes, (bytes, from, length) -> {});
    }

    /** Shows every byte of content to a sink as well, before it is given out. */
    ContentSource(InputStream raw, FileErrors errors, long maxBytes, ContentSink sink) {
        this.raw = raw;
        this.errors = errors;
        this.maxBytes = maxBytes;
        this.sink = sink;
    }

    static ContentSource open(Path file, FileErrors errors, long maxBytes) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw errors.notAFile(Files.isDirectory(file));
            }
            return new ContentSource(Files.newInputStream(file), errors, maxBytes);
        } catch (IOException failure) {
            throw errors.notOpened(failure);
        }
    }

    /** Reads up to {@code length} bytes, at least one; -1 at the end, which {@link #cut()} may tell to be premature. */
    int read(byte[] target, int from, int length) {
        if (cut) {
            return -1;
        }
        try {
            if (content == null) {
                content = inflatedIfGzip();
            }
            int read = counted(readSome(target, from, length));
            if (read > 0) {
                sink.take(target, from, read);
            }
            return read;
        } catch (CutGzipException premature) {
            cut = true;
            return -1;
        } catch (ZipException corrupt) {
            throw errors.corruptGzip(count, corrupt);
        } catch (IOException failure) {
            throw errors.notReadable(count, failure);
        }
    }

    /** Whether the end that was reached is that of a gzip stream cut off in the middle. */
    boolean cut() {
        return cut;
    }

    /** Bytes of content read so far. */
    long count() {
        return count;
    }

    @Override
    public void close() {
        try {
            (content == null ? raw : content).close();
        } catch (IOException failure) {
            throw errors.notReadable(count, failure);
        }
    }

    private int readSome(byte[] target, int from, int length) throws IOException {
        int read = content.read(target, from, length);
        while (read == 0) {
            read = content.read(target, from, length);
        }
        return read;
    }

    private int counted(int read) {
        count += Math.max(read, 0);
        if (count > maxBytes) {
            throw errors.tooLarge(maxBytes);
        }
        return read;
    }

    private InputStream inflatedIfGzip() throws IOException {
        PushbackInputStream ahead = new PushbackInputStream(raw, 2);
        int first = ahead.read();
        int second = first == GzipInput.MAGIC_1 ? ahead.read() : -1;
        boolean gzip = first == GzipInput.MAGIC_1 && (second == GzipInput.MAGIC_2 || second < 0);
        if (second >= 0) {
            ahead.unread(second);
        }
        if (first >= 0) {
            ahead.unread(first);
        }
        return gzip ? new GzipInput(ahead) : ahead;
    }
}
