package io.botledger.sample;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.botledger.model.Conversation;
import io.botledger.sample.SampleSettings.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.function.LongConsumer;
import java.util.zip.GZIPOutputStream;

/** Writes the content of one export file. */
final class ExportFileWriter {
    private static final int PROGRESS_STEP = 1_000;
    private static final int GZIP_BUFFER_BYTES = 64 * 1024;
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .rootValueSeparator("")
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final SampleSettings settings;
    private final LongConsumer progress;

    ExportFileWriter(SampleSettings settings, LongConsumer progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /** Leaves the stream open. */
    void write(Iterator<Conversation> conversations, OutputStream out) throws IOException {
        if (settings.gzip()) {
            GZIPOutputStream gzip = new GZIPOutputStream(out, GZIP_BUFFER_BYTES);
            writePlain(conversations, gzip);
            gzip.finish();
        } else {
            writePlain(conversations, out);
        }
        out.flush();
    }

    private void writePlain(Iterator<Conversation> conversations, OutputStream out) throws IOException {
        boolean array = settings.shape() == Shape.ARRAY;
        try (JsonGenerator json = JSON.createGenerator(out)) {
            if (array) {
                json.writeStartArray();
            }
            writeRecords(conversations, json);
            if (array) {
                json.writeEndArray();
            }
        }
    }

    private void writeRecords(Iterator<Conversation> conversations, JsonGenerator json) throws IOException {
        RecordWriter records = new RecordWriter(JSON, json, settings);
        int unreported = 0;
        while (conversations.hasNext()) {
            records.write(conversations.next());
            json.writeRaw('\n');
            if (++unreported == PROGRESS_STEP) {
                progress.accept(unreported);
                unreported = 0;
            }
        }
        if (unreported > 0) {
            progress.accept(unreported);
        }
    }
}
