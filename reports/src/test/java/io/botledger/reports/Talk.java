package io.botledger.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** A conversation of a test's fixture, made by changing {@link #PLAIN}. Public fields of a record, nothing checked. */
record Talk(
        String botId,
        String botName,
        String id,
        Instant startedAt,
        Instant endedAt,
        LocalDate exportDate,
        String language,
        String channel,
        Boolean testMode,
        String status,
        String resolution,
        Integer botMessages,
        Integer visitorMessages,
        Integer notUnderstood,
        Integer knowledgeNotUnderstood,
        boolean current,
        List<Intent> intents) {
    static final Talk PLAIN = new Talk(
            "b1",
            "Bot One",
            "c",
            Instant.parse("2024-05-07T10:00:00Z"),
            Instant.parse("2024-05-07T10:05:00.000001Z"),
            LocalDate.parse("2024-05-07"),
            "en",
            "chat",
            false,
            "botHandled",
            "informed",
            3,
            2,
            0,
            0,
            true,
            List.of());

    /** An intent reply; its position is its place in the list. */
    record Intent(String name, Instant at, Boolean notMeaningful) {
        static Intent of(String name, String at) {
            return new Intent(name, at == null ? null : Instant.parse(at), false);
        }
    }

    LocalDate startDay() {
        return startDay(ZoneOffset.UTC);
    }

    LocalDate startDay(ZoneId zone) {
        return startedAt == null ? null : LocalDate.ofInstant(startedAt, zone);
    }

    LocalDate endDay() {
        return endDay(ZoneOffset.UTC);
    }

    LocalDate endDay(ZoneId zone) {
        return endedAt == null ? exportDate : LocalDate.ofInstant(endedAt, zone);
    }

    Talk id(String other) {
        return new Talk(
                botId,
                botName,
                other,
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
                intents);
    }

    Talk bot(String otherId, String otherName) {
        return new Talk(
                otherId,
                otherName,
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
                intents);
    }

    Talk times(String start, String end) {
        return new Talk(
                botId,
                botName,
                id,
                Instant.parse(start),
                end == null ? null : Instant.parse(end),
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
                intents);
    }

    Talk ended(String otherStatus, String otherResolution) {
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
                otherStatus,
                otherResolution,
                botMessages,
                visitorMessages,
                notUnderstood,
                knowledgeNotUnderstood,
                current,
                intents);
    }

    Talk messages(Integer visitor, Integer misunderstood, Integer knowledgeMisunderstood) {
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
                visitor,
                misunderstood,
                knowledgeMisunderstood,
                current,
                intents);
    }

    Talk place(String otherChannel, String otherLanguage) {
        return new Talk(
                botId,
                botName,
                id,
                startedAt,
                endedAt,
                exportDate,
                otherLanguage,
                otherChannel,
                testMode,
                status,
                resolution,
                botMessages,
                visitorMessages,
                notUnderstood,
                knowledgeNotUnderstood,
                current,
                intents);
    }

    Talk outranked() {
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
                false,
                intents);
    }

    Talk intents(Intent... others) {
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
                List.of(others));
    }
}
