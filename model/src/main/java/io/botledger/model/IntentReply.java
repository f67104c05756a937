package io.botledger.model;

import java.time.Instant;

/**
 * An intent that was triggered in a conversation ({@code triggered_intent_replies}); each component may be null.
 *
 * @param intentAt when, microsecond precision
 * @param intentId the vendor's id of the intent
 * @param intentName the intent's name at the time of the export
 * @param notMeaningful whether the vendor marks the intent as saying nothing about the visitor's concern (a greeting)
 * @param extra members that botledger does not know, as a compact JSON object; null where there are none
 */
public record IntentReply(Instant intentAt, String intentId, String intentName, Boolean notMeaningful, String extra) {}
