package io.botledger.model;

/** How long texts may be, so that every supported database stores and indexes them alike. */
public final class TextLimits {
    /**
     * Bytes of UTF-8 in an id or a name (of a bot, intent, label, reply, session parameter, …). PostgreSQL indexes at
     * most 2,704 bytes, and an index holds up to five such texts.
     */
    public static final int MAX_NAME_BYTES = 500;

    /** UTF-16 units of any other text; the longest {@code varchar} of H2. */
    public static final int MAX_TEXT_LENGTH = 1_048_576;

    private TextLimits() {}
}
