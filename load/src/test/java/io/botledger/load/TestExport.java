package io.botledger.load;

import io.botledger.model.AutomatedResolution;
import io.botledger.model.Conversation;
import io.botledger.model.ExportFileName;
import io.botledger.model.ExportRecord;
import io.botledger.model.ExportRecords;
import io.botledger.model.FileContent;
import io.botledger.model.IntentReply;
import io.botledger.model.KnowledgeCounts;
import io.botledger.model.KnowledgeSource;
import io.botledger.model.LandedFile;
import io.botledger.model.MessageCounts;
import io.botledger.model.Reject;
import io.botledger.model.RejectReason;
import io.botledger.model.SessionParam;
import io.botledger.model.TriggeredReply;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A version of an export file, made by hand.
 *
 * @param name the file's name
 * @param minute when it landed, in minutes after the first of May 2024
 * @param records its records
 */
record TestExport(ExportFileName name, int minute, List<ExportRecord> records) {
    static final LocalDate DAY = LocalDate.of(2024, 5, 7);

    /** A file of bot {@code b}, on the given day after {@link #DAY}, whose records have the given ids. */
    static TestExport of(int day, int shard, int minute, String... ids) {
        List<ExportRecord> records = new ArrayList<>();
        for (String id : ids) {
            int ordinal = records.size() + 1;
            records.add(record(ordinal, conversation(id, day + "/" + shard + "/" + minute + "#" + ordinal)));
        }
        return new TestExport(new ExportFileName("b", DAY.plusDays(day), shard), minute, records);
    }

    static ExportRecord record(long ordinal, Conversation conversation) {
        return new ExportRecord(ordinal, (ordinal - 1) * 100, 100, conversation, List.of(), null);
    }

    static ExportRecord rejected(long ordinal) {
        Reject reject = new Reject(Reject.Kind.RECORD, "", RejectReason.NO_CONVERSATION_ID, "no conversation_id");
        return new ExportRecord(ordinal, (ordinal - 1) * 100, 100, null, List.of(reject), "ab".repeat(32));
    }

    static ExportRecord withBadValue(long ordinal, Conversation conversation) {
        Reject reject = new Reject(Reject.Kind.VALUE, "/bot_messages_count", RejectReason.NOT_READABLE, "no number");
        return new ExportRecord(ordinal, (ordinal - 1) * 100, 100, conversation, List.of(reject), "cd".repeat(32));
    }

    /** A conversation with something in every list; the marker tells which record of which version it is. */
    static Conversation conversation(String id, String marker) {
        Instant start = Instant.parse("2024-05-07T10:11:12.123456Z");
        return new Conversation(
                id,
                "b",
                "Bot “Ü”",
                marker,
                start,
                start.plusSeconds(90),
                null,
                "en",
                "chat",
                "text",
                false,
                true,
                "botHandled",
                "informed",
                new MessageCounts(3, 2, 0),
                new KnowledgeCounts(1, null, 0, 0, 2),
                new AutomatedResolution("true", "because \"so\"\n", "contained"),
                true,
                null,
                List.of("label " + marker, "common", "common"),
                List.of(new SessionParam("marker", marker), new SessionParam("empty", "")),
                List.of(
                        new IntentReply(start, "i1", "Greeting", true, null),
                        new IntentReply(null, null, "Order, \"status\"", null, "{\"x\":1}")),
                List.of(new TriggeredReply(start, "r1", "Hello 🙂", "text", "en", "i1", null)),
                List.of("vip"),
                List.of("refund"),
                List.of("orders"),
                List.of(new KnowledgeSource("How to return", null)),
                "{\"marker\":\"" + marker + "\"}");
    }

    LandedFile landed() {
        return landedIn("landing");
    }

    LandedFile landedIn(String folder) {
        Instant landedAt = Instant.parse("2024-05-01T00:00:00Z").plusSeconds(60L * minute);
        Path path = Path.of("/", folder, minute + "", name.format());
        return new LandedFile(path, name, records.size() * 100L, landedAt);
    }

    FileContent content() {
        return new FileContent(Hashes.sha256(name.format() + records), records.size() * 100L);
    }

    FileOutcome loadInto(LoadSession session) {
        return session.load(landed(), this::content, this::reader);
    }

    ExportRecords reader() {
        return new Reader(records.iterator());
    }

    /** Reads from memory. */
    record Reader(Iterator<ExportRecord> records) implements ExportRecords {
        @Override
        public boolean hasNext() {
            return records.hasNext();
        }

        @Override
        public ExportRecord next() {
            return records.next();
        }

        @Override
        public void close() {
            // Nothing to give back.
        }
    }
}
