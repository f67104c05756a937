package io.botledger.model;

import java.util.Objects;

/**
 * The identity of a file's content, the same for a plain file and its gzip.
 *
 * @param sha256 lower-case hex hash of the inflated bytes
 * @param size number of inflated bytes
 */
public record FileContent(String sha256, long size) {
    /** Checks that the hash is there. */
    public FileContent {
        Objects.requireNonNull(sha256, "sha256");
    }
}
