package io.botledger.extract;

import java.time.Duration;

/**
 * How long a request may take.
 *
 * @param connect until the connection stands; positive
 * @param firstByte until the answer begins, from the sending of the request; positive
 * @param stall how long a transfer may wait for its next 1,024 bytes, so that a drip of single bytes ends too; positive
 */
public record ApiTimeouts(Duration connect, Duration firstByte, Duration stall) {
    private static final ApiTimeouts DEFAULTS =
            new ApiTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(60));

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if one is zero or negative
     */
    public ApiTimeouts {
        requirePositive("connect", connect);
        requirePositive("firstByte", firstByte);
        requirePositive("stall", stall);
    }

    /** 10 s to connect, 60 s to the first byte, 60 s without progress. */
    public static ApiTimeouts defaults() {
        return DEFAULTS;
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(name + " " + value + " is not positive");
        }
    }
}
