package io.botledger.extract;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.botledger.model.RejectReason;
import java.io.IOException;

/**
 * JSON as Jackson reads it: the judge of all that is not plain, which knows where each value stands and collects rejects.
 * Failures of the JSON itself are IOExceptions.
 */
final class JacksonInput implements JsonInput {
    private final JsonParser parser;
    private final JacksonInput outer;
    private final ReadScope scope;

    JacksonInput(JsonParser parser, ReadScope scope) {
        this(parser, null, scope);
    }

    private JacksonInput(JsonParser parser, JacksonInput outer, ReadScope scope) {
        this.parser = parser;
        this.outer = outer;
        this.scope = scope;
    }

    @Override
    public JsonToken token() {
        return parser.currentToken();
    }

    @Override
    public JsonToken next() throws IOException {
        return parser.nextToken();
    }

    @Override
    public String nextMember() throws IOException {
        String name = parser.nextFieldName();
        if (name != null) {
            parser.nextToken();
        }
        return name;
    }

    @Override
    public boolean nextElement() throws IOException {
        return parser.nextToken() != JsonToken.END_ARRAY;
    }

    @Override
    public void skip() throws IOException {
        parser.skipChildren();
    }

    @Override
    public char[] chars() throws IOException {
        return parser.getTextCharacters();
    }

    @Override
    public int charsFrom() throws IOException {
        return parser.getTextOffset();
    }

    @Override
    public int charsLength() throws IOException {
        return parser.getTextLength();
    }

    @Override
    public String text() throws IOException {
        return TextReader.storable(this, chars(), charsFrom(), charsLength());
    }

    @Override
    public void reject(RejectReason reason, String message) {
        scope.rejects().value(pointer(), reason, message);
    }

    /** JSON pointer to the value, through texts that hold JSON as if that were in their place. */
    private String pointer() {
        String inner = parser.getParsingContext().pathAsPointer().toString();
        return outer == null ? inner : outer.pointer() + inner;
    }

    @Override
    public <T> InnerJson<T> inner(ValueReader<T> reader) throws IOException {
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

    @Override
    public <T> T derived(String compactJson, ValueReader<T> reader) throws IOException {
        return parsed(compactJson.toCharArray(), 0, compactJson.length(), reader);
    }

    private <T> T parsed(char[] chars, int from, int length, ValueReader<T> reader) throws IOException {
        try (JsonParser innerParser = scope.textFormat().createParser(chars, from, length)) {
            return readWhole(new JacksonInput(innerParser, this, scope), reader);
        }
    }

    /** Reads the one value that the input holds. */
    static <T> T readWhole(JacksonInput json, ValueReader<T> reader) throws IOException {
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
