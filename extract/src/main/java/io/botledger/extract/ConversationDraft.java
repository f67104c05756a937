package io.botledger.extract;

import io.botledger.model.AutomatedResolution;
import io.botledger.model.Conversation;
import io.botledger.model.ConversationStatus;
import io.botledger.model.IntentReply;
import io.botledger.model.KnowledgeCounts;
import io.botledger.model.KnowledgeSource;
import io.botledger.model.LastResolution;
import io.botledger.model.MessageCounts;
import io.botledger.model.SessionParam;
import io.botledger.model.TriggeredReply;
import java.time.Instant;
import java.util.List;

/** A conversation while its record is read. */
final class ConversationDraft extends Draft {
    final Slot<String> conversationId = slot();
    final Slot<String> botId = slot();
    final Slot<String> botName = slot();
    final Slot<String> platformConversationId = slot();
    final Slot<Instant> startedAt = slot();
    final Slot<Instant> endedAt = slot();
    final Slot<Instant> sessionEndedAt = slot();
    final Slot<String> language = slot();
    final Slot<String> channel = slot();
    final Slot<String> conversationType = slot();
    final Slot<Boolean> testMode = slot();
    final Slot<Boolean> llmConversation = slot();
    final Slot<String> status = slot();
    final Slot<String> lastResolution = slot();
    final Slot<Integer> botMessages = slot();
    final Slot<Integer> visitorMessages = slot();
    final Slot<Integer> notUnderstoodMessages = slot();
    final Slot<Integer> knowledgeNotUnderstood = slot();
    final Slot<Integer> knowledgeResponseGenerated = slot();
    final Slot<Integer> knowledgeErrorOccurred = slot();
    final Slot<Integer> knowledgeEscalationRequired = slot();
    final Slot<Integer> knowledgeFallback = slot();
    final Slot<String> automatedResolution = slot();
    final Slot<String> automatedResolutionReasoning = slot();
    final Slot<String> resolutionTier = slot();
    final Slot<Boolean> knowledgeResponseAttempt = slot();
    final Slot<String> rbpStatusName = slot();
    final Slot<List<String>> labels = slot();
    final Slot<List<SessionParam>> sessionParams = slot();
    final Slot<List<IntentReply>> intentReplies = slot();
    final Slot<List<TriggeredReply>> triggeredReplies = slot();
    final Slot<List<String>> segments = slot();
    final Slot<List<String>> procedures = slot();
    final Slot<List<String>> useCases = slot();
    final Slot<List<KnowledgeSource>> knowledgeSources = slot();

    /** The conversation; its id must be there. */
    Conversation conversation(JsonInput json) {
        return new Conversation(
                conversationId.value(),
                botId.value(),
                botName.value(),
                platformConversationId.value(),
                startedAt.value(),
                endedAt.value(),
                sessionEndedAt.value(),
                language.value(),
                channel.value(),
                conversationType.value(),
                testMode.value(),
                llmConversation.value(),
                ConversationStatus.canonical(status.value()),
                LastResolution.canonical(lastResolution.value()),
                messageCounts(),
                knowledgeCounts(),
                resolution(),
                knowledgeResponseAttempt.value(),
                rbpStatusName.value(),
                labels.valueOr(List.of()),
                sessionParams.valueOr(List.of()),
                intentReplies.valueOr(List.of()),
                triggeredReplies.valueOr(List.of()),
                segments.valueOr(List.of()),
                procedures.valueOr(List.of()),
                useCases.valueOr(List.of()),
                knowledgeSources.valueOr(List.of()),
                extras().json(json));
    }

    private MessageCounts messageCounts() {
        return new MessageCounts(botMessages.value(), visitorMessages.value(), notUnderstoodMessages.value());
    }

    private KnowledgeCounts knowledgeCounts() {
        return new KnowledgeCounts(
                knowledgeNotUnderstood.value(),
                knowledgeResponseGenerated.value(),
                knowledgeErrorOccurred.value(),
                knowledgeEscalationRequired.value(),
                knowledgeFallback.value());
    }

    private AutomatedResolution resolution() {
        return new AutomatedResolution(
                automatedResolution.value(), automatedResolutionReasoning.value(), resolutionTier.value());
    }
}
