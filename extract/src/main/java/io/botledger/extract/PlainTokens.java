package io.botledger.extract;

import static io.botledger.extract.NotPlainException.unless;

import com.fasterxml.jackson.core.JsonToken;
import java.util.Arrays;

/**
 * Cuts JSON into tokens: strict JSON of moderate depth, in bytes that are not decoded here. Used again for the next record;
 * throws {@link NotPlainException} at anything else.
 *
 * <p>Small methods with tight loops over bytes, since much of a load's processor time is compiling what it runs.
 */
final class PlainTokens {
    /** Levels of nesting that fit into the bits of a long. */
    private static final int MAX_DEPTH = 63;

    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    /** What the end of the bytes reads as, and no JSON can hold. */
    private static final byte END = 0;

    private final int maxDepth;
    private final PlainNames names = new PlainNames();
    private final PlainText text = new PlainText();
    private byte[] bytes = {};
    private int at;
    private int end;
    private JsonToken token;
    private String name;
    private int from;
    private int to;
    private boolean escaped;
    private boolean ascii;
    private int depth;
    private long objects;
    private boolean oneLine;
    private boolean lineFeedSeen;

    PlainTokens(int maxDepth) {
        this.maxDepth = Math.min(maxDepth, MAX_DEPTH);
    }

    /**
     * Begins to read.
     *
     * @param behind index behind the last byte, which may be that of something else
     * @param inOneLine whether a line feed is not plain
     */
    void begin(byte[] json, int first, int behind, boolean inOneLine) {
        bytes = json;
        at = first;
        end = behind;
        token = null;
        depth = 0;
        objects = 0;
        oneLine = inOneLine;
        lineFeedSeen = false;
    }

    JsonToken token() {
        return token;
    }

