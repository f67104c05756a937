package io.botledger.model;

/**
 * Messages of a conversation by what became of the answer from knowledge (a language model over the customer's
 * articles); each is 0 or more, or null where the export has no value. Version 2 of the API calls these {@code llm_…},
 * version 3 {@code knowledge_…}: they are the same counts.
 *
 * @param notUnderstood messages that were not understood
 * @param responseGenerated answers that were generated
 * @param errorOccurred messages at which an error occurred
 * @param escalationRequired messages that required an escalation
 * @param fallback messages answered by the fallback
 */
public record KnowledgeCounts(
        Integer notUnderstood,
        Integer responseGenerated,
        Integer errorOccurred,
        Integer escalationRequired,
        Integer fallback) {
    /** No count at all. */
    public static final KnowledgeCounts NONE = new KnowledgeCounts(null, null, null, null, null);
}
