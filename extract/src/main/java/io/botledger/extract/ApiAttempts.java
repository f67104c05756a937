package io.botledger.extract;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.time.Duration;

/** Counts the failures in a row of one piece of work, and waits between them. For one thread. */
final class ApiAttempts {
    private static final long PROGRESS_BYTES = 1 << 16;
    private static final double NANOS = 1e9;

    private final String what;
    private final String places;
    private final ApiRetries retries;
    private final ApiTiming timing;
    private int failures;
    private long farthest;

    /**
     * @param what the piece of work, for messages
     * @param places what to check when the host can't be the right one
     */
    ApiAttempts(String what, String places, ApiRetries retries, ApiTiming timing) {
        this.what = what;
        this.places = places;
        this.retries = retries;
        this.timing = timing;
    }

    /** Waits before the next attempt; throws SOURCE if there is none left, or if the server asks for too long a wait. */
    void failed(TransferException failure) {
        failures++;
        Duration asked = failure.retryAfter().orElse(Duration.ZERO);
        if (asked.compareTo(retries.maxRetryAfter()) > 0) {
            throw givenUp(
                    failure,
                    " and asks to wait " + asked.toSeconds() + " s, more than the "
                            + retries.maxRetryAfter().toSeconds() + " s allowed");
        }
        if (failures >= retries.maxAttempts()) {
            throw givenUp(failure, " (attempt " + failures + " of " + retries.maxAttempts() + ")");
        }
        Duration delay = withJitter(retries.delay(failures));
        timing.await(delay.compareTo(asked) < 0 ? asked : delay);
    }

    /**
     * Begins to count anew when a transfer has come farther than ever by 64 KiB; a server that breaks at the same place
     * again and again does not get there.
     */
    void reached(long offset) {
        if (offset >= farthest + PROGRESS_BYTES) {
            farthest = offset;
            failures = 0;
        }
    }

    private Duration withJitter(Duration delay) {
        double seconds = delay.toNanos() / NANOS * (0.5 + timing.chance().getAsDouble() / 2);
        return Duration.ofNanos((long) (seconds * NANOS));
    }

    private BotledgerException givenUp(TransferException failure, String why) {
        String message = what + ": " + failure.getMessage() + why + "; "
                + (failure.elsewhere() ? "check " + places + ", then run again" : "run again later");
        return switch (failure.reach()) {
            case ELSEWHERE, NOBODY -> new UnavailableException(message, false);
            case SOMEBODY -> new UnavailableException(message, true);
            case SOURCE -> new BotledgerException(ErrorCode.SOURCE, message);
        };
    }
}
