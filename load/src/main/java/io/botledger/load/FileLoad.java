package io.botledger.load;

import io.botledger.db.Dialect;
import io.botledger.model.BotledgerException;
import io.botledger.model.Conversation;
import io.botledger.model.ErrorCode;
import io.botledger.model.ExportFileName;
import io.botledger.model.ExportRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes the records of one file within one transaction, a batch at a time, in memory that does not grow with the file.
 */
final class FileLoad implements AutoCloseable {
    private final ExportFileName file;
    private final long loadKey;
    private final boolean live;
    private final LoadOptions options;
    private final Keys keys;
    private final Dictionaries dictionaries;
    private final RowWriter writer;
    private final ConversationRows rows;
    private final Precedence precedence;
    private final RejectBook rejects;
    private final LoadSpan span = new LoadSpan();

    /** Conversations of the batch by bot key and id; of a conversation that repeats, the last. */
    private final Map<Long, Map<String, Pending>> batch = new LinkedHashMap<>();

    private long read;
    private long loaded;
    private long repeated;
    private long outranked;

    private record Pending(Conversation conversation, long ordinal) {}

    /** @param live false for a version of the file that a later version outranks as a whole */
    FileLoad(
            Connection connection,
            Dialect dialect,
            Keys keys,
            Dictionaries dictionaries,
            FreshBots freshBots,
            LoadOptions options,
            ExportFileName file,
            long loadKey,
            boolean live) {
        this.file = file;
        this.loadKey = loadKey;
        this.live = live;
        this.options = options;
        this.keys = keys;
        this.dictionaries = dictionaries;
        this.writer = RowWriter.on(dialect, connection);
        this.rows = new ConversationRows(writer, dictionaries);
        this.precedence = new Precedence(connection, writer, freshBots, file, loadKey, live);
        this.rejects = new RejectBook(writer, loadKey, options.onBadValue());
    }

    Precedence precedence() {
        return precedence;
    }

    RejectBook rejects() {
        return rejects;
    }

    LoadSpan span() {
        return span;
    }

    /** Writes all records; on return they are in the database, uncommitted. */
    LoadCounts write(ReadAhead records) throws SQLException {
        for (RecordBatch next = records.next(); next != null; next = records.next()) {
            for (ExportRecord record : next.records()) {
                take(record);
            }
            writeBatch();
        }
        writer.flush();
        if (options.maxRejects().exceededBy(rejects.rejectedRecords(), read)) {
            throw tooManyRejects();
        }
        return new LoadCounts(read, loaded, repeated, outranked, rejects.rejectedRecords(), rejects.rejectedValues());
    }

    private void take(ExportRecord record) throws SQLException {
        read++;
        if (!record.rejects().isEmpty() && rejects.book(record)) {
            if (options.maxRejects().exceededBy(rejects.rejectedRecords())) {
                throw tooManyRejects();
            }
            return;
        }
        Conversation conversation = record.conversation();
        String botId = conversation.botId() == null ? file.botId() : conversation.botId();
        Pending earlier = batch.computeIfAbsent(dictionaries.bots.key(botId), unused -> new LinkedHashMap<>())
                .put(conversation.conversationId(), new Pending(conversation, record.ordinal()));
        if (earlier != null) {
            repeated++;
        }
    }

    private void writeBatch() throws SQLException {
        for (Map.Entry<Long, Map<String, Pending>> ofBot : batch.entrySet()) {
            writeBatch(ofBot.getKey(), ofBot.getValue());
        }
        writer.endBatch();
        dictionaries.storeNew();
        batch.clear();
    }

    private void writeBatch(long botKey, Map<String, Pending> conversations) throws SQLException {
        Precedence.Meeting meeting = precedence.meet(botKey, conversations.keySet());
        repeated += meeting.repeatedCurrent() + meeting.repeatedOutranked();
        loaded -= meeting.repeatedCurrent();
        outranked -= meeting.repeatedOutranked();
        for (Pending pending : conversations.values()) {
            boolean current =
                    live && !meeting.outranked().contains(pending.conversation().conversationId());
            loaded += current ? 1 : 0;
            outranked += current ? 0 : 1;
            long key = keys.next();
            span.add(key, pending.conversation(), file.exportDate());
            rows.write(
                    key,
                    botKey,
                    current,
                    pending.conversation(),
                    new ConversationRows.Origin(loadKey, pending.ordinal(), file.exportDate()));
        }
    }

    private BotledgerException tooManyRejects() {
        return new BotledgerException(
                ErrorCode.TOO_MANY_REJECTS,
                file.format() + ": " + rejects.rejectedRecords() + " of the first " + read
                        + " records were rejected, allowed are " + options.maxRejects()
                        + "; see botledger rejects for the reasons, mend the file or raise --max-rejects");
    }

    @Override
    public void close() throws SQLException {
        writer.close();
    }
}
