package io.botledger.model;

/** The ways a conversation can end that the vendor names. Others occur and are kept as they are. */
public enum ConversationStatus {
    /** The bot handled it to the end. */
    BOT_HANDLED("botHandled"),
    /** Handed over to a human agent. */
    AGENT("agent"),
    /** Handed over by e-mail. */
    EMAIL("email"),
    /** Handed over in a way that the customer built. */
    CUSTOM_ESCALATION("customEscalation"),
    /** The hand-over failed; the vendor counts it as deflected. */
    FAILED_ESCALATION("failedEscalation");

    private static final Spelling SPELLING = Spelling.of(values(), ConversationStatus::exportName);

    private final String exportName;

    ConversationStatus(String exportName) {
        this.exportName = exportName;
    }

    /** The camelCase name that live exports use, for example {@code botHandled}. */
    public String exportName() {
        return exportName;
    }

    /**
     * The name to store for a status as exported: {@link #exportName()} for any spelling of a known one
     * ({@code bot_handled}, {@code BOT_HANDLED}, {@code Bot Handled}), the text itself for any other.
     *
     * @param exported the text of the export; may be null
     * @return the name to store; null for null
     */
    public static String canonical(String exported) {
        return SPELLING.canonical(exported);
    }
}
