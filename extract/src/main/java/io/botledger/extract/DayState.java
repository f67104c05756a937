package io.botledger.extract;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The state of a bot's day in the landing folder.
 *
 * @param status never null
 * @param checkedAt when the API last answered for this day; empty if it never did
 * @param files names of the files that counted then, one for each shard
 */
public record DayState(DayStatus status, Optional<Instant> checkedAt, List<String> files) {
    /** Copies the list. */
    public DayState {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(checkedAt, "checkedAt");
        files = List.copyOf(files);
    }

    static DayState unchecked(DayStatus status) {
        return new DayState(status, Optional.empty(), List.of());
    }
}
