package io.botledger.extract;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
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

    TransferException(String message) {
        this(message, null);
    }

    TransferException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** Tells a failure of the HTTP client in words of our own. */
    static TransferException of(Throwable failure) {
        return new TransferException(words(failure));
    }

    /** How long the server asked to wait; empty if it did not. */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    private static String words(Throwable failure) {
        if (failure instanceof HttpConnectTimeoutException) {
            return "no connection in time";
        }
        if (failure instanceof HttpTimeoutException) {
            return "no answer in time";
        }
        if (failure instanceof ConnectException) {
            return isUnresolved(failure) ? "the host's name is not known" : "no connection";
        }
        if (failure instanceof SSLException) {
            return "no trusted TLS connection";
        }
        return "the connection broke before the answer was whole";
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
