package io.botledger.extract;

/**
 * Finds where an object, an array or a text ends, looking at nothing but quotes, escapes, brackets and line feeds.
 *
 * <p>A line feed within a record is where a broken record can be left behind. In JSON Lines every one is; elsewhere one
 * after which JSON can't go on (within a text, or without a comma, colon or opening bracket before it) if the next line
 * begins with an opening brace.
 */
final class RecordScanner {
    /** How a scan ended. */
    enum End {
        BALANCED,
        BROKEN_LINE,
        END_OF_FILE
    }

    private static final byte PLAIN = 0;
    private static final byte QUOTE = 1;
    private static final byte OPENING = 2;
    private static final byte CLOSING = 3;
    private static final byte LINE_FEED = 4;
    private static final byte[] ROLES = roles();
    private static final int SLOW = -1;

    private final ByteWindow window;
    private boolean lines;
    private boolean inText;
    private boolean escaped;
    private boolean lineFeedSeen;
    /** Whether JSON can go on after the last byte that is not blank, of those before {@link #lookedTo}. */
    private boolean canGoOn;
    /** Offset in the file. */
    private long lookedTo;

    private long depth;
    private long deepest;

    RecordScanner(ByteWindow window) {
        this.window = window;
    }

    /** Moves the window from the first byte of a value to behind its last; of a broken line, to its line feed. */
    End scan(boolean jsonLines) {
        lines = jsonLines;
        inText = false;
        escaped = false;
        lineFeedSeen = false;
        canGoOn = true;
        lookedTo = window.offset();
        depth = 0;
        deepest = 0;
        while (window.more()) {
            End end = inText ? text() : structure();
            if (end != null) {
                return end;
            }
            lookBack();
        }
        return End.END_OF_FILE;
    }

    /** Deepest level of nesting of the last scan. */
    long deepest() {
        return deepest;
    }

    /** Whether the last scan went over a line feed. */
    boolean lineFeedSeen() {
        return lineFeedSeen;
    }

    private End structure() {
        byte[] bytes = window.bytes();
        int limit = window.limit();
        int at = window.position();
        while (at < limit) {
            switch (ROLES[bytes[at++] & 0xff]) {
                case PLAIN -> {}
                case QUOTE -> {
                    int behind = behindText(bytes, at, limit);
                    if (behind == SLOW) {
                        inText = true;
                        window.moveTo(at);
                        return null;
                    }
                    at = behind;
                    if (depth == 0) {
                        window.moveTo(at);
                        return End.BALANCED;
                    }
                }
                case OPENING -> {
                    depth++;
                    deepest = Math.max(deepest, depth);
                }
                case CLOSING -> {
                    depth--;
                    if (depth == 0) {
                        window.moveTo(at);
                        return End.BALANCED;
                    }
                }
                default -> {
                    window.moveTo(at - 1);
                    return lineFeed();
                }
            }
        }
        window.moveTo(at);
        return null;
    }

    /** Index behind the text's closing quote; {@link #SLOW} if the text is cut by a line feed or the window's end. */
    private static int behindText(byte[] bytes, int from, int limit) {
        int at = from;
        while (at < limit) {
            byte next = bytes[at++];
            if (next == '"') {
                return at;
            }
            if (next == '\n' || (next == '\\' && (at == limit || bytes[at++] == '\n'))) {
                return SLOW;
            }
        }
        return SLOW;
    }

    private End text() {
        byte[] bytes = window.bytes();
        int limit = window.limit();
        int at = window.position();
        while (at < limit) {
            byte next = bytes[at];
            if (next == '\n') {
                window.moveTo(at);
                return lineFeed();
            }
            at++;
            if (escaped) {
                escaped = false;
            } else if (next == '\\') {
                escaped = true;
            } else if (next == '"') {
                inText = false;
                window.moveTo(at);
                return depth == 0 ? End.BALANCED : null;
            }
        }
        window.moveTo(at);
        return null;
    }

    private End lineFeed() {
        lookBack();
        boolean atAnEnd = inText || !canGoOn;
        if (lines || (atAnEnd && window.more(2) && window.bytes()[window.position() + 1] == '{')) {
            return End.BROKEN_LINE;
        }
        lineFeedSeen = true;
        escaped = false;
        window.advance();
        return null;
    }

    /** Takes in the bytes since the last look back, each of which is looked at once, however many are blank. */
    private void lookBack() {
        byte[] bytes = window.bytes();
        int at = window.position();
        int from = at - (int) (window.offset() - lookedTo);
        lookedTo = window.offset();
        while (at > from) {
            byte before = bytes[--at];
            if (before < 0 || before > ' ') {
                canGoOn = ",:[{".indexOf(before) >= 0;
                return;
            }
        }
    }

    private static byte[] roles() {
        byte[] roles = new byte[256];
        roles['"'] = QUOTE;
        roles['{'] = OPENING;
        roles['['] = OPENING;
        roles['}'] = CLOSING;
        roles[']'] = CLOSING;
        roles['\n'] = LINE_FEED;
        return roles;
    }
}
