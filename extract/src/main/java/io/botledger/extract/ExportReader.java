package io.botledger.extract;

import io.botledger.extract.ReaderSettings.OnTruncated;
import io.botledger.model.BotledgerException;
import io.botledger.model.ExportRecord;
import io.botledger.model.ExportRecords;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.NoSuchElementException;

/**
 * Streams the records of one export file, in the order of the file, in memory for one record.
 *
 * <p>A file is a JSON array of objects, JSON Lines, objects behind each other, one object, arrays behind each other, or
 * empty; plain or gzip, with or without byte order mark. Its content decides, not its name. What is no conversation is a
 * reject, and every byte that is not blank or punctuation between records belongs to a record: nothing is left out in
 * silence.
 *
 * <p>{@link #hasNext()} and {@link #next()} throw {@link BotledgerException}: FILE_UNREADABLE if the disk fails, the gzip is
 * corrupt, the content is over the limit or is no JSON at its first byte; FILE_TRUNCATED if the file ends in the middle, unless
 * the settings make that a reject; INTERRUPTED if the thread was. An error that was thrown once is thrown again on every
 * further call.
 *
 * <p>For one thread.
 */
public final class ExportReader implements ExportRecords {
    private final ContentSource source;
    private final FileErrors errors;
    private final OnTruncated onTruncated;
    private final RecordSplitter splitter;
    private final RecordReader records;
    private RecordSlice upcoming;
    private boolean lookedAhead;
    private BotledgerException failure;

    private ExportReader(ContentSource source, FileErrors errors, ReaderSettings settings) {
        this.source = source;
        this.errors = errors;
        onTruncated = settings.onTruncated();
        ConversationParser parser = new ConversationParser(settings.maxDepth());
        splitter = new RecordSplitter(source, errors, settings, parser);
        records = new RecordReader(settings, parser);
    }

    /**
     * Opens a file.
     *
     * @param file a regular file; never null
     * @param settings limits; never null
     * @throws BotledgerException FILE_UNREADABLE if the file is missing, not a regular file or not permitted
     */
    public static ExportReader open(Path file, ReaderSettings settings) {
        FileErrors errors = new FileErrors(file.toString());
        return new ExportReader(ContentSource.open(file, errors, settings.maxInflatedBytes()), errors, settings);
    }

    /**
     * Reads a stream, which {@link #close()} closes.
     *
     * @param in the bytes of a file, plain or gzip; need not be buffered; never null
     * @param what the file's name, for messages; never null
     * @param settings limits; never null
     */
    public static ExportReader over(InputStream in, String what, ReaderSettings settings) {
        FileErrors errors = new FileErrors(what);
        return new ExportReader(new ContentSource(in, errors, settings.maxInflatedBytes()), errors, settings);
    }

    @Override
    public boolean hasNext() {
        if (failure != null) {
            throw failure;
        }
        if (!lookedAhead) {
            try {
                lookAhead();
            } catch (BotledgerException thrown) {
                failure = thrown;
                throw thrown;
            }
        }
        return upcoming != null;
    }

    @Override
    public ExportRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        lookedAhead = false;
        return records.read(upcoming);
    }

    /** Closes the file; a failure is FILE_UNREADABLE. */
    @Override
    public void close() {
        source.close();
    }

    private void lookAhead() {
        upcoming = splitter.next();
        lookedAhead = true;
        if (upcoming != null && upcoming.kind() == RecordSlice.Kind.TRUNCATED && onTruncated == OnTruncated.FAIL) {
            throw errors.truncated(upcoming);
        }
    }
}
