package io.botledger.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.botledger.extract.RecordSlice.Kind;
import io.botledger.model.Conversation;
import io.botledger.model.ExportRecord;
import io.botledger.model.RejectReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Makes of a record that was cut out of a file a conversation or a reject. */
final class RecordReader {
    private final ReaderSettings settings;
    private final ConversationParser parser;
    private final Rejects rejects;

    RecordReader(ReaderSettings settings, ConversationParser parser) {
        this.settings = settings;
        this.parser = parser;
        rejects = parser.rejects();
    }

    ExportRecord read(RecordSlice slice) {
        rejects.clear();
        Conversation conversation = null;
        switch (slice.kind()) {
            case PLAIN -> conversation = slice.conversation();
            case NOT_PLAIN, VALUE -> conversation = parsed(slice);
            case BROKEN_LINE -> reject(RejectReason.BROKEN_JSON, "the rest of the record", "the end of its line");
            case TOO_DEEP ->
                reject(
                        RejectReason.TOO_DEEP,
                        "at most " + settings.maxDepth() + " levels of nesting",
                        String.valueOf(slice.depth()));
            case TOO_LARGE ->
                reject(
                        RejectReason.RECORD_TOO_LARGE,
                        "at most " + settings.maxRecordBytes() + " bytes",
                        String.valueOf(slice.byteCount()));
            case TRUNCATED ->
                reject(
                        RejectReason.TRUNCATED,
                        slice.byteCount() == 0 ? "the rest of the file" : "the rest of the record",
                        "the end of the file");
        }
        String sha256 = rejects.isEmpty() ? null : slice.sha256();
        return new ExportRecord(
                slice.ordinal(), slice.byteOffset(), slice.byteCount(), conversation, rejects.all(), sha256);
    }

    private Conversation parsed(RecordSlice slice) {
        try {
            return slice.kind() == Kind.NOT_PLAIN
                    ? parser.parseByJackson(slice.bytes(), slice.from(), slice.length())
                    : parser.parse(slice.bytes(), slice.from(), slice.length());
        } catch (IOException broken) {
            rejects.clear();
            return parsedAsUtf8(slice, broken);
        }
    }

    private Conversation parsedAsUtf8(RecordSlice slice, IOException broken) {
        byte[] replaced = new String(slice.bytes(), slice.from(), slice.length(), StandardCharsets.UTF_8)
                .getBytes(StandardCharsets.UTF_8);
        int behind = slice.from() + slice.length();
        if (Arrays.equals(replaced, 0, replaced.length, slice.bytes(), slice.from(), behind)) {
            reject(RejectReason.BROKEN_JSON, "one JSON value", "something else" + place(broken));
            return null;
        }
        rejects.value("", RejectReason.TEXT_REPLACED, "expected UTF-8, found other bytes; replaced by U+FFFD");
        try {
            return parser.parse(replaced, 0, replaced.length);
        } catch (IOException brokenAnyway) {
            reject(RejectReason.BROKEN_JSON, "one JSON value in UTF-8", "something else");
            return null;
        }
    }

    private void reject(RejectReason reason, String expected, String found) {
        rejects.record("", reason, "expected " + expected + ", found " + found);
    }

    private static String place(IOException broken) {
        return broken instanceof JsonProcessingException syntax && syntax.getLocation() != null
                ? " at byte " + syntax.getLocation().getByteOffset() + " of the record"
                : "";
    }
}
