package io.botledger.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ApiBodyTest {
    /** Every look at the clock takes 60 ms, so each buffer seems to have been waited for that long. */
    private final AtomicLong nanos = new AtomicLong();

    private final ApiBody body = new ApiBody(Duration.ofMillis(100), () -> nanos.addAndGet(60_000_000));
    private final Asked asked = new Asked();

    /** Counts what is asked for. */
    private static final class Asked implements Flow.Subscription {
        private long count;
        private boolean cancelled;

        @Override
        public void request(long more) {
            count += more;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }

    @Test
    void givesEveryByteAndAsksForOneBufferAtATime() throws IOException {
        body.onSubscribe(asked);
        body.onNext(List.of(bytes(2000), bytes(0), bytes(1)));
        assertThat(asked.count).isEqualTo(1);
        body.onComplete();
        assertThat(body.readAllBytes()).hasSize(2001);
        assertThat(asked.count).isEqualTo(2);
        assertThat(body.read()).isEqualTo(-1);
    }

    @Test
    void endsWhatTricklesBelowTheLeastRate() throws IOException {
        body.onSubscribe(asked);
        body.onNext(List.of(bytes(600)));
        body.onNext(List.of(bytes(423)));
        assertThat(body.readNBytes(1023)).hasSize(1023);
        assertThatThrownBy(body::read).isInstanceOf(TransferException.class).hasMessage("the transfer stalled");
    }

    @Test
    void letsASlowTransferGoOn() throws IOException {
        body.onSubscribe(asked);
        for (int i = 0; i < 20; i++) {
            body.onNext(List.of(bytes(600)));
        }
        assertThat(body.readNBytes(12_000)).hasSize(12_000);
    }

    @Test
    void cancelsEvenIfClosedEarly() {
        body.close();
        body.onSubscribe(asked);
        assertThat(asked.cancelled).isTrue();
        assertThat(asked.count).isZero();
    }

    @Test
    void tellsNothingOfTheClientsFailure() {
        body.onSubscribe(asked);
        body.onError(new IOException("GET https://h.example/?X-Goog-Signature=1"));
        assertThatThrownBy(body::read)
                .hasMessage("the connection broke before the answer was whole")
                .hasNoCause();
    }

    private static ByteBuffer bytes(int count) {
        return ByteBuffer.allocate(count);
    }
}
