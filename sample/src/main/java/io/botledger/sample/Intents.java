package io.botledger.sample;

import io.botledger.model.IntentReply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Draws the intents of a conversation. */
final class Intents {
    private static final Weighted<Integer> HOW_MANY = Weighted.indexes(80, 340, 310, 170, 70, 30);
    private static final Weighted<Boolean> SMALL_TALK =
            Weighted.of(Arrays.asList(Boolean.TRUE, Boolean.FALSE, null), 880, 70, 50);
    private static final Weighted<Boolean> CONCERN =
            Weighted.of(Arrays.asList(Boolean.TRUE, Boolean.FALSE, null), 30, 920, 50);
    private static final int GREETED_PER_THOUSAND = 350;
    private static final int ASKED_FOR_AGENT_PER_THOUSAND = 600;
    private static final int SAME_TIME_PER_THOUSAND = 60;
    private static final int OUT_OF_ORDER_PER_THOUSAND = 80;

    private Intents() {}

    /** In the order of the export, which is not always that of time. */
    static List<IntentReply> draw(Dice dice, Frame frame) {
        List<Intent> intents = kinds(dice, frame);
        long[] moments = moments(dice, frame.timeline(), intents.size());
        List<IntentReply> replies = new ArrayList<>(intents.size());
        for (int i = 0; i < moments.length; i++) {
            replies.add(reply(dice, frame.bot(), intents.get(i), moments[i]));
        }
        if (replies.size() > 1 && dice.chance(OUT_OF_ORDER_PER_THOUSAND)) {
            Collections.swap(replies, 0, replies.size() - 1);
        }
        return replies;
    }

    private static List<Intent> kinds(Dice dice, Frame frame) {
        int count = HOW_MANY.draw(dice);
        List<Intent> intents = new ArrayList<>(count + 1);
        for (int i = 0; i < count; i++) {
            intents.add(frame.bot().topics().draw(dice));
        }
        if (count > 0 && dice.chance(GREETED_PER_THOUSAND)) {
            intents.set(0, frame.bot().greeting());
        }
        if (Outcomes.escalated(frame.status()) && dice.chance(ASKED_FOR_AGENT_PER_THOUSAND)) {
            intents.add(frame.bot().agent());
        }
        return intents;
    }

    private static long[] moments(Dice dice, Timeline timeline, int count) {
        long[] moments = new long[count];
        for (int i = 0; i < count; i++) {
            moments[i] = timeline.moment(dice);
        }
        Arrays.sort(moments);
        for (int i = 1; i < count; i++) {
            if (dice.chance(SAME_TIME_PER_THOUSAND)) {
                moments[i] = moments[i - 1];
            }
        }
        return moments;
    }

    private static IntentReply reply(Dice dice, Bot bot, Intent intent, long moment) {
        boolean smallTalk = intent.equals(bot.greeting()) || intent.equals(bot.agent());
        Boolean notMeaningful = (smallTalk ? SMALL_TALK : CONCERN).draw(dice);
        return new IntentReply(Timeline.instant(moment), intent.id(), intent.name(), notMeaningful, null);
    }
}
