package io.botledger.extract;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;

/** A key that no log, message or file may show: it prints as {@code ***}. Immutable. */
public final class Secret {
    private static final String MASK = "***";

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * Wraps a key. Blanks and line feeds around it, as a file has them, are taken away.
     *
     * @param text the key; never null
     * @throws BotledgerException USAGE if nothing is left, or if there is a blank, a control character or a letter beyond
     *     ASCII in it, which no HTTP header takes
     */
    public static Secret of(String text) {
        String value = text.strip();
        if (value.isEmpty()) {
            throw new BotledgerException(
                    ErrorCode.USAGE, "the API key is empty; set the variable or file that holds it");
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= ' ' || value.charAt(i) > '~') {
                throw new BotledgerException(
                        ErrorCode.USAGE,
                        "the API key has a character that no key can have, at position " + (i + 1) + " of "
                                + value.length() + "; copy the key again");
            }
        }
        return new Secret(value);
    }

    /** The key itself: for the header that carries it, and for whoever takes it out of logs. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return MASK;
    }
}
