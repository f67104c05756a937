package io.botledger.model;

import java.util.Objects;

/**
 * The root of all errors that botledger throws on purpose. Its message says what, where, and what to do next; it holds
 * no text of a conversation, no secret and no signed URL.
 */
public class BotledgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /** An error without a deeper cause. */
    public BotledgerException(ErrorCode code, String message) {
        this(code, message, null);
    }

    /** An error with the failure that led to it; {@code cause} may be null. */
    public BotledgerException(ErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code, "code");
    }

    /** What kind of error it is. */
    public final ErrorCode code() {
        return code;
    }
}
