package io.botledger.extract;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What the simulated server does to one request instead of answering it well. */
@FunctionalInterface
public interface ServerAnswer {
    /**
     * Answers.
     *
     * @param body what a good answer would have held; empty if there is nothing
     * @param closing counted down when the server is closed: what waits, waits for this
     */
    void give(HttpExchange exchange, byte[] body, CountDownLatch closing) throws IOException;

    /** A status with a body of its own. */
    static ServerAnswer of(int status, String contentType, String text, String... headers) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return (exchange, body, closing) -> {
            exchange.getResponseHeaders().set("Content-Type", contentType);
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** A status with headers and no body. */
    static ServerAnswer status(int status, String... headers) {
        return of(status, "text/plain", "", headers);
    }

    /** JSON with status 200. */
    static ServerAnswer json(String text) {
        return of(200, "application/json", text);
    }

    /** The good body declared whole, of which only the first bytes come; then the connection ends. */
    static ServerAnswer cutAfter(int bytes) {
        return (exchange, body, closing) -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body, 0, bytes);
            exchange.getResponseBody().flush();
            exchange.close();
        };
    }

    /** The first bytes of the good body, with a Content-Length that says these are all. */
    static ServerAnswer declaring(int bytes) {
        return (exchange, body, closing) -> {
            exchange.sendResponseHeaders(200, bytes);
            exchange.getResponseBody().write(body, 0, bytes);
        };
    }

    /** The first bytes of the good body, then nothing more. */
    static ServerAnswer stallAfter(int bytes) {
        return (exchange, body, closing) -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body, 0, bytes);
            exchange.getResponseBody().flush();
            await(closing, 60_000);
        };
    }

    /** The good body, with a pause after its first bytes. */
    static ServerAnswer pauseAfter(int bytes, long millis) {
        return (exchange, body, closing) -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body, 0, bytes);
            exchange.getResponseBody().flush();
            await(closing, millis);
            exchange.getResponseBody().write(body, bytes, body.length - bytes);
        };
    }

    /** Nothing at all. */
    static ServerAnswer silence() {
        return (exchange, body, closing) -> await(closing, 60_000);
    }

    /** A byte now and then, for as long as anybody listens. */
    static ServerAnswer drip() {
        return (exchange, body, closing) -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            out.write('[');
            while (!await(closing, 5)) {
                out.write(' ');
                out.flush();
            }
        };
    }

    private static boolean await(CountDownLatch closing, long millis) throws IOException {
        try {
            return closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
