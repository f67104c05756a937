package io.botledger.extract;

import com.fasterxml.jackson.core.JsonToken;
import io.botledger.model.RejectReason;
import io.botledger.model.SessionParam;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads session parameters: an object, or a text that holds one. Members that are null had no value. */
final class SessionParamsReader implements ValueReader<List<SessionParam>> {
    private static final Expected<List<SessionParam>> EXPECTED = new Expected<>("an object, or text that holds one");

    @Override
    public List<SessionParam> read(JsonInput json) throws IOException {
        if (json.token() == JsonToken.VALUE_STRING) {
            return text(json);
        }
        return value(json);
    }

    private static List<SessionParam> text(JsonInput json) throws IOException {
        if (json.isBlankText()) {
            return null;
        }
        InnerJson<List<SessionParam>> inner = json.inner(SessionParamsReader::value);
        return inner.json() ? inner.value() : EXPECTED.notReadable(json);
    }

    private static List<SessionParam> value(JsonInput json) throws IOException {
        return switch (json.token()) {
            case VALUE_NULL -> null;
            case START_OBJECT -> members(json);
            default -> EXPECTED.wrongType(json);
        };
    }

    private static List<SessionParam> members(JsonInput json) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        String name = json.nextMember();
        while (name != null) {
            member(json, name, values);
            name = json.nextMember();
        }
        List<SessionParam> params = new ArrayList<>(values.size());
        values.forEach((paramName, value) -> params.add(new SessionParam(paramName, value)));
        return params.isEmpty() ? null : params;
    }

    private static void member(JsonInput json, String name, Map<String, String> values) throws IOException {
        String value = TextReader.content(json);
        String key = value == null ? null : TextReader.nameInLimit(json, TextReader.storable(json, name));
        if (key == null) {
            return;
        }
        String former = values.put(key, value);
        if (former != null && !former.equals(value)) {
            json.reject(
                    RejectReason.DUPLICATE_NAME, "expected the name once, found a second value; this one was taken");
        }
    }
}
