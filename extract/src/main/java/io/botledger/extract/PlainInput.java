package io.botledger.extract;

import static io.botledger.extract.NotPlainException.unless;

import com.fasterxml.jackson.core.JsonToken;
import io.botledger.model.RejectReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * JSON as nearly every record is: strict, in UTF-8, with nothing to reject. Throws {@link NotPlainException} as soon as it
 * meets anything else, so it needs to know neither places nor messages. Allocates nothing but what it hands out; used again
 * for the next record.
 */
final class PlainInput implements JsonInput {
    private final int maxDepth;
    private final TextCache cache;
    private final PlainTokens tokens;
    private char[] chars = new char[128];
    private PlainInput inner;

    PlainInput(int maxDepth) {
        this(maxDepth, new TextCache());
    }

    private PlainInput(int maxDepth, TextCache cache) {
        this.maxDepth = maxDepth;
        this.cache = cache;
        tokens = new PlainTokens(maxDepth);
    }

    /** Reads the one value that these bytes hold. */
    <T> T readWhole(byte[] bytes, int from, int to, ValueReader<T> reader) throws IOException {
        T value = readFirst(bytes, from, to, false, reader);
        unless(tokens.next() == null);
        return value;
    }

    /**
     * Reads the value that begins with the first of these bytes; anything may stand behind it.
     *
     * @param inOneLine whether a line feed within the value is not plain
     */
    <T> T readFirst(byte[] bytes, int from, int to, boolean inOneLine, ValueReader<T> reader) throws IOException {
        tokens.begin(bytes, from, to, inOneLine);
        tokens.next();
        T value = reader.read(this);
        unless(tokens.depth() == 0);
        return value;
    }

    /** Index behind the value that was read last. */
    int behind() {
        return tokens.behind();
    }

    /** Whether a line feed stood between tokens of the value that was read last. */
    boolean lineFeedSeen() {
        return tokens.lineFeedSeen();
    }

    @Override
    public JsonToken token() {
        return tokens.token();
    }

    @Override
    public JsonToken next() {
        return tokens.next();
    }

    @Override
    public String nextMember() {
        String name = tokens.member();
        if (name != null) {
            tokens.value();
        }
        return name;
    }

    @Override
    public boolean nextElement() {
        return tokens.element() != JsonToken.END_ARRAY;
    }

    /** Decodes the texts, since their bytes may not be plain. */
    @Override
    public void skip() {
        if (!tokens.token().isStructStart()) {
            return;
        }
        int outside = tokens.depth() - 1;
        while (tokens.depth() > outside) {
            if (tokens.next() == JsonToken.VALUE_STRING) {
                tokens.decoded();
            }
        }
    }

    @Override
    public String text() {
        if (tokens.token() == JsonToken.FIELD_NAME) {
            return tokens.name();
        }
        int from = tokens.from();
        int to = tokens.to();
        if (to - from > TextCache.MAX_LENGTH) {
            return tokens.decoded();
        }
        String text = cache.find(tokens.bytes(), from, to);
        if (text == null) {
            text = tokens.decoded();
            cache.keep(text, tokens.bytes(), from, to);
        }
        return text;
    }

    @Override
    public char[] chars() {
        if (!tokens.plainAscii()) {
            return tokens.decoded().toCharArray();
        }
        byte[] bytes = tokens.bytes();
        int from = tokens.from();
        int length = tokens.to() - from;
        if (chars.length < length) {
            return tokens.decoded().toCharArray();
        }
        for (int i = 0; i < length; i++) {
            chars[i] = (char) bytes[from + i];
        }
        return chars;
    }

    @Override
    public int charsFrom() {
        return 0;
    }

    @Override
    public int charsLength() {
        return tokens.plainAscii()
                ? tokens.to() - tokens.from()
                : tokens.decoded().length();
    }

    @Override
    public void reject(RejectReason reason, String message) {
        throw new NotPlainException();
    }

    @Override
    public <T> InnerJson<T> inner(ValueReader<T> reader) throws IOException {
        if (!tokens.escaped()) {
            return new InnerJson<>(true, inner().readWhole(tokens.bytes(), tokens.from(), tokens.to(), reader));
        }
        PlainText content = tokens.unescaped();
        return new InnerJson<>(true, inner().readWhole(content.bytes(), 0, content.length(), reader));
    }

    @Override
    public <T> T derived(String compactJson, ValueReader<T> reader) throws IOException {
        byte[] bytes = compactJson.getBytes(StandardCharsets.UTF_8);
        return inner().readWhole(bytes, 0, bytes.length, reader);
    }

    @Override
    public boolean isTextThatBeginsWith(char bracket) throws IOException {
        return tellsByFirstByte() ? firstByte() == bracket : JsonInput.super.isTextThatBeginsWith(bracket);
    }

    @Override
    public boolean isBlankText() throws IOException {
        return !tellsByFirstByte() && JsonInput.super.isBlankText();
    }

    private PlainInput inner() {
        if (inner == null) {
            inner = new PlainInput(maxDepth, cache);
        }
        return inner;
    }

    /** Whether the value is a text that does not begin with a blank, an escape or something beyond ASCII. */
    private boolean tellsByFirstByte() {
        return tokens.token() == JsonToken.VALUE_STRING
                && tokens.from() < tokens.to()
                && firstByte() > ' '
                && firstByte() != '\\';
    }

    private byte firstByte() {
        return tokens.bytes()[tokens.from()];
    }
}
