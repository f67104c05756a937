package io.botledger.reports;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

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
        List<Intent> intents,
        List<String> labels,
        Map<String, String> params,
        Answers answers,
        String automatedResolution,
        String tier) {
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
            List.of(),
            List.of(),
            Map.of(),
            Answers.NONE,
            null,
            null);

    /** What an export says of answers from knowledge, beside those that were not understood. */
    record Answers(
            Boolean byLanguageModel,
            Boolean attempted,
            Integer generated,
            Integer errors,
            Integer escalations,
            Integer fallbacks) {
        static final Answers NONE = new Answers(null, null, null, null, null, null);
    }

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
        return with(change -> change.id = other);
    }

    Talk bot(String otherId, String otherName) {
        return with(change -> {
            change.botId = otherId;
            change.botName = otherName;
        });
    }

    /** Null for a time that is not there. */
    Talk times(String start, String end) {
        return with(change -> {
            change.startedAt = start == null ? null : Instant.parse(start);
            change.endedAt = end == null ? null : Instant.parse(end);
        });
    }

    /** Of the file of another day. */
    Talk exported(String day) {
        return with(change -> change.exportDate = LocalDate.parse(day));
    }

    Talk ended(String otherStatus, String otherResolution) {
        return with(change -> {
            change.status = otherStatus;
            change.resolution = otherResolution;
        });
    }

    Talk messages(Integer visitor, Integer misunderstood, Integer knowledgeMisunderstood) {
        return with(change -> {
            change.visitorMessages = visitor;
            change.notUnderstood = misunderstood;
            change.knowledgeNotUnderstood = knowledgeMisunderstood;
        });
    }

    Talk botMessages(Integer other) {
        return with(change -> change.botMessages = other);
    }

    Talk place(String otherChannel, String otherLanguage) {
        return with(change -> {
            change.channel = otherChannel;
            change.language = otherLanguage;
        });
    }

    Talk outranked() {
        return with(change -> change.current = false);
    }

    Talk intents(Intent... others) {
        return with(change -> change.intents = List.of(others));
    }

    Talk labels(String... others) {
        return with(change -> change.labels = List.of(others));
    }

    Talk params(Map<String, String> others) {
        return with(change -> change.params = others);
    }

    /** Everything so much later but the times of its intents. */
    Talk later(Duration by) {
        return with(change -> {
            change.startedAt = startedAt == null ? null : startedAt.plus(by);
            change.endedAt = endedAt == null ? null : endedAt.plus(by);
            change.exportDate = exportDate.plusDays(by.toDays());
        });
    }

    Talk answers(Integer generated, Integer errors, Integer escalations, Integer fallbacks) {
        return with(change -> change.answers = new Answers(true, null, generated, errors, escalations, fallbacks));
    }

    Talk verdict(String automated, String otherTier) {
        return with(change -> {
            change.automatedResolution = automated;
            change.tier = otherTier;
        });
    }

    private Talk with(Consumer<TalkChange> what) {
        TalkChange change = new TalkChange(this);
        what.accept(change);
        return change.talk();
    }
}
