package io.botledger.reports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;

/** {@link ReportFormat#JSON}. */
final class JsonRowWriter implements RowWriter {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final Writer writer;
    private JsonGenerator json;
    private List<ReportColumn> columns;
    private boolean empty = true;

    JsonRowWriter(Writer writer) {
        this.writer = writer;
    }

    @Override
    public void begin(List<ReportColumn> shown) throws IOException {
        columns = shown;
        writer.write("[");
        json = FACTORY.createGenerator(writer);
        json.setPrettyPrinter(new MinimalPrettyPrinter(",\n"));
    }

    @Override
    public void row(List<Object> values) throws IOException {
        if (empty) {
            writer.write("\n");
            empty = false;
        }
        json.writeStartObject();
        for (int i = 0; i < values.size(); i++) {
            json.writeFieldName(columns.get(i).name());
            write(values.get(i));
        }
        json.writeEndObject();
    }

    private void write(Object value) throws IOException {
        if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
    }

    @Override
    public List<String> end() throws IOException {
        json.flush();
        writer.write(empty ? "]\n" : "\n]\n");
        writer.flush();
        return List.of();
    }
}
