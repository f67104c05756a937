package io.botledger.extract;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads lists of names: an array, a text that holds one, or any other text or literal as the only element. Nulls and blanks
 * are left out.
 */
final class TextListReader implements ValueReader<List<String>> {
    private final ValueReader<String> elements;

    private TextListReader(ValueReader<String> elements) {
        this.elements = elements;
    }

    /** Of texts alone. */
    static TextListReader ofTexts() {
        return new TextListReader(TextReader::name);
    }

    /** Of texts, or of objects: these by their member {@code name}, or else as compact JSON. */
    static TextListReader ofNamedObjects() {
        return new TextListReader(new NamedObjectReader());
    }

    @Override
    public List<String> read(JsonInput json) throws IOException {
        if (json.token() == JsonToken.START_ARRAY) {
            return array(json);
        }
        if (json.isTextThatBeginsWith('[')) {
            InnerJson<List<String>> inner = json.inner(this::array);
            if (inner.json()) {
                return inner.value();
            }
        }
        return single(elements.read(json));
    }

    private List<String> array(JsonInput json) throws IOException {
        List<String> texts = new ArrayList<>();
        while (json.nextElement()) {
            String text = elements.read(json);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts.isEmpty() ? null : texts;
    }

    private static List<String> single(String text) {
        return text == null ? null : List.of(text);
    }
}