    /** The name of the member at work. */
    String name() {
        return name;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Index of the first byte of the token; of a text, of its content. */
    int from() {
        return from;
    }

    /** Index behind {@link #from()}'s last byte. */
    int to() {
        return to;
    }

    /** Whether the token is a text with escapes, whose bytes are not its content. */
    boolean escaped() {
        return escaped;
    }

    /** Whether all bytes of the token are ASCII, and none begins an escape. */
    boolean plainAscii() {
        return ascii && !escaped;
    }

    /** Index behind the token's last byte. */
    int behind() {
        return at;
    }

    /** Whether a line feed stood before the token, or between those before it. */
    boolean lineFeedSeen() {
        return lineFeedSeen;
    }

    /** Levels that are open. */
    int depth() {
        return depth;
    }

    /** Goes to the next token; null at the end. */
    JsonToken next() {
        if (depth == 0) {
            return token == null ? value() : end();
        }
        if (token == JsonToken.FIELD_NAME) {
            return value();
        }
        if ((objects & 1) == 0) {
            return element();
        }
        if (member() != null) {
            token = JsonToken.FIELD_NAME;
        }
        return token;
    }

    /** Goes behind the next member's colon; null at the object's end, which is the token then. */
    String member() {
        byte next = behindBlanks();
        if (next == '}') {
            close(JsonToken.END_OBJECT);
            return null;
        }
        if (token != JsonToken.START_OBJECT) {
            unless(next == ',');
            at++;
            next = behindBlanks();
        }
        unless(next == '"');
        at++;
        name = isExpectedName() ? names.takeExpected() : otherName();
        unless(behindBlanks() == ':');
        at++;
        return name;
    }

    /** Goes to the array's next element or its end. */
    JsonToken element() {
        byte next = behindBlanks();
        if (next == ']') {
            return close(JsonToken.END_ARRAY);
        }
        if (token != JsonToken.START_ARRAY) {
            unless(next == ',');
            at++;
        }
        return value();
    }

    JsonToken value() {
        byte first = behindBlanks();
        from = at;
        escaped = false;
        ascii = true;
        token = switch (first) {
            case '"' -> string();
            case '{' -> open(JsonToken.START_OBJECT, 1);
            case '[' -> open(JsonToken.START_ARRAY, 0);
            case 't' -> literal(TRUE, JsonToken.VALUE_TRUE);
            case 'f' -> literal(FALSE, JsonToken.VALUE_FALSE);
            case 'n' -> literal(NULL, JsonToken.VALUE_NULL);
            default -> number();
        };
        return token;
    }

    /** The content of the token as bytes in UTF-8, from 0 on in {@link PlainText#bytes()}. */
    PlainText unescaped() {
        text.unescape(bytes, from, to);
        return text;
    }

    /** The content of the token. */
    String decoded() {
        if (escaped) {
            PlainText content = unescaped();
            return PlainText.ofUtf8(content.bytes(), 0, content.length());
        }
        return ascii ? PlainText.ofAscii(bytes, from, to) : PlainText.ofUtf8(bytes, from, to);
    }

    private JsonToken end() {
        unless(behindBlanks() == END && at == end);
        token = null;
        return null;
    }

    /** Goes to the next byte that is not blank and tells it; {@link #END} if there is none. */
    private byte behindBlanks() {
        while (at < end) {
            byte next = bytes[at];
            if (next > ' ') {
                return next;
            }
            if (next == '\n') {
                unless(!oneLine);
                lineFeedSeen = true;
            } else {
                unless(next == ' ' || next == '\r' || next == '\t');
            }
            at++;
        }
        return END;
    }

    private boolean isExpectedName() {
        byte[] expected = names.expected();
        int behind = at + expected.length;
        if (behind > end || !Arrays.equals(bytes, at, behind, expected, 0, expected.length)) {
            return false;
        }
        at = behind;
        return true;
    }

    private String otherName() {
        int first = at;
        from = at - 1;
        escaped = false;
        ascii = true;
        string();
        String known = names.take(bytes, first, at);
        if (known != null) {
            return known;
        }
        String read = decoded();
        if (at - first <= PlainNames.MAX_LENGTH) {
            names.keep(read, bytes, first, at);
        }
        return read;
    }

    private JsonToken string() {
        byte[] json = bytes;
        int limit = end;
        int i = from + 1;
        from = i;
        while (i < limit) {
            byte next = json[i++];
            if (next == '"') {
                to = i - 1;
                at = i;
                return JsonToken.VALUE_STRING;
            }
            if (next == '\\') {
                escaped = true;
                i++;
            } else if (next < ' ') {
                unless(next < 0);
                ascii = false;
            }
        }
        throw new NotPlainException();
    }

    private JsonToken open(JsonToken start, int object) {
        depth++;
        unless(depth <= maxDepth);
        objects = objects << 1 | object;
        at++;
        to = at;
        return start;
    }

    private JsonToken close(JsonToken endToken) {
        depth--;
        objects >>>= 1;
        from = at;
        at++;
        to = at;
        escaped = false;
        ascii = true;
        token = endToken;
        return endToken;
    }

    private JsonToken literal(byte[] expected, JsonToken kind) {
        to = at + expected.length;
        unless(to <= end && Arrays.equals(bytes, at, to, expected, 0, expected.length));
        at = to;
        return kind;
    }

    private JsonToken number() {
        int first = at < end && bytes[at] == '-' ? at + 1 : at;
        int i = behindDigits(first);
        unless(i == first + 1 || bytes[first] != '0');
        JsonToken kind = JsonToken.VALUE_NUMBER_INT;
        if (i < end && bytes[i] == '.') {
            i = behindDigits(i + 1);
            kind = JsonToken.VALUE_NUMBER_FLOAT;
        }
        if (i < end && (bytes[i] | 0x20) == 'e') {
            boolean signed = i + 1 < end && (bytes[i + 1] == '-' || bytes[i + 1] == '+');
            i = behindDigits(signed ? i + 2 : i + 1);
            kind = JsonToken.VALUE_NUMBER_FLOAT;
        }
        to = i;
        at = i;
        return kind;
    }

    /** Index behind at least one digit. */
    private int behindDigits(int first) {
        int i = first;
        while (i < end && bytes[i] >= '0' && bytes[i] <= '9') {
            i++;
        }
        unless(i > first);
        return i;
    }
}
