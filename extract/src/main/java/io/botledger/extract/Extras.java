package io.botledger.extract;

import com.fasterxml.jackson.core.JsonToken;
import io.botledger.model.RejectReason;
import io.botledger.model.TextLimits;
import java.io.IOException;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fields of an object that botledger does not know, kept as they are. */
final class Extras {
    private final SortedMap<String, String> fields = new TreeMap<>();

    void clear() {
        fields.clear();
    }

    /** Keeps a field's value, unless it is null. */
    void read(String name, JsonInput json) throws IOException {
        if (json.token() == JsonToken.VALUE_NULL) {
            return;
        }
        String value = CompactJson.read(json);
        String former = fields.put(TextReader.storable(json, name).toLowerCase(Locale.ROOT), value);
        if (former != null && !former.equals(value)) {
            json.reject(
                    RejectReason.DUPLICATE_NAME, "expected the field once, found a second value; this one was taken");
        }
    }

    /** The fields as one compact JSON object, sorted; null if there are none, or, with a reject, if they are too long. */
    String json(JsonInput json) {
        if (fields.isEmpty()) {
            return null;
        }
        StringBuilder object = new StringBuilder("{");
        fields.forEach((name, value) -> {
            CompactJson.appendText(object, name);
            object.append(':').append(value).append(',');
        });
        object.setCharAt(object.length() - 1, '}');
        if (object.length() > TextLimits.MAX_TEXT_LENGTH) {
            json.reject(
                    RejectReason.TOO_LONG,
                    "expected at most " + TextLimits.MAX_TEXT_LENGTH + " characters of unknown fields, found "
                            + object.length());
            return null;
        }
        return object.toString();
    }
}
