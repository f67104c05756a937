package io.botledger.extract;

import java.io.IOException;

/** A gzip stream ends before its trailer. */
final class CutGzipException extends IOException {
    private static final long serialVersionUID = 1L;

    CutGzipException() {
        super("the gzip stream ends in the middle");
    }
}
