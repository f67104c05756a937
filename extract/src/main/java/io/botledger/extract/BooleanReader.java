package io.botledger.extract;

import java.io.IOException;
import java.util.Locale;

/** Reads booleans: true and false, 1 and 0, and the texts true, t, yes, 1, false, f, no, 0 in any case. */
final class BooleanReader {
    private static final Expected<Boolean> EXPECTED = new Expected<>("a boolean");
    private static final int MAX_LENGTH = 20;

    private BooleanReader() {}

    static Boolean bool(JsonInput json) throws IOException {
        return switch (json.token()) {
            case VALUE_NULL -> null;
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parsed(json);
            default -> EXPECTED.wrongType(json);
        };
    }

    private static Boolean parsed(JsonInput json) throws IOException {
        if (json.isBlankText()) {
            return null;
        }
        if (json.charsLength() > MAX_LENGTH) {
            return EXPECTED.notReadable(json);
        }
        String text = new String(json.chars(), json.charsFrom(), json.charsLength());
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "1" -> Boolean.TRUE;
            case "false", "f", "no", "0" -> Boolean.FALSE;
            default -> EXPECTED.notReadable(json);
        };
    }
}
