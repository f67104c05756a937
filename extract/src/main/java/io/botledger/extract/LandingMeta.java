package io.botledger.extract;

import io.botledger.model.FileContent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of one landed version: the file {@code .<name without .json.gz>.meta.json} beside it.
 *
 * @param source {@code api} or {@code folder}
 * @param from the host or the folder that it came from; no path, no query, no signature of a URL
 * @param fetchedAt when it was seen there
 * @param validators for the next conditional request
 * @param storedBytes size of the gzip
 * @param content hash and size of what is inside
 */
record LandingMeta(
        String source, String from, Instant fetchedAt, Validators validators, long storedBytes, FileContent content) {
    private static final String FORMAT = "1";
    private static final String VERSION_ENDING = ".json.gz";

    static Path pathFor(Path version) {
        String name = version.getFileName().toString();
        String stem = name.substring(0, name.length() - VERSION_ENDING.length());
        return version.resolveSibling("." + stem + ".meta.json");
    }

    static boolean isVersion(Path file) {
        return file.getFileName().toString().endsWith(VERSION_ENDING);
    }

    byte[] bytes() {
        return new LandingJson()
                .put("format", FORMAT)
                .put("source", source)
                .put("from", from)
                .put("fetched_at", fetchedAt)
                .put("etag", validators.etag())
                .put("last_modified", validators.lastModified())
                .put("stored_bytes", storedBytes)
                .put("content_bytes", content.size())
                .put("content_sha256", content.sha256())
                .bytes();
    }

    /** Of a version; empty if there is none that can be read and fits the version's size. */
    static Optional<LandingMeta> of(Path version, long storedBytes) {
        return LandingJson.read(pathFor(version))
                .filter(json -> json.text("format").equals(Optional.of(FORMAT)))
                .flatMap(LandingMeta::parse)
                .filter(meta -> meta.storedBytes == storedBytes);
    }

    private static Optional<LandingMeta> parse(LandingJson json) {
        try {
            return Optional.of(new LandingMeta(
                    json.text("source").orElseThrow(),
                    json.text("from").orElseThrow(),
                    Instant.parse(json.text("fetched_at").orElseThrow()),
                    new Validators(
                            json.text("etag").orElse(null),
                            json.text("last_modified").orElse(null)),
                    Long.parseLong(json.text("stored_bytes").orElseThrow()),
                    new FileContent(
                            json.text("content_sha256").orElseThrow(),
                            Long.parseLong(json.text("content_bytes").orElseThrow()))));
        } catch (RuntimeException damaged) {
            return Optional.empty();
        }
    }
}
