package io.botledger.extract;

import io.botledger.extract.RecordScanner.End;
import io.botledger.extract.RecordSlice.Kind;
import io.botledger.model.Conversation;

/**
 * Cuts a file into records, of which it parses none but those that are plain: the elements of arrays, and the values that stand free, one per line
 * (JSON Lines) or behind each other. Every byte that is neither blank, comma nor the bracket of an outer array becomes part
 * of a record.
 */
final class RecordSplitter {
    private final ContentSource source;
    private final FileErrors errors;
    private final int maxDepth;
    private final ByteWindow window;
    private final RecordScanner scanner;
    private final PlainRecords plain;
    private long ordinal;
    private boolean begun;
    private boolean ended;
    private boolean inArray;
    private boolean jsonLines;
    private boolean lineIsBlank = true;
    private boolean lineIsOneRecord;

    /** Cuts only: no record is {@link Kind#PLAIN}. */
    RecordSplitter(ContentSource source, FileErrors errors, ReaderSettings settings) {
        this(source, errors, settings, null);
    }

    /** Reads plain records by the parser; none if it is null. */
    RecordSplitter(ContentSource source, FileErrors errors, ReaderSettings settings, ConversationParser parser) {
        this.source = source;
        this.errors = errors;
        maxDepth = settings.maxDepth();
        window = new ByteWindow(source, settings.maxRecordBytes());
        scanner = new RecordScanner(window);
        plain = parser == null ? null : new PlainRecords(window, parser);
    }

    /** The next record; null at the end. */
    RecordSlice next() {
        window.releaseRecord();
        if (!begun) {
            begun = true;
            requireJson();
        }
        while (!ended && window.more()) {
            byte next = window.peek();
            if (next == '[' && !inArray && !jsonLines) {
                openArray();
            } else if (next == ']' && inArray) {
                inArray = false;
                window.advance();
            } else if (isBlank(next) || next == ',') {
                skipBlank(next);
            } else {
                return record(next);
            }
        }
        return incomplete();
    }

    /** Goes to the first byte that is not blank and checks that JSON begins there, in UTF-8. */
    private void requireJson() {
        skipByteOrderMark();
        while (window.more() && isBlank(window.peek())) {
            skipBlank(window.peek());
        }
        if (!window.more()) {
            return;
        }
        if (window.peek() != '[' && window.peek() != '{') {
            throw errors.notAnExport(window.offset(), window.peek());
        }
        if (window.more(2) && window.bytes()[window.position() + 1] == 0) {
            throw errors.notAnExport(window.offset() + 1, (byte) 0);
        }
    }

    private void skipByteOrderMark() {
        if (window.more(3)) {
            byte[] bytes = window.bytes();
            if (bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf) {
                window.moveTo(3);
            }
        }
    }

    private void openArray() {
        inArray = true;
        lineIsBlank = false;
        lineIsOneRecord = false;
        window.advance();
    }

    private void skipBlank(byte blank) {
        window.advance();
        if (blank == '\n') {
            jsonLines |= lineIsOneRecord;
            lineIsBlank = true;
            lineIsOneRecord = false;
        }
    }

    private RecordSlice record(byte first) {
        boolean wholeLine = lineIsBlank && !inArray;
        lineIsBlank = false;
        window.beginRecord();
        boolean mustEndWithLine = jsonLines && !inArray;
        boolean tried = first == '{' && plain != null;
        Conversation conversation = tried ? plain.read(mustEndWithLine) : null;
        if (conversation != null) {
            lineIsOneRecord = wholeLine && !plain.lineFeedSeen();
            return slice(window.recordTooLarge() ? Kind.TOO_LARGE : Kind.PLAIN, 0, conversation);
        }
        boolean bracketed = first == '{' || first == '[' || (first == '"' && inArray);
        End end = bracketed ? scanner.scan(mustEndWithLine) : run();
        lineIsOneRecord = wholeLine && first == '{' && end == End.BALANCED && !scanner.lineFeedSeen();
        Kind kind = kind(end, bracketed);
        boolean notPlain = kind == Kind.VALUE && tried && plain.triedUpToHere();
        return slice(notPlain ? Kind.NOT_PLAIN : kind, bracketed ? scanner.deepest() : 0, null);
    }

    private Kind kind(End end, boolean bracketed) {
        if (end == End.END_OF_FILE && (bracketed || inArray || source.cut())) {
            ended = true;
            return Kind.TRUNCATED;
        }
        if (window.recordTooLarge()) {
            return Kind.TOO_LARGE;
        }
        if (end == End.BROKEN_LINE) {
            return Kind.BROKEN_LINE;
        }
        return bracketed && scanner.deepest() > maxDepth ? Kind.TOO_DEEP : Kind.VALUE;
    }

    /** Goes to the end of a number, a literal or bytes that are no JSON at all. */
    private End run() {
        window.advance();
        while (window.more()) {
            if (endsRun(window.peek())) {
                leaveTrailingBlanks();
                return End.BALANCED;
            }
            window.advance();
        }
        leaveTrailingBlanks();
        return End.END_OF_FILE;
    }

    private boolean endsRun(byte next) {
        return switch (next) {
            case '\n', '{', '[' -> true;
            case ',', ']', '"' -> inArray;
            default -> false;
        };
    }

    private void leaveTrailingBlanks() {
        int behind = window.position();
        while (behind > window.recordStart() && isBlank(window.bytes()[behind - 1])) {
            behind--;
        }
        window.moveTo(behind);
    }

    /** An empty record for a file that ends where more had to come; null for one that is complete. */
    private RecordSlice incomplete() {
        if (ended || !(inArray || source.cut())) {
            return null;
        }
        ended = true;
        window.beginRecord();
        return slice(Kind.TRUNCATED, 0, null);
    }

    private RecordSlice slice(Kind kind, long depth, Conversation conversation) {
        window.endRecord();
        ordinal++;
        return new RecordSlice(kind, ordinal, depth, window, conversation);
    }

    private static boolean isBlank(byte next) {
        return next == ' ' || next == '\n' || next == '\r' || next == '\t';
    }
}
