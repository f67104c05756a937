package io.botledger.load;

import java.util.List;

/** The tables that are written in bulk, each with its columns in the order in which a row is written. */
enum TargetTable {
    CONVERSATIONS(
            "conversations",
            "conversation_key",
            "bot_key",
            "conversation_id",
            "is_current",
            "load_key",
            "record_ordinal",
            "export_date",
            "bot_name_key",
            "platform_conversation_id",
            "started_at",
            "ended_at",
            "session_ended_at",
            "language",
            "channel",
            "conversation_type",
            "test_mode",
            "is_llm_conversation",
            "conversation_status",
            "last_resolution",
            "bot_messages_count",
            "visitor_messages_count",
            "not_understood_messages_count",
            "knowledge_not_understood_count",
            "knowledge_response_generated_count",
            "knowledge_error_occurred_count",
            "knowledge_escalation_required_count",
            "knowledge_fallback_count",
            "has_knowledge_response_attempt",
            "automated_resolution",
            "automated_resolution_reasoning",
            "resolution_tier",
            "rbp_status_name",
            "extra",
            "first_intent_key",
            "last_intent_key",
            "first_meaningful_intent_key",
            "last_meaningful_intent_key"),
    CONVERSATION_LABELS("conversation_labels", "conversation_key", "position", "label_key", "is_repeat"),
    SESSION_PARAMS("session_params", "conversation_key", "session_param_name_key", "param_value"),
    INTENT_REPLIES(
            "intent_replies",
            "conversation_key",
            "position",
            "intent_key",
            "intent_at",
            "not_meaningful",
            "extra",
            "next_intent_key",
            "is_revisit"),
    TRIGGERED_REPLIES("triggered_replies", "conversation_key", "position", "reply_key", "reply_at", "extra"),
    CONVERSATION_SEGMENTS("conversation_segments", "conversation_key", "position", "segment_key"),
    CONVERSATION_PROCEDURES("conversation_procedures", "conversation_key", "position", "procedure_key"),
    CONVERSATION_USE_CASES("conversation_use_cases", "conversation_key", "position", "use_case_key"),
    CONVERSATION_KNOWLEDGE_SOURCES(
            "conversation_knowledge_sources", "conversation_key", "position", "knowledge_source_key", "extra"),
    ETL_REJECTS(
            "etl_rejects",
            "load_key",
            "reject_number",
            "kind",
            "record_ordinal",
            "byte_offset",
            "json_pointer",
            "reason",
            "message",
            "record_sha256");

    /** The tables whose rows belong to a conversation, which are taken away before the conversation itself. */
    static final List<TargetTable> LISTS = List.of(
            CONVERSATION_LABELS,
            SESSION_PARAMS,
            INTENT_REPLIES,
            TRIGGERED_REPLIES,
            CONVERSATION_SEGMENTS,
            CONVERSATION_PROCEDURES,
            CONVERSATION_USE_CASES,
            CONVERSATION_KNOWLEDGE_SOURCES);

    private final String tableName;
    private final String columnList;
    private final int columnCount;

    TargetTable(String tableName, String... columns) {
        this.tableName = "botledger." + tableName;
        this.columnList = String.join(", ", columns);
        this.columnCount = columns.length;
    }

    /** The qualified name. */
    String tableName() {
        return tableName;
    }

    int columnCount() {
        return columnCount;
    }

    String columnList() {
        return columnList;
    }
}
