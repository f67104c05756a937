package io.botledger.extract;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;

/** The API refused key or bot: no other day of the bot will fare better. */
final class RefusedException extends BotledgerException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(ErrorCode.SOURCE, message);
    }
}
