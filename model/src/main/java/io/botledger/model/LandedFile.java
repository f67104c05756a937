package io.botledger.model;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/**
 * An export file as it lies in a folder, not opened yet.
 *
 * @param path its absolute path
 * @param name what its name says
 * @param size its bytes as stored (of a gzip: deflated)
 * @param landedAt when it was last modified, microsecond precision: of two versions of one file the later one counts
 */
public record LandedFile(Path path, ExportFileName name, long size, Instant landedAt) {
    /** Checks that all is there. */
    public LandedFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(landedAt, "landedAt");
    }
}
