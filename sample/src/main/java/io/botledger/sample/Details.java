package io.botledger.sample;

import io.botledger.model.AutomatedResolution;
import io.botledger.model.KnowledgeSource;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** The fields that version 3 added, with the meaning that {@link io.botledger.model.Conversation} gives them. */
record Details(
        Instant sessionEndedAt,
        String conversationType,
        AutomatedResolution automatedResolution,
        Boolean knowledgeResponseAttempt,
        String rbpStatusName,
        List<String> segments,
        List<String> procedures,
        List<String> useCases,
        List<KnowledgeSource> knowledgeSources) {

    /** What a conversation of version 2 has of them. */
    static final Details NONE =
            new Details(null, null, AutomatedResolution.NONE, null, null, List.of(), List.of(), List.of(), List.of());

    private static final long MINUTE = 60_000_000;
    private static final Weighted<String> TYPES = Weighted.of(List.of("standard", "generative"), 700, 300);
    private static final Weighted<Boolean> NO_ANSWER =
            Weighted.of(Arrays.asList(null, Boolean.FALSE, Boolean.TRUE), 500, 400, 100);
    private static final Weighted<String> RBP_STATUSES =
            Weighted.of(Arrays.asList(null, "billable", "not billable"), 700, 200, 100);
    private static final Weighted<String> TIERS =
            Weighted.of(List.of("verified", "contained", "unassisted", "assisted escalation"), 50, 25, 15, 10);
    private static final Weighted<Integer> FEW = Weighted.indexes(75, 20, 5);
    private static final Weighted<String> SEGMENTS =
            Weighted.zipf(List.of("new customers", "loyal customers", "B2B, large", "Österreich"));
    private static final Weighted<String> PROCEDURES =
            Weighted.zipf(List.of("Return an item", "Change address", "Cancel \"now\"", "住所変更"));
    private static final Weighted<String> USE_CASES =
            Weighted.zipf(List.of("Order tracking", "Returns", "Billing, invoices", "Kündigung"));
    private static final Weighted<KnowledgeSource> ARTICLES = Weighted.zipf(Vocabulary.read("articles.txt").stream()
            .map(article -> new KnowledgeSource(article, null))
            .toList());

    static Details draw(Dice dice, Frame frame) {
        return new Details(
                dice.chance(500) ? Timeline.instant(frame.timeline().end() + dice.between(0, 30) * MINUTE) : null,
                TYPES.draw(dice),
                verdict(dice, frame),
                frame.llm() ? Boolean.TRUE : NO_ANSWER.draw(dice),
                RBP_STATUSES.draw(dice),
                SEGMENTS.drawDistinct(dice, FEW.draw(dice)),
                PROCEDURES.drawDistinct(dice, FEW.draw(dice)),
                USE_CASES.drawDistinct(dice, FEW.draw(dice)),
                frame.llm() ? ARTICLES.drawDistinct(dice, FEW.draw(dice) + 1) : List.of());
    }

    private static AutomatedResolution verdict(Dice dice, Frame frame) {
        if (dice.chance(750)) {
            return AutomatedResolution.NONE;
        }
        if (Outcomes.escalated(frame.status())) {
            return new AutomatedResolution("false", "An agent, \"not the bot\", took over.", "assisted escalation");
        }
        return new AutomatedResolution("true", "The visitor thanked\nand left.", TIERS.draw(dice));
    }
}
