package io.botledger.model;

import java.time.Instant;

/**
 * A reply that was triggered in a conversation ({@code triggered_replies}); each component may be null.
 *
 * @param replyAt when, microsecond precision
 * @param replyId the vendor's id of the reply
 * @param replyName the reply's name at the time of the export
 * @param replyType the kind of reply, as exported
 * @param replyLanguage language code, as exported
 * @param intentId the vendor's id of the intent that led to the reply
 * @param extra members that botledger does not know, as a compact JSON object; null where there are none
 */
public record TriggeredReply(
        Instant replyAt,
        String replyId,
        String replyName,
        String replyType,
        String replyLanguage,
        String intentId,
        String extra) {}
