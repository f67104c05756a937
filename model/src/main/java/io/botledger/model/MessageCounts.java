package io.botledger.model;

/**
 * Messages of a conversation by who sent them; each is 0 or more, or null where the export has no value.
 *
 * @param bot messages that the bot sent ({@code bot_messages_count})
 * @param visitor messages that the visitor sent ({@code visitor_messages_count})
 * @param notUnderstood visitor's messages that the bot did not understand ({@code not_understood_messages_count})
 */
public record MessageCounts(Integer bot, Integer visitor, Integer notUnderstood) {
    /** No count at all. */
    public static final MessageCounts NONE = new MessageCounts(null, null, null);
}
