package io.botledger.sample;

import io.botledger.model.IntentReply;
import io.botledger.model.TriggeredReply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Draws the replies of a conversation. */
final class Replies {
    private static final Weighted<Integer> BEYOND_TWO = Weighted.indexes(60, 25, 9, 4, 2);
    private static final int AFTER_INTENT_PER_THOUSAND = 500;

    private Replies() {}

    /** Two to six, in the order of time; none if the bot only suggested. */
    static List<TriggeredReply> draw(Dice dice, Frame frame, List<IntentReply> intents) {
        if (frame.suggested()) {
            return List.of();
        }
        long[] moments = new long[2 + BEYOND_TWO.draw(dice)];
        for (int i = 0; i < moments.length; i++) {
            moments[i] = frame.timeline().moment(dice);
        }
        Arrays.sort(moments);
        List<TriggeredReply> replies = new ArrayList<>(moments.length);
        for (long moment : moments) {
            replies.add(reply(dice, frame, moment, intents));
        }
        return replies;
    }

    private static TriggeredReply reply(Dice dice, Frame frame, long moment, List<IntentReply> intents) {
        Reply reply = frame.bot().replies().draw(dice);
        boolean afterIntent = !intents.isEmpty() && dice.chance(AFTER_INTENT_PER_THOUSAND);
        String intentId = afterIntent ? intents.get(dice.below(intents.size())).intentId() : null;
        return new TriggeredReply(
                Timeline.instant(moment), reply.id(), reply.name(), reply.type(), frame.language(), intentId, null);
    }
}
