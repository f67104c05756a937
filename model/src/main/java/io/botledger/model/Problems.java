package io.botledger.model;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that all of it is reported at once. For one thread. */
public final class Problems {
    private final List<String> messages = new ArrayList<>();

    /** One more. */
    public void add(String message) {
        messages.add(message);
    }

    /** Whether nothing is wrong. */
    public boolean isEmpty() {
        return messages.isEmpty();
    }

    /** Throws a {@link ErrorCode#USAGE} that names all problems; does nothing if there are none. */
    public void throwIfAny(String where) {
        if (messages.size() == 1) {
            throw new BotledgerException(ErrorCode.USAGE, where + ": " + messages.get(0));
        }
        if (!messages.isEmpty()) {
            throw new BotledgerException(
                    ErrorCode.USAGE, where + ": " + messages.size() + " problems\n  " + String.join("\n  ", messages));
        }
    }
}
