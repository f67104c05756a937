package io.botledger.extract;

import java.util.function.Function;

/** Every field of a conversation that botledger knows, with all the names that exports give it. */
final class ConversationFields {
    private static final int OLDER_NAME = 0;
    private static final int NEWER_NAME = 1;

    private final FieldTable<ConversationDraft> table = new FieldTable<>();

    private ConversationFields() {}

    /** A table of its own for each reader, since the readers of lists work on drafts of their own. */
    static FieldTable<ConversationDraft> table() {
        ConversationFields fields = new ConversationFields();
        fields.addTexts();
        fields.addFlagsAndTimes();
        fields.addCounts();
        fields.addLists();
        return fields.table;
    }

    private void addTexts() {
        name("bot_id", draft -> draft.botId);
        name("bot_name", draft -> draft.botName);
        name("platform_conversation_id", draft -> draft.platformConversationId);
        name("language", draft -> draft.language);
        name("channel", draft -> draft.channel);
        name("conversation_type", draft -> draft.conversationType);
        name("conversation_status", draft -> draft.status);
        name("last_resolution", draft -> draft.lastResolution);
        name("automated_resolution", draft -> draft.automatedResolution);
        name("resolution_tier", draft -> draft.resolutionTier);
        name("rbp_status_name", draft -> draft.rbpStatusName);
        table.field("conversation_id", draft -> draft.conversationId, ConversationIdReader::id)
                .field(
                        "automated_resolution_reasoning",
                        draft -> draft.automatedResolutionReasoning,
                        TextReader::longText);
    }

    private void addFlagsAndTimes() {
        table.field("test_mode", draft -> draft.testMode, BooleanReader::bool)
                .field("is_llm_conversation", draft -> draft.llmConversation, BooleanReader::bool)
                .field("has_knowledge_response_attempt", draft -> draft.knowledgeResponseAttempt, BooleanReader::bool)
                .field("conversation_start_time", draft -> draft.startedAt, InstantReader::instant)
                .field("conversation_end_time", draft -> draft.endedAt, InstantReader::instant)
                .field("session_ended_timestamp", draft -> draft.sessionEndedAt, InstantReader::instant);
    }

    private void addCounts() {
        table.field("bot_messages_count", draft -> draft.botMessages, CountReader::count)
                .field("visitor_messages_count", draft -> draft.visitorMessages, CountReader::count)
                .field("not_understood_messages_count", draft -> draft.notUnderstoodMessages, CountReader::count);
        knowledge("notUnderstood", draft -> draft.knowledgeNotUnderstood);
        knowledge("notUndestood", draft -> draft.knowledgeNotUnderstood);
        knowledge("responseGenerated", draft -> draft.knowledgeResponseGenerated);
        knowledge("errorOccurred", draft -> draft.knowledgeErrorOccurred);
        knowledge("escalationRequired", draft -> draft.knowledgeEscalationRequired);
        knowledge("fallback", draft -> draft.knowledgeFallback);
    }

    private void addLists() {
        SessionParamsReader params = new SessionParamsReader();
        table.field("labels", draft -> draft.labels, TextListReader.ofTexts())
                .field("segments", draft -> draft.segments, TextListReader.ofNamedObjects())
                .field("triggered_procedures", draft -> draft.procedures, TextListReader.ofNamedObjects())
                .field("triggered_use_cases", draft -> draft.useCases, TextListReader.ofNamedObjects())
                .field("conversations_data", draft -> draft.sessionParams, params)
                .field("conversation_data", draft -> draft.sessionParams, params)
                .field(
                        "triggered_intent_replies",
                        draft -> draft.intentReplies,
                        new ItemListReader<>(new IntentReplyReader()))
                .field(
                        "triggered_replies",
                        draft -> draft.triggeredReplies,
                        new ItemListReader<>(new TriggeredReplyReader()))
                .field(
                        "knowledge_sources",
                        draft -> draft.knowledgeSources,
                        new ItemListReader<>(new KnowledgeSourceReader()));
    }

    private void name(String name, Function<ConversationDraft, Slot<String>> slot) {
        table.field(name, slot, TextReader::name);
    }

    /** Version 2 of the API says llm, version 3 knowledge. */
    private void knowledge(String outcome, Function<ConversationDraft, Slot<Integer>> slot) {
        table.field("llm_" + outcome + "_count", slot, CountReader::count, OLDER_NAME);
        table.field("knowledge_" + outcome + "_count", slot, CountReader::count, NEWER_NAME);
    }
}
