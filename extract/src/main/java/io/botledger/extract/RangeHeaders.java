package io.botledger.extract;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The headers of requests that ask for less than a whole file (RFC 9110, 13 and 14). */
final class RangeHeaders {
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

    private RangeHeaders() {}

    /** Of a request that is answered with 304 if the server has nothing else than what is known. */
    static Map<String, String> unless(Validators known) {
        Map<String, String> headers = new HashMap<>();
        if (known.etag() != null) {
            headers.put("If-None-Match", known.etag());
        }
        if (known.lastModified() != null) {
            headers.put("If-Modified-Since", known.lastModified());
        }
        return headers;
    }

    /** Of a request for the rest of a file, as long as it is the same file. */
    static Map<String, String> from(long offset, String etag) {
        return Map.of("Range", "bytes=" + offset + "-", "If-Range", etag);
    }

    /** Whether the answer is the rest that was asked for, up to the end of the file. */
    static boolean beginsAt(long offset, ApiAnswer answer) {
        Matcher range = CONTENT_RANGE.matcher(answer.header("Content-Range").orElse(""));
        if (!range.matches() || Long.parseLong(range.group(1)) != offset) {
            return false;
        }
        return range.group(3).equals("*") || Long.parseLong(range.group(2)) + 1 == Long.parseLong(range.group(3));
    }
}
