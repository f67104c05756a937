package io.botledger.extract;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock that stands still until it is told, and pauses that only put it forward. */
final class FakeTime extends Clock {
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private volatile Instant now = Instant.parse("2024-06-01T03:00:00Z");

    /** Jitter is in the middle: waits are three quarters of the delay. */
    ApiTiming timing() {
        return new ApiTiming(this, this::pause, () -> 0.5);
    }

    List<Duration> pauses() {
        return pauses;
    }

    void set(String instant) {
        now = Instant.parse(instant);
    }

    void forward(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.ofHours(13);
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    private void pause(Duration duration) {
        pauses.add(duration);
        synchronized (this) {
            now = now.plus(duration);
        }
    }
}
