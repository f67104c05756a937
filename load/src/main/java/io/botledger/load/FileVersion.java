package io.botledger.load;

import io.botledger.model.FileContent;
import java.time.Instant;
import java.util.Comparator;

/**
 * One version of an export file as the ledger knows it.
 *
 * @param loadKey its key in the ledger
 * @param status its status
 * @param content its content
 * @param landedAt when it landed last
 */
record FileVersion(long loadKey, LoadStatus status, FileContent content, Instant landedAt) {
    private static final Comparator<FileVersion> BY_LANDING = Comparator.comparing(FileVersion::landedAt)
            .thenComparing(version -> version.content().size())
            .thenComparing(version -> version.content().sha256());

    /** Whether this version counts rather than the other: it landed later; if at the same time, it is longer. */
    boolean laterThan(FileVersion other) {
        return BY_LANDING.compare(this, other) > 0;
    }

    /** This version after it was seen again. */
    FileVersion seenAt(Instant seen) {
        return new FileVersion(loadKey, status, content, seen.isAfter(landedAt) ? seen : landedAt);
    }
}
