package io.botledger.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A talk with something changed. */
final class TalkChange {
    String botId;
    String botName;
    String id;
    Instant startedAt;
    Instant endedAt;
    LocalDate exportDate;
    String language;
    String channel;
    Boolean testMode;
    String status;
    String resolution;
    Integer botMessages;
    Integer visitorMessages;
    Integer notUnderstood;
    Integer knowledgeNotUnderstood;
    boolean current;
    List<Talk.Intent> intents;
    List<String> labels;
    Map<String, String> params;
    Talk.Answers answers;
    String automatedResolution;
    String tier;

    TalkChange(Talk talk) {
        botId = talk.botId();
        botName = talk.botName();
        id = talk.id();
        startedAt = talk.startedAt();
        endedAt = talk.endedAt();
        exportDate = talk.exportDate();
        language = talk.language();
        channel = talk.channel();
        testMode = talk.testMode();
        status = talk.status();
        resolution = talk.resolution();
        botMessages = talk.botMessages();
        visitorMessages = talk.visitorMessages();
        notUnderstood = talk.notUnderstood();
        knowledgeNotUnderstood = talk.knowledgeNotUnderstood();
        current = talk.current();
        intents = talk.intents();
        labels = talk.labels();
        params = talk.params();
        answers = talk.answers();
        automatedResolution = talk.automatedResolution();
        tier = talk.tier();
    }

    Talk talk() {
        return new Talk(
                botId,
                botName,
                id,
                startedAt,
                endedAt,
                exportDate,
                language,
                channel,
                testMode,
                status,
                resolution,
                botMessages,
                visitorMessages,
                notUnderstood,
                knowledgeNotUnderstood,
                current,
                intents,
                labels,
                params,
                answers,
                automatedResolution,
                tier);
    }
}
