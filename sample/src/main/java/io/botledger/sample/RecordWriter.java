package io.botledger.sample;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.botledger.model.AutomatedResolution;
import io.botledger.model.Conversation;
import io.botledger.model.IntentReply;
import io.botledger.model.KnowledgeCounts;
import io.botledger.model.TriggeredReply;
import io.botledger.sample.SampleSettings.KeyCase;
import io.botledger.sample.SampleSettings.Schema;
import java.io.IOException;
import java.util.Locale;

/** Writes one conversation as one JSON object. */
final class RecordWriter {
    private final JsonFactory factory;
    private final SampleSettings settings;
    private final FieldWriter fields;
    private final ListWriter lists;

    RecordWriter(JsonFactory factory, JsonGenerator json, SampleSettings settings) throws IOException {
        this.factory = factory;
        this.settings = settings;
        this.fields = new FieldWriter(json, settings);
        this.lists = new ListWriter(fields, factory, settings);
    }

    void write(Conversation conversation) throws IOException {
        fields.json().writeStartObject();
        identity(conversation);
        outcome(conversation);
        counts(conversation);
        if (settings.schema() == Schema.V3) {
            details(conversation);
        }
        extra(conversation.extra());
        fields.json().writeEndObject();
    }

    private void identity(Conversation conversation) throws IOException {
        fields.text(Field.BOT_ID, conversation.botId());
        fields.text(Field.BOT_NAME, conversation.botName());
        fields.text(Field.CONVERSATION_ID, conversation.conversationId());
        fields.text(Field.PLATFORM_CONVERSATION_ID, conversation.platformConversationId());
        fields.time(Field.CONVERSATION_START_TIME, conversation.startedAt());
        fields.time(Field.CONVERSATION_END_TIME, conversation.endedAt());
        fields.text(Field.LANGUAGE, conversation.language());
        fields.text(Field.CHANNEL, conversation.channel());
        lists.texts(Field.LABELS, conversation.labels());
        lists.sessionParams(conversation.sessionParams());
        fields.flag(Field.TEST_MODE, conversation.testMode());
    }

    private void outcome(Conversation conversation) throws IOException {
        fields.text(Field.CONVERSATION_STATUS, conversation.status());
        fields.text(Field.LAST_RESOLUTION, conversation.lastResolution());
        lists.list(Field.TRIGGERED_REPLIES, conversation.triggeredReplies(), RecordWriter::reply);
        lists.list(Field.TRIGGERED_INTENT_REPLIES, conversation.intentReplies(), RecordWriter::intent);
        fields.flag(Field.IS_LLM_CONVERSATION, conversation.llmConversation());
    }

    private static void reply(FieldWriter to, TriggeredReply reply) throws IOException {
        to.json().writeStartObject();
        to.time(Field.REPLY_TIMESTAMP, reply.replyAt());
        to.text(Field.REPLY_ID, reply.replyId());
        to.text(Field.REPLY_LANGUAGE, reply.replyLanguage());
        to.text(Field.REPLY_NAME, reply.replyName());
        to.text(Field.REPLY_TYPE, reply.replyType());
        to.text(Field.INTENT_ID, reply.intentId());
        to.json().writeEndObject();
    }

    private static void intent(FieldWriter to, IntentReply intent) throws IOException {
        to.json().writeStartObject();
        to.time(Field.INTENT_TIMESTAMP, intent.intentAt());
        to.text(Field.INTENT_ID, intent.intentId());
        to.text(Field.INTENT_NAME, intent.intentName());
        to.flag(Field.NOT_MEANINGFUL, intent.notMeaningful());
        to.json().writeEndObject();
    }

    private void counts(Conversation conversation) throws IOException {
        KnowledgeCounts counts = conversation.knowledgeCounts();
        boolean v3 = settings.schema() == Schema.V3;
        fields.count(v3 ? Field.KNOWLEDGE_NOT_UNDERSTOOD : Field.LLM_NOT_UNDERSTOOD, counts.notUnderstood());
        fields.count(
                v3 ? Field.KNOWLEDGE_RESPONSE_GENERATED : Field.LLM_RESPONSE_GENERATED, counts.responseGenerated());
        fields.count(v3 ? Field.KNOWLEDGE_ERROR_OCCURRED : Field.LLM_ERROR_OCCURRED, counts.errorOccurred());
        fields.count(
                v3 ? Field.KNOWLEDGE_ESCALATION_REQUIRED : Field.LLM_ESCALATION_REQUIRED, counts.escalationRequired());
        fields.count(v3 ? Field.KNOWLEDGE_FALLBACK : Field.LLM_FALLBACK, counts.fallback());
        fields.count(Field.BOT_MESSAGES_COUNT, conversation.messageCounts().bot());
        fields.count(Field.VISITOR_MESSAGES_COUNT, conversation.messageCounts().visitor());
        fields.count(
                Field.NOT_UNDERSTOOD_MESSAGES_COUNT,
                conversation.messageCounts().notUnderstood());
    }

    private void details(Conversation conversation) throws IOException {
        fields.text(Field.CONVERSATION_TYPE, conversation.conversationType());
        fields.time(Field.SESSION_ENDED_TIMESTAMP, conversation.sessionEndedAt());
        AutomatedResolution verdict = conversation.automatedResolution();
        if (verdict.resolution() != null) {
            fields.flag(Field.AUTOMATED_RESOLUTION, Boolean.valueOf(verdict.resolution()));
        }
        fields.text(Field.AUTOMATED_RESOLUTION_REASONING, verdict.reasoning());
        fields.text(Field.RESOLUTION_TIER, verdict.tier());
        fields.flag(Field.HAS_KNOWLEDGE_RESPONSE_ATTEMPT, conversation.knowledgeResponseAttempt());
        fields.text(Field.RBP_STATUS_NAME, conversation.rbpStatusName());
        lists.optionalTexts(Field.SEGMENTS, conversation.segments());
        lists.optionalTexts(Field.TRIGGERED_PROCEDURES, conversation.procedures());
        lists.optionalTexts(Field.TRIGGERED_USE_CASES, conversation.useCases());
        lists.optional(Field.KNOWLEDGE_SOURCES, conversation.knowledgeSources(), (to, source) -> {
            to.json().writeStartObject();
            to.text(Field.ARTICLE_NAME, source.articleName());
            to.json().writeEndObject();
        });
    }

    /** Unknown fields hold strings alone, since a number could not be told from a string where all values are strings. */
    private void extra(String json) throws IOException {
        if (json == null) {
            return;
        }
        try (JsonParser members = factory.createParser(json)) {
            members.nextToken();
            while (members.nextToken() == JsonToken.FIELD_NAME) {
                String name = members.currentName();
                fields.json()
                        .writeStringField(
                                settings.keys() == KeyCase.UPPER ? name.toUpperCase(Locale.ROOT) : name,
                                members.nextTextValue());
            }
        }
    }
}
