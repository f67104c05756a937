package io.botledger.sample;

import io.botledger.model.KnowledgeCounts;
import io.botledger.model.MessageCounts;

/** Draws the counts of a conversation's messages. */
final class Counts {
    private static final Weighted<Integer> VISITOR = Weighted.indexes(15, 200, 220, 180, 130, 90, 60, 40, 30, 20, 15);
    private static final Weighted<Integer> NOT_UNDERSTOOD = Weighted.indexes(720, 190, 70, 20);
    private static final Weighted<Integer> GENERATED = Weighted.indexes(150, 450, 250, 100, 50);
    private static final Weighted<Integer> FALLBACK = Weighted.indexes(880, 100, 20);

    private Counts() {}

    static MessageCounts messages(Dice dice, Frame frame, int replies) {
        int visitor = VISITOR.draw(dice);
        int notUnderstood = Math.min(visitor, NOT_UNDERSTOOD.draw(dice));
        int more = dice.between(0, visitor);
        return new MessageCounts(
                frame.suggested() ? 0 : replies + more,
                visitor,
                frame.bot().neverCountsNotUnderstood() ? 0 : notUnderstood);
    }

    /** None unless a language model answered. */
    static KnowledgeCounts knowledge(Dice dice, Frame frame) {
        if (!frame.llm()) {
            return KnowledgeCounts.NONE;
        }
        return new KnowledgeCounts(
                NOT_UNDERSTOOD.draw(dice),
                GENERATED.draw(dice),
                dice.chance(15) ? 1 : 0,
                dice.chance(120) ? 1 : 0,
                FALLBACK.draw(dice));
    }
}
