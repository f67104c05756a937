package io.botledger.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.model.Conversation;
import io.botledger.model.ExportFileName;
import io.botledger.model.IntentReply;
import io.botledger.model.SessionParam;
import io.botledger.model.TextLimits;
import io.botledger.model.TriggeredReply;
import io.botledger.sample.SampleSettings.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RealismTest {
    private static final int COUNT = 20_000;
    private static final SampleExports EXPORTS =
            new SampleExports(SampleSettings.builder().conversations(COUNT).build());
    private static final List<Conversation> ALL = EXPORTS.conversations().toList();

    private static double share(Predicate<Conversation> predicate) {
        return ALL.stream().filter(predicate).count() / (double) COUNT;
    }

    private static double mean(ToIntFunction<Conversation> number) {
        return ALL.stream().mapToInt(number).average().orElseThrow();
    }

    private static Stream<IntentReply> intents() {
        return ALL.stream().flatMap(conversation -> conversation.intentReplies().stream());
    }

    private static Stream<SessionParam> params() {
        return ALL.stream().flatMap(conversation -> conversation.sessionParams().stream());
    }

    @Test
    void everyConversationEndsOnTheDayOfItsFileAndStartsBefore() {
        for (ExportFileName name : EXPORTS.fileNames()) {
            EXPORTS.conversations(name).forEachRemaining(conversation -> {
                assertThat(conversation.botId()).isEqualTo(name.botId());
                assertThat(conversation.endedAt().atZone(ZoneOffset.UTC).toLocalDate())
                        .isEqualTo(name.exportDate());
                assertThat(conversation.startedAt()).isBefore(conversation.endedAt());
                assertThat(conversation.endedAt().truncatedTo(ChronoUnit.MICROS))
                        .isEqualTo(conversation.endedAt());
            });
        }
        assertThat(share(RealismTest::crossesMidnight)).isBetween(0.002, 0.05);
    }

    private static boolean crossesMidnight(Conversation conversation) {
        return !conversation
                .startedAt()
                .truncatedTo(ChronoUnit.DAYS)
                .equals(conversation.endedAt().truncatedTo(ChronoUnit.DAYS));
    }

    @Test
    void idsAreUniqueAndPlatformIdsAreNot() {
        assertThat(ALL).hasSize(COUNT);
        assertThat(ALL.stream().map(c -> c.conversationId().substring(8)).distinct())
                .as("what follows the start's seconds")
                .hasSize(COUNT);
        assertThat(ALL).allMatch(conversation -> conversation.conversationId().matches("[0-9a-f]{24}"));
        long distinct = ALL.stream()
                .map(Conversation::platformConversationId)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        assertThat(distinct).isBetween(COUNT * 8L / 10, COUNT * 97L / 100);
    }

    @Test
    void outcomesAreSkewedAndAgree() {
        assertThat(share(c -> "botHandled".equals(c.status()))).isBetween(0.60, 0.64);
        assertThat(share(c -> "agent".equals(c.status()))).isBetween(0.18, 0.22);
        assertThat(share(c -> "email".equals(c.status()))).isBetween(0.07, 0.09);
        assertThat(share(c -> "customEscalation".equals(c.status()))).isBetween(0.03, 0.05);
        assertThat(share(c -> "failedEscalation".equals(c.status()))).isBetween(0.01, 0.03);
        assertThat(share(c -> c.status() == null)).isBetween(0.015, 0.035);
        assertThat(share(c -> Outcomes.UNKNOWN_STATUS.equals(c.status()))).isBetween(0.01, 0.02);
        assertThat(share(c -> "botHandled".equals(c.status()) && "escalated".equals(c.lastResolution())))
                .isZero();
        assertThat(share(c -> "agent".equals(c.status()) && "resolved".equals(c.lastResolution())))
                .isZero();
    }

    @Test
    void flagsAndChannelsAreSkewed() {
        assertThat(share(c -> "chat".equals(c.channel()))).isBetween(0.83, 0.87);
        assertThat(share(c -> Boolean.TRUE.equals(c.testMode()))).isBetween(0.015, 0.025);
        assertThat(share(c -> c.messageCounts().bot() == 0)).isBetween(0.006, 0.014);
        assertThat(share(c -> c.extra() != null)).isBetween(0.02, 0.04);
        assertThat(share(c -> "en".equals(c.language()))).isBetween(0.35, 0.60);
        assertThat(ALL.stream().map(Conversation::language)).contains("en", "de", "fr", "es", "ja", "tr", "ar");
    }

    @Test
    void childRowsAreAboutTen() {
        assertThat(mean(c -> c.labels().size()
                        + c.sessionParams().size()
                        + c.intentReplies().size()
                        + c.triggeredReplies().size()))
                .isBetween(9.5, 10.5);
        assertThat(ALL).allMatch(c -> c.labels().size() <= 4);
        assertThat(ALL)
                .allMatch(
                        c -> c.sessionParams().size() >= 2 && c.sessionParams().size() <= 8);
        assertThat(ALL)
                .allMatch(c -> c.messageCounts().bot() == 0
                        ? c.triggeredReplies().isEmpty()
                        : c.triggeredReplies().size() >= 2
                                && c.triggeredReplies().size() <= 6);
        assertThat(share(c -> c.intentReplies().isEmpty())).isBetween(0.04, 0.10);
    }

    @Test
    void intentsComeOutOfOrderAtEqualTimesAndWithEveryMark() {
        assertThat(share(RealismTest::outOfOrder)).isBetween(0.02, 0.10);
        assertThat(share(c -> c.intentReplies().stream()
                                .map(IntentReply::intentAt)
                                .distinct()
                                .count()
                        < c.intentReplies().size()))
                .isBetween(0.02, 0.15);
        assertThat(intents().map(IntentReply::notMeaningful)).contains(true, false, null);
        assertThat(intents().map(IntentReply::intentName)).contains("Greeting", "Talk to a human/agent", "أين طلبي؟");
        Set<String> names = ALL.stream()
                .filter(c -> c.botName().equals("Müller Hilfe"))
                .flatMap(c -> c.intentReplies().stream())
                .map(IntentReply::intentName)
                .collect(Collectors.toSet());
        assertThat(names).hasSize(30);
    }

    private static boolean outOfOrder(Conversation conversation) {
        List<IntentReply> intents = conversation.intentReplies();
        return !intents.isEmpty()
                && intents.get(0)
                        .intentAt()
                        .isAfter(intents.get(intents.size() - 1).intentAt());
    }

    @Test
    void sessionParametersHaveEachNameOnceAndAwkwardValues() {
        assertThat(ALL)
                .allSatisfy(c -> assertThat(c.sessionParams())
                        .extracting(SessionParam::name)
                        .doesNotHaveDuplicates());
        assertThat(params().filter(p -> p.name().equals("bsat_score")).map(SessionParam::value))
                .contains("5", "5.0", "-1", "passed");
        assertThat(params().filter(p -> p.name().equals("order_id")))
                .anyMatch(p -> p.value().endsWith(".0"))
                .anyMatch(p -> p.value().endsWith(",0"));
        assertThat(params().filter(p -> p.name().equals("customer_email")))
                .allMatch(p -> p.value().endsWith("@example.com"));
    }

    @Test
    void durationsRunFromSecondsToHours() {
        List<Long> seconds = ALL.stream()
                .map(c -> Duration.between(c.startedAt(), c.endedAt()).toSeconds())
                .sorted()
                .toList();
        assertThat(seconds.get(0)).isBetween(1L, 20L);
        assertThat(seconds.get(COUNT / 2)).isBetween(200L, 500L);
        assertThat(seconds.get(COUNT - 1)).isBetween(6 * 3_600L, 23 * 3_600L);
    }

    @Test
    void textsFitEveryDatabase() {
        Stream<String> names = ALL.stream()
                .flatMap(c -> Stream.of(
                                Stream.of(c.botId(), c.botName(), c.conversationId()),
                                c.labels().stream(),
                                c.sessionParams().stream().flatMap(p -> Stream.of(p.name(), p.value())),
                                c.intentReplies().stream().map(IntentReply::intentName),
                                c.triggeredReplies().stream().map(TriggeredReply::replyName))
                        .flatMap(texts -> texts));
        Set<String> distinct = names.collect(Collectors.toCollection(HashSet::new));
        assertThat(distinct).allSatisfy(text -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThat(bytes.length).isLessThanOrEqualTo(TextLimits.MAX_NAME_BYTES);
            assertThat(new String(bytes, StandardCharsets.UTF_8))
                    .isEqualTo(text)
                    .doesNotContain("\0");
        });
    }

    @Test
    void versionTwoIsVersionThreeWithoutItsFields() {
        SampleSettings settings =
                SampleSettings.builder().conversations(500).schema(Schema.V2).build();
        SampleExports v2 = new SampleExports(settings);
        SampleExports v3 = new SampleExports(
                SampleSettings.builder().conversations(500).schema(Schema.V3).build());
        assertThat(v2.conversations().toList())
                .isEqualTo(v3.conversations().map(RealismTest::strip).toList());
    }

    private static Conversation strip(Conversation c) {
        Details none = Details.NONE;
        return new Conversation(
                c.conversationId(),
                c.botId(),
                c.botName(),
                c.platformConversationId(),
                c.startedAt(),
                c.endedAt(),
                none.sessionEndedAt(),
                c.language(),
                c.channel(),
                none.conversationType(),
                c.testMode(),
                c.llmConversation(),
                c.status(),
                c.lastResolution(),
                c.messageCounts(),
                c.knowledgeCounts(),
                none.automatedResolution(),
                none.knowledgeResponseAttempt(),
                none.rbpStatusName(),
                c.labels(),
                c.sessionParams(),
                c.intentReplies(),
                c.triggeredReplies(),
                none.segments(),
                none.procedures(),
                none.useCases(),
                none.knowledgeSources(),
                c.extra());
    }
}
