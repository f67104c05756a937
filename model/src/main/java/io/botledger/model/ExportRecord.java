package io.botledger.model;

import java.util.List;
import java.util.Objects;

/**
 * What a reader made of one record of an export file: a conversation, or a reject that says why there is none.
 *
 * @param ordinal 1-based number of the record in its file
 * @param byteOffset where the record begins, in bytes from the start of the inflated file, 0-based
 * @param byteCount the record's length in bytes
 * @param conversation the conversation; null if and only if one of the rejects is of kind {@link Reject.Kind#RECORD}
 * @param rejects what could not be read; empty for a record without fault
 * @param sha256 lower-case hex hash of the record's bytes; null if there are no rejects
 */
public record ExportRecord(
        long ordinal, long byteOffset, long byteCount, Conversation conversation, List<Reject> rejects, String sha256) {
    /**
     * Checks that conversation and rejects agree.
     *
     * @throws IllegalArgumentException if they do not
     */
    public ExportRecord {
        rejects = List.copyOf(rejects);
        boolean rejected = rejects.stream().anyMatch(reject -> reject.kind() == Reject.Kind.RECORD);
        if (rejected != (conversation == null)) {
            throw new IllegalArgumentException("record " + ordinal + " must have a conversation or a record reject");
        }
        if (!rejects.isEmpty()) {
            Objects.requireNonNull(sha256, "sha256");
        }
    }

    /** Whether the record as a whole could not be read. */
    public boolean rejected() {
        return conversation == null;
    }
}
