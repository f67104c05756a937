package io.botledger.extract;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The body of an answer as a stream that does not wait forever: when less than {@value #LEAST_BYTES} bytes came in a whole
 * stall timeout spent waiting, the transfer has failed. Time that the reader needs for its own work does not count. One
 * buffer is asked for at a time, so memory is bounded. To be closed, else the connection stays open.
 */
final class ApiBody extends InputStream implements HttpResponse.BodySubscriber<ApiBody> {
    static final int LEAST_BYTES = 1024;

    private final long stallNanos;
    private final LongSupplier nanoTime;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final Queue<ByteBuffer> buffers = new ArrayDeque<>();
    private volatile Flow.Subscription subscription;
    private volatile boolean closed;
    private ByteBuffer current = ByteBuffer.allocate(0);
    private long waitedNanos;
    private long bytesInTime;
    private boolean ended;

    /** What the connection gave: buffers, a failure, or (both null) the end. */
    private record Arrival(List<ByteBuffer> buffers, Throwable failure) {}

    ApiBody(Duration stall) {
        this(stall, System::nanoTime);
    }

    ApiBody(Duration stall, LongSupplier nanoTime) {
        stallNanos = stall.toNanos();
        this.nanoTime = nanoTime;
    }

    @Override
    public int read() throws TransferException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws TransferException {
        while (length > 0 && !current.hasRemaining()) {
            if (!advance()) {
                return -1;
            }
        }
        int count = Math.min(length, current.remaining());
        current.get(target, from, count);
        return count;
    }

    @Override
    public void close() {
        closed = true;
        Flow.Subscription given = subscription;
        if (given != null) {
            given.cancel();
        }
    }

    @Override
    public CompletionStage<ApiBody> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (closed) {
            given.cancel();
        } else {
            given.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> item) {
        arrivals.add(new Arrival(item, null));
    }

    @Override
    public void onError(Throwable failure) {
        arrivals.add(new Arrival(null, failure));
    }

    @Override
    public void onComplete() {
        arrivals.add(new Arrival(null, null));
    }

    private boolean advance() throws TransferException {
        if (!buffers.isEmpty()) {
            current = buffers.remove();
            return true;
        }
        if (ended) {
            return false;
        }
        Arrival arrival = await();
        if (arrival.failure() != null) {
            throw TransferException.of(arrival.failure());
        }
        if (arrival.buffers() == null) {
            ended = true;
            return false;
        }
        subscription.request(1);
        arrival.buffers().forEach(this::keep);
        return true;
    }

    private void keep(ByteBuffer buffer) {
        bytesInTime += buffer.remaining();
        buffers.add(buffer);
    }

    private Arrival await() throws TransferException {
        try {
            Arrival arrival = poll();
            while (arrival == null) {
                if (bytesInTime < LEAST_BYTES) {
                    throw new TransferException("the transfer stalled");
                }
                waitedNanos = 0;
                bytesInTime = 0;
                arrival = poll();
            }
            return arrival;
        } catch (InterruptedException interrupted) {
            throw ApiTiming.interrupted();
        }
    }

    /** The next arrival; null when the time for the least number of bytes is over. */
    private Arrival poll() throws InterruptedException {
        long before = nanoTime.getAsLong();
        Arrival arrival = arrivals.poll(stallNanos - waitedNanos, TimeUnit.NANOSECONDS);
        waitedNanos += nanoTime.getAsLong() - before;
        return arrival;
    }
}
