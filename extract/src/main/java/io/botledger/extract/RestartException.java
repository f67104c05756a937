package io.botledger.extract;

/** What was received of a file is of no use any more: its first byte has to be asked for again. */
final class RestartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RestartException() {
        super("the transfer has to begin again", null, false, false);
    }
}
