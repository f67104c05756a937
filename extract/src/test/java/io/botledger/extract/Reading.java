package io.botledger.extract;

import io.botledger.extract.ReaderSettings.OnTruncated;
import io.botledger.model.Conversation;
import io.botledger.model.ExportRecord;
import io.botledger.model.Reject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Reads what a test has in its hands, and tells it in short. */
final class Reading {
    static final ReaderSettings REJECTING = new ReaderSettings(16L << 20, 100, 64L << 30, OnTruncated.REJECT);

    private Reading() {}

    static List<ExportRecord> records(byte[] file, ReaderSettings settings) {
        List<ExportRecord> records = new ArrayList<>();
        try (ExportReader reader = ExportReader.over(new ByteArrayInputStream(file), "test.json", settings)) {
            reader.forEachRemaining(records::add);
        }
        return records;
    }

    static List<ExportRecord> records(String file) {
        return records(utf8(file), ReaderSettings.defaults());
    }

    /** The id of each conversation, the reason of each rejected record. */
    static List<String> outcomes(List<ExportRecord> records) {
        return records.stream().map(Reading::outcome).toList();
    }

    static List<String> outcomes(String file) {
        return outcomes(records(file));
    }

    static ExportRecord one(String file) {
        List<ExportRecord> records = records(file);
        if (records.size() != 1) {
            throw new AssertionError(records.size() + " records");
        }
        return records.get(0);
    }

    /** Reads one conversation with these members beside its id. */
    static ExportRecord with(String members) {
        return one("{\"conversation_id\":\"c\"," + members + "}");
    }

    static Conversation conversationWith(String members) {
        ExportRecord record = with(members);
        if (!record.rejects().isEmpty()) {
            throw new AssertionError(record.rejects().toString());
        }
        return record.conversation();
    }

    /** Each reject as reason, pointer and message. */
    static List<String> rejects(ExportRecord record) {
        return record.rejects().stream().map(Reading::told).toList();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(deflated)) {
            gzip.write(content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return deflated.toByteArray();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        Stream.of(parts).forEach(whole::writeBytes);
        return whole.toByteArray();
    }

    private static String told(Reject reject) {
        return reject.reason().code() + " " + reject.pointer() + ": " + reject.message();
    }

    private static String outcome(ExportRecord record) {
        return record.rejected()
                ? record.rejects().get(0).reason().code()
                : record.conversation().conversationId();
    }
}
