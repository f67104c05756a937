package io.botledger.sample;

import io.botledger.model.Conversation;
import io.botledger.model.IntentReply;
import io.botledger.model.TriggeredReply;
import io.botledger.sample.SampleSettings.Schema;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the conversations of one file. Each has dice of its own, so that it depends on seed, bot, day, shard and its
 * place in the file alone, and a longer file begins with the shorter one.
 */
final class ConversationMaker {
    private static final Weighted<String> LABELS = Weighted.zipf(Vocabulary.read("labels.txt"));
    private static final Weighted<Integer> LABEL_COUNT = Weighted.indexes(20, 34, 26, 13, 7);
    private static final Weighted<Boolean> TEST_MODE =
            Weighted.of(Arrays.asList(Boolean.FALSE, Boolean.TRUE, null), 970, 20, 10);
    private static final Weighted<String> EXTRA = Weighted.of(
            Arrays.asList(
                    null,
                    "{\"sentiment\":\"neutral\"}",
                    "{\"sentiment\":\"negative\"}",
                    "{\"handover_queue\":\"billing, \\\"VIP\\\"\",\"sentiment\":\"sehr höflich\"}"),
            970,
            20,
            7,
            3);

    private final Bot bot;
    private final long epochDay;
    private final Schema schema;
    private final long fileSeed;
    private final ConversationIds ids;

    ConversationMaker(SampleSettings settings, Bot bot, long epochDay, long shard) {
        this.bot = bot;
        this.epochDay = epochDay;
        this.schema = settings.schema();
        this.fileSeed = Dice.seed(settings.seed(), bot.index(), epochDay, shard);
        this.ids = new ConversationIds(settings.seed(), bot, epochDay, shard);
    }

    /** The conversation at the 0-based place in the file. */
    Conversation make(long place) {
        Dice dice = new Dice(Dice.mix(fileSeed ^ Dice.mix(place)));
        Frame frame = Frame.draw(dice, bot, epochDay);
        List<IntentReply> intents = Intents.draw(dice, frame);
        List<TriggeredReply> replies = Replies.draw(dice, frame, intents);
        Details details = details(dice.nextLong(), frame);
        return new Conversation(
                ids.conversationId(frame.timeline(), place),
                bot.id(),
                bot.name(),
                ids.platformConversationId(dice, frame),
                frame.timeline().startedAt(),
                frame.timeline().endedAt(),
                details.sessionEndedAt(),
                frame.language(),
                frame.ticket() ? "ticket" : "chat",
                details.conversationType(),
                TEST_MODE.draw(dice),
                frame.llm(),
                frame.status(),
                Outcomes.lastResolution(dice, frame.status()),
                Counts.messages(dice, frame, replies.size()),
                Counts.knowledge(dice, frame),
                details.automatedResolution(),
                details.knowledgeResponseAttempt(),
                details.rbpStatusName(),
                LABELS.drawDistinct(dice, LABEL_COUNT.draw(dice)),
                SessionParams.draw(dice, frame),
                intents,
                replies,
                details.segments(),
                details.procedures(),
                details.useCases(),
                details.knowledgeSources(),
                EXTRA.draw(dice));
    }

    /** With dice of their own: the fields that both versions share must not depend on the version. */
    private Details details(long seed, Frame frame) {
        return schema == Schema.V3 ? Details.draw(new Dice(seed), frame) : Details.NONE;
    }
}
