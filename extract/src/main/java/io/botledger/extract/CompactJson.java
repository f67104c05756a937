package io.botledger.extract;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;

/**
 * Writes a value as JSON without blanks: names and order as they were, numbers with the digits they had. NaN and Infinity,
 * which JSON does not know, become texts.
 */
final class CompactJson {
    private final JsonInput json;
    private final StringBuilder written = new StringBuilder();

    private CompactJson(JsonInput json) {
        this.json = json;
    }

    /** The value as compact JSON. */
    static String read(JsonInput json) throws IOException {
        return new CompactJson(json).value();
    }

    static void appendText(StringBuilder target, String text) {
        target.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, target);
        target.append('"');
    }

    private String value() throws IOException {
        int open = 0;
        JsonToken token = json.token();
        while (true) {
            append(token);
            if (token.isStructStart()) {
                open++;
            } else if (token.isStructEnd()) {
                open--;
            }
            if (open == 0) {
                return written.toString();
            }
            token = json.next();
        }
    }

    private void append(JsonToken token) throws IOException {
        if (!token.isStructEnd() && needsComma()) {
            written.append(',');
        }
        switch (token) {
            case FIELD_NAME -> {
                appendText(written, json.text());
                written.append(':');
            }
            case VALUE_STRING -> appendText(written, json.text());
            case VALUE_NUMBER_FLOAT -> appendNumber();
            default -> written.append(json.text());
        }
    }

    private boolean needsComma() {
        if (written.isEmpty()) {
            return false;
        }
        char last = written.charAt(written.length() - 1);
        return last != '{' && last != '[' && last != ':';
    }

    private void appendNumber() throws IOException {
        String number = json.text();
        if (Character.isDigit(number.charAt(number.length() - 1))) {
            written.append(number);
        } else {
            appendText(written, number);
        }
    }
}
