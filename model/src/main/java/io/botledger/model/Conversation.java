package io.botledger.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One conversation as one record of an export file tells it. Only {@code conversationId} is always there: every other
 * component is null (lists: empty) where the export has no value for it.
 *
 * <p>Source of the fields: the vendor's article on the Data Export API and its later pages; see {@code export-format} in
 * ARCHITECTURE.md.
 *
 * @param conversationId the vendor's id, unique within a bot; never null
 * @param botId the vendor's id of the bot; null where the record has none (the file's name then tells it)
 * @param botName the bot's name at the time of the export
 * @param platformConversationId id in the customer's CRM; not unique, since a long-lived CRM conversation or an e-mail
 *     ticket holds many conversations
 * @param startedAt start, microsecond precision
 * @param endedAt end, microsecond precision
 * @param sessionEndedAt end of the session (v3), microsecond precision
 * @param language language code as exported
 * @param channel {@code chat} or {@code ticket}, as exported
 * @param conversationType kind of conversation (v3), as exported
 * @param testMode whether it was a test conversation
 * @param llmConversation whether at least one answer came from a language model
 * @param status how it ended, in the spelling of {@link ConversationStatus} where that knows it
 * @param lastResolution its final resolution, in the spelling of {@link LastResolution} where that knows it
 * @param messageCounts messages by sender
 * @param knowledgeCounts messages by outcome of the knowledge (language model) answers
 * @param automatedResolution the vendor's verdict on automation (v3)
 * @param knowledgeResponseAttempt whether an answer from knowledge was tried (v3, {@code has_knowledge_response_attempt})
 * @param rbpStatusName {@code rbp_status_name} (v3), as exported
 * @param labels labels in the order of the export
 * @param sessionParams session parameters that had a value; each name once
 * @param intentReplies intents that were triggered, in the order of the export, which is the order that counts
 * @param triggeredReplies replies that were triggered, in the order of the export
 * @param segments segments (v3)
 * @param procedures procedures that were triggered (v3)
 * @param useCases use cases that were triggered (v3)
 * @param knowledgeSources articles that answers were drawn from (v3)
 * @param extra fields that botledger does not know, as one compact JSON object with lower-case names in alphabetical
 *     order; null where there are none
 */
public record Conversation(
        String conversationId,
        String botId,
        String botName,
        String platformConversationId,
        Instant startedAt,
        Instant endedAt,
        Instant sessionEndedAt,
        String language,
        String channel,
        String conversationType,
        Boolean testMode,
        Boolean llmConversation,
        String status,
        String lastResolution,
        MessageCounts messageCounts,
        KnowledgeCounts knowledgeCounts,
        AutomatedResolution automatedResolution,
        Boolean knowledgeResponseAttempt,
        String rbpStatusName,
        List<String> labels,
        List<SessionParam> sessionParams,
        List<IntentReply> intentReplies,
        List<TriggeredReply> triggeredReplies,
        List<String> segments,
        List<String> procedures,
        List<String> useCases,
        List<KnowledgeSource> knowledgeSources,
        String extra) {

    /**
     * Checks that the id is there and copies the lists.
     *
     * @throws NullPointerException if the id, a list or an element of a list is null
     */
    public Conversation {
        Objects.requireNonNull(conversationId, "conversationId");
        Objects.requireNonNull(messageCounts, "messageCounts");
        Objects.requireNonNull(knowledgeCounts, "knowledgeCounts");
        Objects.requireNonNull(automatedResolution, "automatedResolution");
        labels = List.copyOf(labels);
        sessionParams = List.copyOf(sessionParams);
        intentReplies = List.copyOf(intentReplies);
        triggeredReplies = List.copyOf(triggeredReplies);
        segments = List.copyOf(segments);
        procedures = List.copyOf(procedures);
        useCases = List.copyOf(useCases);
        knowledgeSources = List.copyOf(knowledgeSources);
    }
}
