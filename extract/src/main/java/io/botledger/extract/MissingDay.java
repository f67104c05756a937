package io.botledger.extract;

import java.util.Objects;

/**
 * A day inside the window that is not complete.
 *
 * @param day which
 * @param status what is known of it; never COMPLETE
 * @param daysLeft on how many more days, today included, the vendor can be asked for it; 0 if the window reaches further
 *     back than the vendor keeps days, so that it is probably deleted
 */
public record MissingDay(BotDay day, DayStatus status, int daysLeft) {
    /** Checks that all is there. */
    public MissingDay {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(status, "status");
    }
}
