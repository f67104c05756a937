package io.botledger.extract;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a server gave to recognise a content by (RFC 9110, 8.8).
 *
 * @param etag with its quotes; null if there was none
 * @param lastModified as it was sent; null if there was none
 */
record Validators(String etag, String lastModified) {
    static final Validators NONE = new Validators(null, null);
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]{1,256}");

    /** Drops what could not be sent back as a header. */
    Validators {
        etag = printable(etag);
        lastModified = printable(lastModified);
    }

    static Validators of(ApiAnswer answer) {
        return new Validators(
                answer.header("ETag").orElse(null),
                answer.header("Last-Modified").orElse(null));
    }

    /** What makes a range request safe: a strong ETag. A date is too coarse, a file may change twice in its second. */
    Optional<String> strongEtag() {
        return Optional.ofNullable(etag).filter(tag -> tag.startsWith("\""));
    }

    private static String printable(String value) {
        return value != null && PRINTABLE.matcher(value).matches() ? value : null;
    }
}
