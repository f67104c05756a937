package io.botledger.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * What the source of the exports said of a bot's day when it was asked.
 *
 * @param botId the vendor's id
 * @param exportDate the day (UTC) on which the conversations ended
 * @param state what it said
 * @param checkedAt when it said so, microsecond precision
 */
public record ExportDay(String botId, LocalDate exportDate, State state, Instant checkedAt) {
    /** What a source can say of a day. The greater one counts if both were said at one time. */
    public enum State {
        /** There is no export, which may change. */
        ABSENT,
        /** There are files, and all of them have landed. */
        COMPLETE
    }

    /** Checks that all is there, and cuts the time to microseconds. */
    public ExportDay {
        Objects.requireNonNull(botId, "botId");
        Objects.requireNonNull(exportDate, "exportDate");
        Objects.requireNonNull(state, "state");
        checkedAt = checkedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether this was said later than what the other tells of the same day, so that it counts instead. */
    public boolean laterThan(ExportDay other) {
        int order = checkedAt.compareTo(other.checkedAt);
        return order > 0 || (order == 0 && state.compareTo(other.state) > 0);
    }
}
