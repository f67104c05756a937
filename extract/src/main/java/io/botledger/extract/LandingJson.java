package io.botledger.extract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The small files beside the exports: one JSON object of texts and lists of texts. What can't be read is as good as absent:
 * everything in them can be found out again.
 */
final class LandingJson {
    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_DEPTH = 4;
    private static final JsonFactory JSON = JsonFormat.ofRecords(MAX_DEPTH);

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, List<String>> lists = new LinkedHashMap<>();

    /** Leaves a null out. */
    LandingJson put(String name, Object value) {
        if (value != null) {
            texts.put(name, value.toString());
        }
        return this;
    }

    LandingJson putList(String name, List<String> values) {
        lists.put(name, values);
        return this;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    List<String> list(String name) {
        return lists.getOrDefault(name, List.of());
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            for (Map.Entry<String, String> text : texts.entrySet()) {
                json.writeStringField(text.getKey(), text.getValue());
            }
            for (Map.Entry<String, List<String>> list : lists.entrySet()) {
                json.writeFieldName(list.getKey());
                json.writeArray(
                        list.getValue().toArray(String[]::new),
                        0,
                        list.getValue().size());
            }
            json.writeEndObject();
        } catch (IOException neverOfAnArray) {
            throw new UncheckedIOException(neverOfAnArray);
        }
        return bytes.toByteArray();
    }

    /** Reads a file; empty if it is missing, too large, or not of this form to its last byte. */
    static Optional<LandingJson> read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
                return Optional.empty();
            }
            return parse(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<LandingJson> parse(byte[] bytes) throws IOException {
        LandingJson read = new LandingJson();
        try (JsonParser json = JSON.createParser(bytes)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                read.member(json);
            }
            return json.nextToken() == null ? Optional.of(read) : Optional.empty();
        }
    }

    private void member(JsonParser json) throws IOException {
        String name = json.currentName();
        if (json.nextToken() == JsonToken.START_ARRAY) {
            List<String> values = new ArrayList<>();
            while (json.nextToken() == JsonToken.VALUE_STRING) {
                values.add(json.getText());
            }
            lists.put(name, values);
        } else {
            texts.put(name, json.getText());
        }
    }
}
