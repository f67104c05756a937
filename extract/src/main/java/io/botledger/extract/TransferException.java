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
    private final boolean elsewhere;

    TransferException(String message) {
        this(message, null);
    }

    TransferException(String message, Duration retryAfter) {
        this(message, retryAfter, false);
    }

    private TransferException(String message, Duration retryAfter, boolean elsewhere) {
        super(message);
        this.retryAfter = retryAfter;
        this.elsewhere = elsewhere;
    }

    /** Tells a failure of the HTTP client in words of our own. */
    static TransferException of(Throwable failure) {
        if (failure instanceof HttpConnectTimeoutException) {
            return new TransferException("no connection in time");
        }
        if (failure instanceof ConnectException) {
            return isUnresolved(failure)
                    ? new TransferException("the host's name is not known", null, true)
                    : new TransferException("no connection");
        }
        if (failure instanceof SSLException) {
            return new TransferException("no trusted TLS connection", null, true);
        }
        return new TransferException("the connection broke before the answer was whole");
    }

    /** Whether it looks as if the address led to another place than the source, so that time alone won't mend it. */
    boolean elsewhere() {
        return elsewhere;
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
