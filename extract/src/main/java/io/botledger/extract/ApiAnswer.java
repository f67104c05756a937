package io.botledger.extract;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/**
 * An answer whose head has come.
 *
 * @param status of HTTP
 * @param headers of HTTP
 * @param body still to be read
 */
record ApiAnswer(int status, HttpHeaders headers, ApiBody body) implements AutoCloseable {
    static final int OK = 200;
    static final int PARTIAL = 206;
    static final int NOT_MODIFIED = 304;
    static final int BAD_REQUEST = 400;
    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int TIMEOUT = 408;
    static final int GONE = 410;
    static final int TOO_EARLY = 425;
    static final int TOO_MANY = 429;
    static final int SERVER_ERROR = 500;

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** Whether it leads elsewhere. */
    boolean redirect() {
        return status / 100 == 3 && status != NOT_MODIFIED;
    }

    /** Whether the server says that the body is a web page. */
    boolean webPage() {
        return header("Content-Type")
                .filter(type -> type.strip().toLowerCase(Locale.ROOT).startsWith("text/html"))
                .isPresent();
    }

    /** Throws if the server is overloaded or out of order, so that the request may be tried again. */
    ApiAnswer settled(Clock clock) throws TransferException {
        if (status == TIMEOUT || status == TOO_EARLY || status == TOO_MANY || status >= SERVER_ERROR) {
            throw new TransferException(
                    "answered " + status,
                    header("Retry-After")
                            .flatMap(value -> RetryAfter.parse(value, clock.instant()))
                            .orElse(null),
                    status >= SERVER_ERROR ? TransferException.Reach.SOMEBODY : TransferException.Reach.SOURCE);
        }
        return this;
    }

    @Override
    public void close() {
        body.close();
    }
}
