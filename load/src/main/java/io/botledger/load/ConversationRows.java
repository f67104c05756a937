package io.botledger.load;

import io.botledger.model.AutomatedResolution;
import io.botledger.model.Conversation;
import io.botledger.model.IntentReply;
import io.botledger.model.KnowledgeCounts;
import io.botledger.model.KnowledgeSource;
import io.botledger.model.MessageCounts;
import io.botledger.model.SessionParam;
import io.botledger.model.TriggeredReply;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Normalizes: one conversation becomes its row and the rows of its lists. */
final class ConversationRows {
    /** What the row says beyond the conversation itself. */
    record Origin(long loadKey, long recordOrdinal, LocalDate exportDate) {}

    private final RowWriter writer;
    private final Dictionaries dictionaries;

    ConversationRows(RowWriter writer, Dictionaries dictionaries) {
        this.writer = writer;
        this.dictionaries = dictionaries;
    }

    void write(long key, long botKey, boolean current, Conversation conversation, Origin origin) throws SQLException {
        IntentPath path = new IntentPath(conversation.intentReplies(), dictionaries);
        writeConversation(key, botKey, current, conversation, path, origin);
        writeLabels(key, conversation.labels());
        writeSessionParams(key, conversation.sessionParams());
        writeIntentReplies(key, conversation.intentReplies(), path);
        writeTriggeredReplies(key, conversation.triggeredReplies());
        writeTexts(TargetTable.CONVERSATION_SEGMENTS, key, conversation.segments(), dictionaries.segments);
        writeTexts(TargetTable.CONVERSATION_PROCEDURES, key, conversation.procedures(), dictionaries.procedures);
        writeTexts(TargetTable.CONVERSATION_USE_CASES, key, conversation.useCases(), dictionaries.useCases);
        writeKnowledgeSources(key, conversation.knowledgeSources());
    }

    private void writeConversation(
            long key, long botKey, boolean current, Conversation c, IntentPath path, Origin origin)
            throws SQLException {
        writer.startRow(TargetTable.CONVERSATIONS);
        writer.bigint(key);
        writer.bigint(botKey);
        writer.text(c.conversationId());
        writer.bool(current ? true : null);
        writer.bigint(origin.loadKey());
        writer.bigint(origin.recordOrdinal());
        writer.date(origin.exportDate());
        writer.nullableBigint(c.botName() == null ? null : dictionaries.botNames.key(c.botName()));
        writer.text(c.platformConversationId());
        writer.instant(c.startedAt());
        writer.instant(c.endedAt());
        writer.instant(c.sessionEndedAt());
        writer.text(c.language());
        writer.text(c.channel());
        writer.text(c.conversationType());
        writer.bool(c.testMode());
        writer.bool(c.llmConversation());
        writer.text(c.status());
        writer.text(c.lastResolution());
        writeCounts(c.messageCounts(), c.knowledgeCounts());
        writer.bool(c.knowledgeResponseAttempt());
        writeVerdict(c.automatedResolution());
        writer.text(c.rbpStatusName());
        writer.text(c.extra());
        writer.nullableBigint(path.first());
        writer.nullableBigint(path.last());
        writer.nullableBigint(path.firstMeaningful());
        writer.nullableBigint(path.lastMeaningful());
        writer.endRow();
    }

    private void writeCounts(MessageCounts messages, KnowledgeCounts knowledge) throws SQLException {
        writer.nullableInteger(messages.bot());
        writer.nullableInteger(messages.visitor());
        writer.nullableInteger(messages.notUnderstood());
        writer.nullableInteger(knowledge.notUnderstood());
        writer.nullableInteger(knowledge.responseGenerated());
        writer.nullableInteger(knowledge.errorOccurred());
        writer.nullableInteger(knowledge.escalationRequired());
        writer.nullableInteger(knowledge.fallback());
    }

    private void writeVerdict(AutomatedResolution verdict) throws SQLException {
        writer.text(verdict.resolution());
        writer.text(verdict.reasoning());
        writer.text(verdict.tier());
    }

    private void writeLabels(long key, List<String> labels) throws SQLException {
        Set<String> written = new HashSet<>();
        int position = 0;
        for (String label : labels) {
            startListRow(TargetTable.CONVERSATION_LABELS, key, position);
            writer.bigint(dictionaries.labels.key(label));
            writer.bool(!written.add(label));
            writer.endRow();
            position++;
        }
    }

    private void writeTexts(TargetTable table, long key, List<String> texts, Dictionary<String> dictionary)
            throws SQLException {
        int position = 0;
        for (String text : texts) {
            startListRow(table, key, position++);
            writer.bigint(dictionary.key(text));
            writer.endRow();
        }
    }

    private void writeSessionParams(long key, List<SessionParam> params) throws SQLException {
        for (SessionParam param : params) {
            writer.startRow(TargetTable.SESSION_PARAMS);
            writer.bigint(key);
            writer.bigint(dictionaries.sessionParamNames.key(param.name()));
            writer.text(param.value());
            writer.endRow();
        }
    }

    private void writeIntentReplies(long key, List<IntentReply> replies, IntentPath path) throws SQLException {
        int position = 0;
        for (IntentReply reply : replies) {
            startListRow(TargetTable.INTENT_REPLIES, key, position);
            writer.bigint(path.key(position));
            writer.instant(reply.intentAt());
            writer.bool(reply.notMeaningful());
            writer.text(reply.extra());
            writer.nullableBigint(path.next(position));
            writer.bool(path.isRevisit(position));
            writer.endRow();
            position++;
        }
    }

    private void writeTriggeredReplies(long key, List<TriggeredReply> replies) throws SQLException {
        int position = 0;
        for (TriggeredReply reply : replies) {
            startListRow(TargetTable.TRIGGERED_REPLIES, key, position++);
            writer.bigint(dictionaries.replyKey(reply));
            writer.instant(reply.replyAt());
            writer.text(reply.extra());
            writer.endRow();
        }
    }

    private void writeKnowledgeSources(long key, List<KnowledgeSource> sources) throws SQLException {
        int position = 0;
        for (KnowledgeSource source : sources) {
            startListRow(TargetTable.CONVERSATION_KNOWLEDGE_SOURCES, key, position++);
            writer.bigint(dictionaries.knowledgeSources.key(source.articleName()));
            writer.text(source.extra());
            writer.endRow();
        }
    }

    private void startListRow(TargetTable table, long key, int position) throws SQLException {
        writer.startRow(table);
        writer.bigint(key);
        writer.integer(position);
    }
}
