package io.botledger.extract;

import com.fasterxml.jackson.core.JsonToken;
import io.botledger.model.RejectReason;
import java.io.IOException;

/**
 * JSON at the value that is to be read. Whoever reads a value finds the input at its first token and leaves it at its last
 * one.
 *
 * <p>Every record is read by a {@link PlainInput} first, which is fast and gives up wherever there is a doubt or something
 * to reject; what it gave up is read again from the start by a {@link JacksonInput}.
 */
sealed interface JsonInput permits JacksonInput, PlainInput {
    JsonToken token();

    /** Goes to the next token; null at the end. */
    JsonToken next() throws IOException;

    /** Goes to an object's next member, then to its value; null at the object's end. */
    String nextMember() throws IOException;

    /** Goes to an array's next element; false at the array's end. */
    boolean nextElement() throws IOException;

    /** Goes to the end of an object or array; stays at any other token. */
    void skip() throws IOException;

    /**
     * The content of a text, the literal of anything else, the name of a member, in characters that a database takes. Others
     * are replaced, and reported.
     */
    String text() throws IOException;

    /** The content of a text, the literal of a number or boolean, as it stands there; valid until the next token. */
    char[] chars() throws IOException;

    int charsFrom() throws IOException;

    int charsLength() throws IOException;

    /** Rejects the value, or the member whose name is at work. */
    void reject(RejectReason reason, String message);

    /**
     * Reads the JSON that stands in the text. Nesting beyond the limit is a reject here, and reads as null.
     *
     * @return what the reader made of it; with {@code json} false, and no rejects, if the text is not one JSON value
     */
    <T> InnerJson<T> inner(ValueReader<T> reader) throws IOException;

    /** Reads JSON that was made of the value. */
    <T> T derived(String compactJson, ValueReader<T> reader) throws IOException;

    /** Whether the value is a text whose first character that is not blank is this one. */
    default boolean isTextThatBeginsWith(char bracket) throws IOException {
        if (token() != JsonToken.VALUE_STRING) {
            return false;
        }
        int at = behindBlanks();
        return at < charsFrom() + charsLength() && chars()[at] == bracket;
    }

    /** Whether the value is a text of blanks alone. */
    default boolean isBlankText() throws IOException {
        return token() == JsonToken.VALUE_STRING && behindBlanks() == charsFrom() + charsLength();
    }

    private int behindBlanks() throws IOException {
        char[] chars = chars();
        int at = charsFrom();
        int end = at + charsLength();
        while (at < end && Character.isWhitespace(chars[at])) {
            at++;
        }
        return at;
    }
}
