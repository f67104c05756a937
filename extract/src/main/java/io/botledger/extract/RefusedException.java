package io.botledger.extract;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;

/** The API refused key or bot: no other day of the bot will fare better. */
final class RefusedException extends BotledgerException {
    private static final long serialVersionUID = 1L;

    private final boolean keyRefused;

    RefusedException(String message, boolean keyRefused) {
        super(ErrorCode.SOURCE, message);
        this.keyRefused = keyRefused;
    }

    /** Whether it was the key (401), which the bots of an organization share. */
    boolean keyRefused() {
        return keyRefused;
    }
}
