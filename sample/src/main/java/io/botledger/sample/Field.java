package io.botledger.sample;

import io.botledger.sample.SampleSettings.KeyCase;
import java.util.Locale;

/** The names of fields, of the record and of the items of its lists. */
enum Field {
    BOT_ID,
    BOT_NAME,
    CONVERSATION_ID,
    PLATFORM_CONVERSATION_ID,
    CONVERSATION_START_TIME,
    CONVERSATION_END_TIME,
    LANGUAGE,
    CHANNEL,
    LABELS,
    CONVERSATIONS_DATA,
    TEST_MODE,
    CONVERSATION_STATUS,
    LAST_RESOLUTION,
    IS_LLM_CONVERSATION,
    BOT_MESSAGES_COUNT,
    VISITOR_MESSAGES_COUNT,
    NOT_UNDERSTOOD_MESSAGES_COUNT,
    LLM_NOT_UNDERSTOOD("llm_notUnderstood_count"),
    LLM_RESPONSE_GENERATED("llm_responseGenerated_count"),
    LLM_ERROR_OCCURRED("llm_errorOccurred_count"),
    LLM_ESCALATION_REQUIRED("llm_escalationRequired_count"),
    LLM_FALLBACK("llm_fallback_count"),
    KNOWLEDGE_NOT_UNDERSTOOD("knowledge_notUnderstood_count"),
    KNOWLEDGE_RESPONSE_GENERATED("knowledge_responseGenerated_count"),
    KNOWLEDGE_ERROR_OCCURRED("knowledge_errorOccurred_count"),
    KNOWLEDGE_ESCALATION_REQUIRED("knowledge_escalationRequired_count"),
    KNOWLEDGE_FALLBACK("knowledge_fallback_count"),
    TRIGGERED_INTENT_REPLIES,
    INTENT_TIMESTAMP,
    INTENT_ID,
    INTENT_NAME,
    NOT_MEANINGFUL,
    TRIGGERED_REPLIES,
    REPLY_TIMESTAMP,
    REPLY_ID,
    REPLY_LANGUAGE,
    REPLY_NAME,
    REPLY_TYPE,
    CONVERSATION_TYPE,
    SESSION_ENDED_TIMESTAMP,
    AUTOMATED_RESOLUTION,
    AUTOMATED_RESOLUTION_REASONING,
    RESOLUTION_TIER,
    HAS_KNOWLEDGE_RESPONSE_ATTEMPT,
    RBP_STATUS_NAME,
    SEGMENTS,
    TRIGGERED_PROCEDURES,
    TRIGGERED_USE_CASES,
    KNOWLEDGE_SOURCES,
    ARTICLE_NAME;

    private final String articleName;
    private final String upperName;

    Field() {
        this(null);
    }

    Field(String spelled) {
        String name = spelled == null ? name().toLowerCase(Locale.ROOT) : spelled;
        this.articleName = name;
        this.upperName = name.toUpperCase(Locale.ROOT);
    }

    String in(KeyCase keys) {
        return keys == KeyCase.UPPER ? upperName : articleName;
    }
}
