package io.botledger.sample;

import io.botledger.model.ConversationStatus;
import io.botledger.model.LastResolution;
import java.util.Arrays;
import java.util.List;

/** How conversations end, as the vendor's live exports spell it. */
final class Outcomes {
    /** A status that the vendor's pages do not name. */
    static final String UNKNOWN_STATUS = "handedOverToPartner";

    private static final String BOT_HANDLED = ConversationStatus.BOT_HANDLED.exportName();
    private static final String FAILED_ESCALATION = ConversationStatus.FAILED_ESCALATION.exportName();
    private static final List<String> ESCALATED = List.of(
            ConversationStatus.AGENT.exportName(),
            ConversationStatus.EMAIL.exportName(),
            ConversationStatus.CUSTOM_ESCALATION.exportName());
    private static final Weighted<String> STATUSES = Weighted.of(
            Arrays.asList(
                    BOT_HANDLED,
                    ESCALATED.get(0),
                    ESCALATED.get(1),
                    ESCALATED.get(2),
                    FAILED_ESCALATION,
                    null,
                    UNKNOWN_STATUS),
            620,
            200,
            80,
            40,
            20,
            25,
            15);
    private static final Weighted<String> HANDLED_RESOLUTIONS = resolutions(450, 350, 0, 170, 30);
    private static final Weighted<String> ESCALATED_RESOLUTIONS = resolutions(20, 0, 880, 90, 10);
    private static final Weighted<String> FAILED_RESOLUTIONS = resolutions(0, 0, 300, 690, 10);
    private static final Weighted<String> OTHER_RESOLUTIONS = resolutions(0, 0, 0, 500, 500);

    private Outcomes() {}

    private static Weighted<String> resolutions(int informed, int resolved, int escalated, int undefined, int none) {
        return Weighted.of(
                Arrays.asList(
                        LastResolution.INFORMED.exportName(),
                        LastResolution.RESOLVED.exportName(),
                        LastResolution.ESCALATED.exportName(),
                        LastResolution.UNDEFINED.exportName(),
                        null),
                informed,
                resolved,
                escalated,
                undefined,
                none);
    }

    static String status(Dice dice) {
        return STATUSES.draw(dice);
    }

    static boolean escalated(String status) {
        return status != null && ESCALATED.contains(status);
    }

    static String lastResolution(Dice dice, String status) {
        if (BOT_HANDLED.equals(status)) {
            return HANDLED_RESOLUTIONS.draw(dice);
        }
        if (escalated(status)) {
            return ESCALATED_RESOLUTIONS.draw(dice);
        }
        return (FAILED_ESCALATION.equals(status) ? FAILED_RESOLUTIONS : OTHER_RESOLUTIONS).draw(dice);
    }
}
