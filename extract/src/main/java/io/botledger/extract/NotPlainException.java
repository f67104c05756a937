package io.botledger.extract;

/**
 * Tells that a record can't be read by a {@link PlainInput}. Says no more, since the record is read again by a
 * {@link JacksonInput}, which finds out what it is. Without a stack trace: some files are not plain in any of their records.
 */
final class NotPlainException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotPlainException() {
        super("not plain", null, false, false);
    }

    static void unless(boolean plain) {
        if (!plain) {
            throw new NotPlainException();
        }
    }
}
