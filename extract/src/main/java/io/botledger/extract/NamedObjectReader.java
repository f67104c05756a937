package io.botledger.extract;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Reads a name: a text, or an object by its member {@code name}; an object without one is its compact JSON. */
final class NamedObjectReader implements ValueReader<String> {
    private final FieldTable<NamedDraft> fields =
            new FieldTable<NamedDraft>().field("name", draft -> draft.name, NamedObjectReader::textOnly);

    private final NamedDraft draft = new NamedDraft();

    @Override
    public String read(JsonInput json) throws IOException {
        if (json.token() != JsonToken.START_OBJECT) {
            return TextReader.name(json);
        }
        String object = CompactJson.read(json);
        String name =
                json.derived(object, inner -> fields.read(inner, draft).name.value());
        return TextReader.nameInLimit(json, name != null ? name : object);
    }

    private static String textOnly(JsonInput json) throws IOException {
        if (json.token() != JsonToken.VALUE_STRING || json.isBlankText()) {
            json.skip();
            return null;
        }
        return new String(json.chars(), json.charsFrom(), json.charsLength());
    }

    private static final class NamedDraft extends Draft {
        private final Slot<String> name = slot();
    }
}
