package io.botledger.extract;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.botledger.model.RejectReason;
import java.io.IOException;

/**
 * JSON at the value that is to be read. Whoever reads a value finds the input at its first token and leaves it at its last
 * one. Failures of the JSON itself are IOExceptions.
 */
final class JsonInput {
    private final JsonParser parser;
    private final JsonInput outer;
    private final ReadScope scope;

    JsonInput(JsonParser parser, ReadScope scope) {
        this(parser, null, scope);
    }

    private JsonInput(JsonParser parser, JsonInput outer, ReadScope scope) {
        this.parser = parser;
        this.outer = outer;
        this.scope = scope;
    }

    JsonToken token() {
        return parser.currentToken();
    }

    /** Goes to the next token; null at the end. */
    JsonToken next() throws IOException {
        return parser.nextToken();
    }

    /** Goes to an object's next member, then to its value; null at the object's end. */
    String nextMember() throws IOException {
        String name = parser.nextFieldName();
        if (name != null) {
            parser.nextToken();
        }
        return name;
    }

    /** Goes to an array's next element; false at the array's end. */
    boolean nextElement() throws IOException {
        return parser.nextToken() != JsonToken.END_ARRAY;
    }

    void skip() throws IOException {
        parser.skipChildren();
    }

    /** The content of a text, the literal of a number or boolean; valid until the next token. */
    char[] chars() throws IOException {
        return parser.getTextCharacters();
    }

    int charsFrom() throws IOException {
        return parser.getTextOffset();
    }

    int charsLength() throws IOException {
        return parser.getTextLength();
    }

    TextCache cache() {
        return scope.cache();
    }

    /** Rejects the value, or the member whose name is at work. */
    void reject(RejectReason reason, String message) {
        scope.rejects().value(pointer(), reason, message);
    }

    /** JSON pointer to the value, through texts that hold JSON as if that were in their place. */
    String pointer() {
        String inner = parser.getParsingContext().pathAsPointer().toString();
        return outer == null ? inner : outer.pointer() + inner;
    }

    /** Whether the value is a text whose first character that is not blank is this one. */
    boolean isTextThatBeginsWith(char bracket) throws IOException {
        if (token() != JsonToken.VALUE_STRING) {
            return false;
        }
        char[] chars = chars();
        int at = charsFrom();
        int end = at + charsLength();
        while (at < end && Character.isWhitespace(chars[at])) {
            at++;
        }
        return at < end && chars[at] == bracket;
    }

    /** Whether the value is a text of blanks alone. */
    boolean isBlankText() throws IOException {
        if (token() != JsonToken.VALUE_STRING) {
            return false;
        }
        char[] chars = chars();
        int at = charsFrom();
        int end = at + charsLength();
        while (at < end && Character.isWhitespace(chars[at])) {
            at++;
        }
        return at == end;
    }

    /**
     * Reads the JSON that stands in the text. Nesting beyond the limit is a reject here, and reads as null.
     *
     * @return what the reader made of it; with {@code json} false, and no rejects, if the text is not one JSON value
     */
    <T> InnerJson<T> inner(ValueReader<T> reader) throws IOException {
        char[] chars = chars();
        int from = charsFrom();
        int length = charsLength();
        int mark = scope.rejects().mark();
        try {
            return new InnerJson<>(true, parsed(chars, from, length, reader));
        } catch (StreamConstraintsException tooDeep) {
            scope.rejects().backTo(mark);
            int limit = scope.textFormat().streamReadConstraints().getMaxNestingDepth();
            reject(RejectReason.TOO_DEEP, "expected at most " + limit + " levels of nesting, found more");
            return new InnerJson<>(true, null);
        } catch (IOException broken) {
            scope.rejects().backTo(mark);
            return new InnerJson<>(false, null);
        }
    }

    /** Reads JSON that was made of the value. */
    <T> T derived(String compactJson, ValueReader<T> reader) throws IOException {
        return parsed(compactJson.toCharArray(), 0, compactJson.length(), reader);
    }

    private <T> T parsed(char[] chars, int from, int length, ValueReader<T> reader) throws IOException {
        try (JsonParser innerParser = parserOf(chars, from, length)) {
            return readWhole(new JsonInput(innerParser, this, scope), reader);
        }
    }

    /** As bytes where that is possible: the code that parses bytes is compiled already, for the records themselves. */
    private JsonParser parserOf(char[] chars, int from, int length) throws IOException {
        byte[] ascii = StorableText.ascii(chars, from, length);
        return ascii == null
                ? scope.textFormat().createParser(chars, from, length)
                : scope.textFormat().createParser(ascii);
    }

    /** Reads the one value that the input holds. */
    static <T> T readWhole(JsonInput json, ValueReader<T> reader) throws IOException {
        if (json.next() == null) {
            throw new JsonParseException(json.parser, "no value");
        }
        T value = reader.read(json);
        if (json.next() != null) {
            throw new JsonParseException(json.parser, "more than one value");
        }
        return value;
    }
}
