package io.botledger.sample;

import java.time.Instant;

/**
 * When a conversation took place, in microseconds since 1970-01-01T00:00Z.
 *
 * @param start its start
 * @param end its end, later than the start
 */
record Timeline(long start, long end) {
    private static final long SECOND = 1_000_000;
    private static final long HOUR = 3_600 * SECOND;
    private static final long DAY = 24 * HOUR;
    private static final double SHORTEST_SECONDS = 2;
    private static final double LONGEST_SECONDS = 23 * 3_600;
    private static final Weighted<Integer> BUSY_HOURS =
            Weighted.indexes(3, 2, 1, 1, 1, 2, 4, 7, 11, 14, 15, 14, 12, 13, 14, 14, 13, 11, 9, 8, 7, 6, 5, 4);

    /**
     * A time that ends on the day. One that would go on after midnight is moved a day back, which keeps the hours at
     * which conversations start and lets the same share of them cross midnight.
     */
    static Timeline draw(Dice dice, long epochDay, boolean ticket) {
        long duration = duration(dice, ticket);
        long start = BUSY_HOURS.draw(dice) * HOUR + (long) (dice.unit() * HOUR);
        if (start + duration >= DAY) {
            start -= DAY;
        }
        long from = epochDay * DAY + start;
        return new Timeline(from, from + duration);
    }

    /** Log-normal: half of the chats take longer than four minutes, half of the tickets longer than fifty. */
    private static long duration(Dice dice, boolean ticket) {
        double median = ticket ? 3_000 : 240;
        double seconds = median * StrictMath.exp(dice.gaussian() * 1.25);
        return (long) (Math.min(LONGEST_SECONDS, Math.max(SHORTEST_SECONDS, seconds)) * SECOND);
    }

    Instant startedAt() {
        return instant(start);
    }

    Instant endedAt() {
        return instant(end);
    }

    /** Some moment between the two ends. */
    long moment(Dice dice) {
        return start + (long) (dice.unit() * (end - start));
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, SECOND), Math.floorMod(micros, SECOND) * 1_000);
    }
}
