package io.botledger.extract;

import java.io.IOException;

/** Reads {@code conversation_id}: a text, or a number's literal. */
final class ConversationIdReader {
    private static final Expected<String> EXPECTED = new Expected<>("a text or a number");

    private ConversationIdReader() {}

    static String id(JsonInput json) throws IOException {
        return switch (json.token()) {
            case VALUE_TRUE, VALUE_FALSE -> EXPECTED.wrongType(json);
            case VALUE_NUMBER_FLOAT -> isFinite(json) ? TextReader.name(json) : EXPECTED.wrongType(json);
            default -> TextReader.name(json);
        };
    }

    /** Tools that know no null write NaN for an id that is missing. */
    private static boolean isFinite(JsonInput json) throws IOException {
        return Character.isDigit(json.chars()[json.charsFrom() + json.charsLength() - 1]);
    }
}
