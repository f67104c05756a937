package io.botledger.extract;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;

/** The source gave no usable answer in all attempts: no connection, silence, broken transfers, or 5xx. */
final class UnavailableException extends BotledgerException {
    private static final long serialVersionUID = 1L;

    private final boolean connected;

    UnavailableException(String message, boolean connected) {
        super(ErrorCode.SOURCE, message);
        this.connected = connected;
    }

    /** Whether there was somebody at the other end, to whom the request may have mattered. */
    boolean connected() {
        return connected;
    }
}
