package io.botledger.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.model.AutomatedResolution;
import io.botledger.model.Conversation;
import io.botledger.model.ExportRecord;
import io.botledger.model.KnowledgeCounts;
import io.botledger.model.MessageCounts;
import io.botledger.model.Reject;
import io.botledger.model.RejectReason;
import io.botledger.model.TriggeredReply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Files of few bytes that become many objects are read in a process that has little memory. */
class SmallHeapTest {
    private static final int RECORDS = 1_000;
    private static final int REJECTS = 1_000;
    private static final int ITEMS = 10_000;

    @Test
    void recordsFullOfRejectsAndOfItemsFitIntoFortyMegabytes() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx40m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeapTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(output.lines())
                .containsExactly(
                        (long) RECORDS * REJECTS + " rejects, 0 items",
                        "0 rejects, " + (long) RECORDS * ITEMS + " items");
        assertThat(process.waitFor()).isZero();
    }

    /** What runs in the process of little memory. */
    public static void main(String[] arguments) {
        System.out.println(read(SmallHeapTest::fullOfRejects));
        System.out.println(read(SmallHeapTest::fullOfItems));
    }

    private static String read(LongFunction<ExportRecord> record) {
        long rejects = 0;
        long items = 0;
        try (ReadAhead ahead = ReadAhead.of(() -> new TestExport.Reader(
                LongStream.rangeClosed(1, RECORDS).mapToObj(record).iterator()))) {
            for (RecordBatch batch = ahead.next(); batch != null; batch = ahead.next()) {
                for (ExportRecord next : batch.records()) {
                    rejects += next.rejects().size();
                    items += next.conversation().triggeredReplies().size();
                }
            }
        }
        return rejects + " rejects, " + items + " items";
    }

    /** As read from {@code {"conversation_id":"c","triggered_replies":[1,1,…]}}. */
    private static ExportRecord fullOfRejects(long ordinal) {
        List<Reject> rejects = new ArrayList<>();
        for (int i = 0; i < REJECTS; i++) {
            String pointer = "/triggered_replies/" + i;
            String message = "expected a reply as object or text, found number " + i;
            rejects.add(new Reject(Reject.Kind.VALUE, pointer, RejectReason.WRONG_TYPE, message));
        }
        return new ExportRecord(ordinal, 0, 50 + 2L * REJECTS, conversation(List.of()), rejects, "ab".repeat(32));
    }

    /** As read from {@code {"conversation_id":"c","triggered_replies":[{},{},…]}}. */
    private static ExportRecord fullOfItems(long ordinal) {
        List<TriggeredReply> replies = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            replies.add(new TriggeredReply(null, null, null, null, null, null, null));
        }
        return new ExportRecord(ordinal, 0, 50 + 3L * ITEMS, conversation(replies), List.of(), null);
    }

    private static Conversation conversation(List<TriggeredReply> replies) {
        return new Conversation(
                "c",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new MessageCounts(null, null, null),
                new KnowledgeCounts(null, null, null, null, null),
                new AutomatedResolution(null, null, null),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                replies,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
