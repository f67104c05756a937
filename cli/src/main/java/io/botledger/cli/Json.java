package io.botledger.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.io.IOException;
import java.io.PrintStream;
import java.util.function.Consumer;

/** Writes results as JSON: lower snake case names, times and days in ISO 8601. */
final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private Json() {}

    static void print(PrintStream out, Object value) {
        try {
            out.println(MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result could not be written as JSON", e);
        }
    }

    /** Writes one object whose members are lists, element by element, whatever their length. */
    static final class Stream implements AutoCloseable {
        private final PrintStream out;
        private final JsonGenerator generator;

        Stream(PrintStream out) {
            this.out = out;
            try {
                generator = MAPPER.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
                generator.useDefaultPrettyPrinter().writeStartObject();
            } catch (IOException e) {
                throw failed(e);
            }
        }

        /** Writes a list; the caller is handed what takes its elements. */
        void list(String name, Consumer<Consumer<Object>> elements) {
            try {
                generator.writeArrayFieldStart(name);
                elements.accept(this::element);
                generator.writeEndArray();
            } catch (IOException e) {
                throw failed(e);
            }
        }

        private void element(Object value) {
            try {
                generator.writePOJO(value);
            } catch (IOException e) {
                throw failed(e);
            }
        }

        @Override
        public void close() {
            try {
                generator.writeEndObject();
                generator.close();
                out.println();
            } catch (IOException e) {
                throw failed(e);
            }
        }

        private static BotledgerException failed(IOException e) {
            return new BotledgerException(ErrorCode.ENVIRONMENT, "the result can't be written: " + e.getMessage(), e);
        }
    }
}
