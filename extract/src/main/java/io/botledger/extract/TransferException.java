package io.botledger.extract;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * A request that may be tried again. It never carries the exception of the HTTP client, whose text may hold the address.
 */
final class TransferException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Duration retryAfter;
    private final Reach reach;

    /** How far a request came. */
    enum Reach {
        /** Not to the source; it looks as if the address were wrong. */
        ELSEWHERE,
        /** To nobody. */
        NOBODY,
        /** To somebody who is silent, breaks off or is out of order. */
        SOMEBODY,
        /** To a source at work, which gave an answer that may be better the next time. */
        SOURCE
    }

    /** Of a source that was reached and is not at work. */
    TransferException(String message) {
        this(message, Reach.SOMEBODY);
    }

    TransferException(String message, Reach reach) {
        this(message, null, reach);
    }

    /** {@code retryAfter} is null if the server did not ask to wait. */
    TransferException(String message, Duration retryAfter, Reach reach) {
        super(message);
        this.retryAfter = retryAfter;
        this.reach = reach;
    }

    /** Tells a failure of the HTTP client in words of our own. */
    static TransferException of(Throwable failure) {
        if (failure instanceof HttpConnectTimeoutException) {
            return new TransferException("no connection in time", Reach.NOBODY);
        }
        if (failure instanceof ConnectException) {
            return isUnresolved(failure)
                    ? new TransferException("the host's name is not known", Reach.ELSEWHERE)
                    : new TransferException("no connection", Reach.NOBODY);
        }
        if (failure instanceof SSLException) {
            return new TransferException("no trusted TLS connection", Reach.ELSEWHERE);
        }
        return new TransferException("the connection broke before the answer was whole");
    }

    /** Whether it looks as if the address led to another place than the source, so that time alone won't mend it. */
    boolean elsewhere() {
        return reach == Reach.ELSEWHERE;
    }

    Reach reach() {
        return reach;
    }

    /** How long the server asked to wait; empty if it did not. */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    private static boolean isUnresolved(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }
}
