package io.botledger.sample;

import com.fasterxml.jackson.core.JsonGenerator;
import io.botledger.sample.SampleSettings.KeyCase;
import io.botledger.sample.SampleSettings.Values;
import java.io.IOException;
import java.time.Instant;

/** Writes single fields of an object in the spelling of the settings. What is null is left out. */
final class FieldWriter {
    private final JsonGenerator json;
    private final KeyCase keys;
    private final Values values;

    FieldWriter(JsonGenerator json, SampleSettings settings) {
        this.json = json;
        this.keys = settings.keys();
        this.values = settings.values();
    }

    JsonGenerator json() {
        return json;
    }

    void name(Field field) throws IOException {
        json.writeFieldName(field.in(keys));
    }

    void text(Field field, String value) throws IOException {
        if (value != null) {
            name(field);
            json.writeString(value);
        }
    }

    void flag(Field field, Boolean value) throws IOException {
        if (value != null) {
            name(field);
            if (values == Values.TYPED) {
                json.writeBoolean(value);
            } else {
                json.writeString(value.toString());
            }
        }
    }

    void count(Field field, Integer value) throws IOException {
        if (value != null) {
            name(field);
            if (values == Values.TYPED) {
                json.writeNumber(value);
            } else {
                json.writeString(value.toString());
            }
        }
    }

    void time(Field field, Instant value) throws IOException {
        if (value != null) {
            text(field, values == Values.TYPED ? TimeText.iso(value) : TimeText.warehouse(value));
        }
    }
}
