package io.botledger.cli;

import com.sun.net.httpserver.HttpExchange;
import io.botledger.extract.ServerAnswer;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** An answer that comes to a standstill until the server is closed, and tells when it is there. For any number of requests. */
final class Standstill implements ServerAnswer {
    private static final int SILENCE = -1;

    private final int bytes;
    private final AtomicInteger still = new AtomicInteger();

    private Standstill(int bytes) {
        this.bytes = bytes;
    }

    /** Before anything of the answer is sent. */
    static Standstill silent() {
        return new Standstill(SILENCE);
    }

    /** After so many bytes of the body, or after all of it but the last if it has no more. */
    static Standstill after(int bytes) {
        return new Standstill(bytes);
    }

    /** How many answers stand still. */
    int count() {
        return still.get();
    }

    @Override
    public void give(HttpExchange exchange, byte[] body, CountDownLatch closing) throws IOException {
        if (bytes != SILENCE) {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body, 0, Math.min(bytes, body.length - 1));
            exchange.getResponseBody().flush();
        }
        still.incrementAndGet();
        try {
            closing.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
