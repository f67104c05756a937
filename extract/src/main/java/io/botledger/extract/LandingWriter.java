package io.botledger.extract;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import io.botledger.model.FileContent;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * Writes one content as a gzip, in one pass and in memory for one record, and checks on the way that it is an export, whole
 * to its last bracket, and within the limits. The gzip depends on the content alone.
 */
final class LandingWriter {
    private static final int BUFFER_BYTES = 1 << 16;

    private final String what;
    private final SourceLimits limits;
    private final FileErrors errors;
    private final ReaderSettings reading;

    /** @param what where the content comes from, for messages */
    LandingWriter(String what, SourceLimits limits) {
        this.what = what;
        this.limits = limits;
        errors = new FileErrors(what);
        ReaderSettings defaults = ReaderSettings.defaults();
        reading = new ReaderSettings(
                defaults.maxRecordBytes(), defaults.maxDepth(), limits.maxInflatedBytes(), defaults.onTruncated());
    }

    /**
     * Writes, and reads back what was written.
     *
     * @throws BotledgerException FILE_UNREADABLE if the content is no export, corrupt or over a limit; FILE_TRUNCATED if it
     *     ends in the middle; ENVIRONMENT if the disk fails; and what the stream throws
     */
    FileContent write(InputStream raw, Path target) {
        FileContent content;
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(target), BUFFER_BYTES)) {
            content = copy(raw, gzip);
        } catch (IOException failure) {
            throw LandingFiles.error(target, failure);
        }
        if (!FileContents.fingerprint(target, reading).equals(content)) {
            throw new BotledgerException(
                    ErrorCode.ENVIRONMENT,
                    what + ": expected to read back what was written to " + target + ", found something else; check the"
                            + " disk");
        }
        return content;
    }

    private FileContent copy(InputStream raw, OutputStream gzip) {
        Counted counted = new Counted(raw);
        Sha256 hash = new Sha256();
        long[] inflated = new long[1];
        ContentSink sink = (bytes, from, length) -> {
            inflated[0] += length;
            requireRatio(inflated[0], counted.count);
            hash.add(bytes, from, length);
            write(gzip, bytes, from, length);
        };
        ContentSource source = new ContentSource(counted, errors, limits.maxInflatedBytes(), sink);
        requireWhole(new RecordSplitter(source, errors, reading));
        return new FileContent(hash.hex(), source.count());
    }

    private void requireWhole(RecordSplitter records) {
        for (RecordSlice record = records.next(); record != null; record = records.next()) {
            if (record.kind() == RecordSlice.Kind.TRUNCATED) {
                throw errors.truncated(record);
            }
        }
    }

    private void requireRatio(long inflated, long sent) {
        if (inflated > SourceLimits.RATIO_FREE_BYTES && inflated / limits.maxRatio() > sent) {
            throw errors.tooDense(limits.maxRatio());
        }
    }

    private void write(OutputStream gzip, byte[] bytes, int from, int length) {
        try {
            gzip.write(bytes, from, length);
        } catch (IOException failure) {
            throw new BotledgerException(
                    ErrorCode.ENVIRONMENT,
                    what + ": cannot be written (" + failure + "); check the free space",
                    failure);
        }
    }

    /** Counts the bytes that came, before they are inflated. */
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream raw) {
            super(raw);
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            count += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int read = in.read(target, from, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
