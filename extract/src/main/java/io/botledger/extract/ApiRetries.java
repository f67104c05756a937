package io.botledger.extract;

import java.time.Duration;

/**
 * How a request that failed is tried again: after network errors, 429 and 5xx, with waits that double and vary by chance
 * between half and the whole.
 *
 * @param maxAttempts failures in a row, without progress in between, after which it is given up; at least 1
 * @param firstDelay the wait after the first failure; not negative
 * @param maxDelay the longest wait; not negative
 * @param maxRetryAfter the longest wait that the server may ask for by {@code Retry-After}; when it asks for more, the
 *     request is given up, since to come back sooner would be impolite and to wait would hold up the run
 */
public record ApiRetries(int maxAttempts, Duration firstDelay, Duration maxDelay, Duration maxRetryAfter) {
    private static final int DEFAULT_ATTEMPTS = 5;
    private static final ApiRetries DEFAULTS =
            new ApiRetries(DEFAULT_ATTEMPTS, Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(2));

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public ApiRetries {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("maxAttempts " + maxAttempts + " is not at least 1");
        }
        if (firstDelay.isNegative() || maxDelay.isNegative() || maxRetryAfter.isNegative()) {
            throw new IllegalArgumentException("a delay is negative");
        }
    }

    /** 5 attempts, waits of 1 s to 30 s, up to 2 minutes if the server asks for it. */
    public static ApiRetries defaults() {
        return DEFAULTS;
    }

    /** The wait after the failure of this number (1 is the first), without jitter. */
    Duration delay(int failure) {
        Duration delay = firstDelay;
        for (int i = 1; i < failure && delay.compareTo(maxDelay) < 0; i++) {
            delay = delay.multipliedBy(2);
        }
        return delay.compareTo(maxDelay) < 0 ? delay : maxDelay;
    }
}
