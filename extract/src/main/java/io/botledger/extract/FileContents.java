package io.botledger.extract;

import io.botledger.extract.ReaderSettings.OnTruncated;
import io.botledger.model.FileContent;
import java.nio.file.Path;

/** Tells files apart by what they hold, not by name or time stamp. */
public final class FileContents {
    private static final int BUFFER_BYTES = 1 << 17;

    private FileContents() {}

    /**
     * Reads a file to its end and hashes its content; of a gzip (known by its first two bytes, with any number of members)
     * the inflated content.
     *
     * @param file a regular file; never null
     * @param settings its limit of inflated bytes, and what becomes of a file that ends in the middle
     * @return hash and size of the content, inflated; never null
     * @throws io.botledger.model.BotledgerException FILE_UNREADABLE if the file is missing, not a regular file, not
     *     permitted, corrupt or over the limit; FILE_TRUNCATED if it is a gzip that ends in the middle, unless
     *     the settings make that a reject
     */
    public static FileContent fingerprint(Path file, ReaderSettings settings) {
        FileErrors errors = new FileErrors(file.toString());
        try (ContentSource source = ContentSource.open(file, errors, settings.maxInflatedBytes())) {
            String sha256 = hashOf(source);
            if (source.cut() && settings.onTruncated() == OnTruncated.FAIL) {
                throw errors.cutGzip(source.count());
            }
            return new FileContent(sha256, source.count());
        }
    }

    private static String hashOf(ContentSource source) {
        Sha256 hash = new Sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        int read = source.read(buffer, 0, buffer.length);
        while (read >= 0) {
            hash.add(buffer, 0, read);
            read = source.read(buffer, 0, buffer.length);
        }
        return hash.hex();
    }
}
