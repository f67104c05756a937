package io.botledger.extract;

import io.botledger.model.Conversation;
import java.io.IOException;

/**
 * Reads plain records where they begin, so that nobody has to look for their ends before. A plain record ends where a
 * {@link RecordScanner} would find its end; a plain reading that fails has not looked beyond that place.
 *
 * <p>Not tried where the window will end before the record, by the length of those before: a failure costs not only the
 * reading, but code that was compiled for having none is thrown away.
 */
final class PlainRecords {
    private final ByteWindow window;
    private final ConversationParser parser;
    private long triedTo;
    /** Length of the longest record but those long ago. */
    private int longest;

    PlainRecords(ByteWindow window, ConversationParser parser) {
        this.window = window;
        this.parser = parser;
    }

    /**
     * Reads the record that begins at the window's next byte, and moves the window behind it. Stays there if the record is
     * not plain or does not end in the window.
     *
     * @param jsonLines whether the record must end with its line
     * @return the conversation; null if the record is to be read otherwise
     */
    Conversation read(boolean jsonLines) {
        longest -= longest / 16;
        int ahead = window.limit() - window.position();
        if (ahead / 2 < longest) {
            triedTo = window.offset();
            return null;
        }
        triedTo = window.offset() + ahead;
        try {
            Conversation conversation = parser.parseFirst(window.bytes(), window.position(), window.limit(), jsonLines);
            longest = Math.max(longest, parser.behind() - window.position());
            window.moveTo(parser.behind());
            return conversation;
        } catch (NotPlainException | IOException otherwise) {
            return null;
        }
    }

    /** Whether the record that was read last goes over a line feed. */
    boolean lineFeedSeen() {
        return parser.lineFeedSeen();
    }

    /** Whether all bytes up to the window's next one were there when a record was tried last. */
    boolean triedUpToHere() {
        return window.offset() <= triedTo;
    }
}
