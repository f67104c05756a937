package io.botledger.extract;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/**
 * Time and chance, which tests replace.
 *
 * @param clock the time of day
 * @param pause waits
 * @param chance numbers from 0 (inclusive) to 1 (exclusive)
 */
record ApiTiming(Clock clock, Pause pause, DoubleSupplier chance) {
    /** Waits for a while. */
    @FunctionalInterface
    interface Pause {
        void await(Duration duration) throws InterruptedException;
    }

    static ApiTiming system(Clock clock) {
        return new ApiTiming(
                clock,
                duration -> TimeUnit.NANOSECONDS.sleep(duration.toNanos()),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    void await(Duration duration) {
        try {
            pause.await(duration);
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
    }

    /** The error of a thread that was interrupted while it waited; the thread's mark is set again. */
    static BotledgerException interrupted() {
        Thread.currentThread().interrupt();
        return new BotledgerException(
                ErrorCode.INTERRUPTED, "interrupted while exports were fetched; run the command again");
    }
}
