package io.botledger.load;

import io.botledger.model.BotledgerException;
import java.util.Objects;

/**
 * What became of one file.
 *
 * @param kind how it ended
 * @param counts what became of its records; zero unless it was read
 * @param error why it failed; null unless it did
 */
public record FileOutcome(Kind kind, LoadCounts counts, BotledgerException error) {
    /** How a file can end. */
    public enum Kind {
        /** Its content is in the tables now. */
        LOADED,
        /** It replaced an older version of itself. */
        REPLACED,
        /** It was read and booked, but a later version of it is in the tables and stays. */
        SUPERSEDED,
        /** Its content was booked before: nothing was to be done. */
        UNCHANGED,
        /** It could not be loaded; the tables are as before. */
        FAILED
    }

    static final FileOutcome UNCHANGED = new FileOutcome(Kind.UNCHANGED, LoadCounts.ZERO, null);

    /** Checks that all is there. */
    public FileOutcome {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(counts, "counts");
    }

    static FileOutcome failed(BotledgerException error) {
        return new FileOutcome(Kind.FAILED, LoadCounts.ZERO, error);
    }
}
