package io.botledger.extract;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes keys and signed URLs out of a text, for log appenders. It is the second line: messages are built without them.
 * Immutable; for any thread.
 */
public final class Redactor {
    private static final Pattern QUERY = Pattern.compile("(?i)\\b(https?://[^\\s?\"'<>]+)\\?[^\\s\"'<>]*");
    private static final Pattern USER_INFO = Pattern.compile("(?i)\\b(https?://)[^\\s/@\"'<>]+@");
    private static final Pattern PARAMETER = Pattern.compile(
            "(?i)\\b([\\w-]*(?:signature|credential|security-token|accessid|accesskeyid)=)[^&\\s\"'<>]+");
    private static final String MASK = "***";

    private final List<String> values;

    /**
     * Of these keys.
     *
     * @param secrets what is replaced wherever it stands; never null
     */
    public Redactor(Collection<Secret> secrets) {
        values = secrets.stream()
                .map(Secret::reveal)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /**
     * The text with {@code ***} for every key, for user and query of every web address, and for the value of every
     * parameter that signs one.
     *
     * @param text never null
     */
    public String redact(String text) {
        String redacted = text;
        for (String value : values) {
            redacted = redacted.replace(value, MASK);
        }
        redacted = USER_INFO.matcher(redacted).replaceAll("$1" + MASK + "@");
        redacted = QUERY.matcher(redacted).replaceAll("$1?" + MASK);
        return PARAMETER.matcher(redacted).replaceAll("$1" + MASK);
    }
}
