package io.botledger.sample;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.botledger.model.SessionParam;
import io.botledger.sample.SampleSettings.Values;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** Writes the lists of a record, as JSON or as strings that hold JSON. */
final class ListWriter {
    private final FieldWriter fields;
    private final Values values;
    private final StringWriter buffer = new StringWriter();
    private final FieldWriter nested;

    ListWriter(FieldWriter fields, JsonFactory factory, SampleSettings settings) throws IOException {
        this.fields = fields;
        this.values = settings.values();
        this.nested = new FieldWriter(factory.createGenerator(buffer), settings);
    }

    /** Writes one element of a list to the writer it is given. */
    @FunctionalInterface
    interface Element<T> {
        void write(FieldWriter to, T element) throws IOException;
    }

    void texts(Field field, List<String> texts) throws IOException {
        list(field, texts, (to, text) -> to.json().writeString(text));
    }

    /** Leaves an empty list out in every spelling of values. */
    <T> void optional(Field field, List<T> elements, Element<T> element) throws IOException {
        if (!elements.isEmpty()) {
            list(field, elements, element);
        }
    }

    void optionalTexts(Field field, List<String> texts) throws IOException {
        optional(field, texts, (to, text) -> to.json().writeString(text));
    }

    <T> void list(Field field, List<T> elements, Element<T> element) throws IOException {
        if (values == Values.TYPED) {
            fields.name(field);
            array(fields, elements, element);
        } else if (!elements.isEmpty()) {
            array(nested, elements, element);
            fields.text(field, takeNested());
        }
    }

    private static <T> void array(FieldWriter to, List<T> elements, Element<T> element) throws IOException {
        to.json().writeStartArray();
        for (T each : elements) {
            element.write(to, each);
        }
        to.json().writeEndArray();
    }

    /** A string that holds one JSON object, in every spelling of values. */
    void sessionParams(List<SessionParam> params) throws IOException {
        JsonGenerator json = nested.json();
        json.writeStartObject();
        for (SessionParam param : params) {
            json.writeFieldName(param.name());
            if (SessionParams.isLiteral(param)) {
                json.writeRawValue(param.value());
            } else {
                json.writeString(param.value());
            }
        }
        json.writeEndObject();
        fields.text(Field.CONVERSATIONS_DATA, takeNested());
    }

    private String takeNested() throws IOException {
        nested.json().flush();
        String text = buffer.toString();
        buffer.getBuffer().setLength(0);
        return text;
    }
}
