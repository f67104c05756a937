package io.botledger.model;

import java.time.Instant;
import java.util.List;

/**
 * An intent that was triggered in a conversation ({@code triggered_intent_replies}); each component may be null.
 *
 * @param intentAt when, microsecond precision
 * @param intentId the vendor's id of the intent
 * @param intentName the intent's name at the time of the export
 * @param notMeaningful whether the vendor marks the intent as saying nothing about the visitor's concern (a greeting)
 * @param extra members that botledger does not know, as a compact JSON object; null where there are none
 */
public record IntentReply(Instant intentAt, String intentId, String intentName, Boolean notMeaningful, String extra) {
    /** Names of intents that the queries of the vendor's article pass over, marked as meaningful or not. */
    public static final List<String> PASSED_OVER = List.of("Greeting", "Talk to a human/agent");

    /** Whether it tells what the visitor wanted: marked as meaningful, with a name, and not passed over. */
    public boolean isMeaningful() {
        return Boolean.FALSE.equals(notMeaningful) && intentName != null && !PASSED_OVER.contains(intentName);
    }
}
