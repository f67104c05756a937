package io.botledger.load;

import io.botledger.model.Conversation;
import io.botledger.model.ExportRecord;
import io.botledger.model.Reject;
import java.util.ArrayList;
import java.util.List;

/**
 * Records that follow each other in a file, as many as are written at a time. Grows in one thread, then never changes.
 *
 * <p>Its weight tells about how many bytes of memory it takes. The bytes of the file alone do not: two of them can become a
 * reject of 215 bytes, three of them an item of a list of 40.
 */
final class RecordBatch {
    private static final int MAX_RECORDS = 1_000;
    private static final long MAX_WEIGHT = 2 * 1024 * 1024;
    private static final int ITEM_WEIGHT = 48;
    /** Beside the characters of its texts. */
    private static final int REJECT_WEIGHT = 128;

    private final List<ExportRecord> records = new ArrayList<>();
    private long weight;

    void add(ExportRecord record) {
        records.add(record);
        weight += weight(record);
    }

    /** Whether nothing more should be added; the record that filled it may have made it much larger. */
    boolean isFull() {
        return records.size() >= MAX_RECORDS || weight >= MAX_WEIGHT;
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    List<ExportRecord> records() {
        return records;
    }

    /** About how many bytes of memory the records take. */
    long weight() {
        return weight;
    }

    private static long weight(ExportRecord record) {
        long weight = record.byteCount();
        for (Reject reject : record.rejects()) {
            weight +=
                    REJECT_WEIGHT + reject.pointer().length() + reject.message().length();
        }
        return record.rejected() ? weight : weight + ITEM_WEIGHT * items(record.conversation());
    }

    private static long items(Conversation conversation) {
        return (long) conversation.labels().size()
                + conversation.sessionParams().size()
                + conversation.intentReplies().size()
                + conversation.triggeredReplies().size()
                + conversation.segments().size()
                + conversation.procedures().size()
                + conversation.useCases().size()
                + conversation.knowledgeSources().size();
    }
}
