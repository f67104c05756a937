package io.botledger.extract;

import io.botledger.model.RejectReason;
import io.botledger.model.TextLimits;
import java.io.IOException;

/**
 * Reads texts: the content of a text, the literal of a number or boolean. Characters that no database takes are replaced,
 * and reported.
 */
final class TextReader {
    private static final Expected<String> EXPECTED = new Expected<>("a text");

    private TextReader() {}

    /** Reads an id or a name; a blank one is null, one beyond {@link TextLimits#MAX_NAME_BYTES} a reject. */
    static String name(JsonInput json) throws IOException {
        return nullIfBlank(scalar(json, TextReader::nameInLimit));
    }

    /** Reads a long text; a blank one is null, one beyond {@link TextLimits#MAX_TEXT_LENGTH} a reject. */
    static String longText(JsonInput json) throws IOException {
        return nullIfBlank(scalar(json, TextReader::textInLimit));
    }

    /** Reads any value as text, objects and arrays as compact JSON; a blank text stays. */
    static String content(JsonInput json) throws IOException {
        if (json.token().isStructStart()) {
            return textInLimit(json, CompactJson.read(json));
        }
        return scalar(json, TextReader::textInLimit);
    }

    /** The text in characters that a database takes. */
    static String storable(JsonInput json, char[] chars, int from, int length) {
        int bad = StorableText.badCharacters(chars, from, length);
        if (bad == 0) {
            return new String(chars, from, length);
        }
        json.reject(
                RejectReason.TEXT_REPLACED,
                "expected no U+0000 and no lone surrogates, found " + bad + "; replaced by U+FFFD");
        return StorableText.replaced(chars, from, length);
    }

    static String storable(JsonInput json, String text) {
        return StorableText.isSimple(text) ? text : storable(json, text.toCharArray(), 0, text.length());
    }

    /** The name; null and a reject if it is too long. */
    static String nameInLimit(JsonInput json, String name) {
        if (name.length() * 3L <= TextLimits.MAX_NAME_BYTES) {
            return name;
        }
        int bytes = StorableText.utf8Bytes(name);
        if (bytes <= TextLimits.MAX_NAME_BYTES) {
            return name;
        }
        json.reject(
                RejectReason.TOO_LONG,
                "expected at most " + TextLimits.MAX_NAME_BYTES + " bytes of UTF-8, found " + bytes);
        return null;
    }

    /** The text; null and a reject if it is too long. */
    static String textInLimit(JsonInput json, String text) {
        if (text.length() <= TextLimits.MAX_TEXT_LENGTH) {
            return text;
        }
        json.reject(
                RejectReason.TOO_LONG,
                "expected at most " + TextLimits.MAX_TEXT_LENGTH + " characters, found " + text.length());
        return null;
    }

    private static String scalar(JsonInput json, Limit limit) throws IOException {
        return switch (json.token()) {
            case VALUE_NULL -> null;
            case START_OBJECT, START_ARRAY -> EXPECTED.wrongType(json);
            default -> limit.apply(json, json.text());
        };
    }

    private static String nullIfBlank(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    @FunctionalInterface
    private interface Limit {
        String apply(JsonInput json, String text);
    }
}
