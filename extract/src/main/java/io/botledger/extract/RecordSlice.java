package io.botledger.extract;

import io.botledger.model.Conversation;

/**
 * One record as it was cut out of a file, parsed already only if it is plain. Its bytes lie in the reader's buffer and are valid until the next
 * record is asked for.
 */
final class RecordSlice {
    /** What the cut already tells about a record. */
    enum Kind {
        /** A conversation with nothing to reject, which is read already. */
        PLAIN,
        /** Balanced brackets that are not {@link #PLAIN}. */
        NOT_PLAIN,
        /** Balanced brackets, or a run of bytes without any: to be parsed. */
        VALUE,
        /** The record's line ends within the record. */
        BROKEN_LINE,
        /** Nested deeper than allowed. */
        TOO_DEEP,
        /** More bytes than allowed. */
        TOO_LARGE,
        /** The file ends within the record, or before its array is closed (then the record is empty). */
        TRUNCATED
    }

    private final Kind kind;
    private final long ordinal;
    private final long byteOffset;
    private final long byteCount;
    private final long depth;
    private final byte[] bytes;
    private final int from;
    private final String sha256OfDropped;
    private final Conversation conversation;

    RecordSlice(Kind kind, long ordinal, long depth, ByteWindow window, Conversation conversation) {
        this.kind = kind;
        this.ordinal = ordinal;
        this.depth = depth;
        this.conversation = conversation;
        byteOffset = window.recordOffset();
        byteCount = window.recordBytes();
        bytes = window.bytes();
        from = window.recordStart();
        sha256OfDropped = window.droppedHash();
    }

    Kind kind() {
        return kind;
    }

    /** 1-based number of the record in its file. */
    long ordinal() {
        return ordinal;
    }

    /** Where the record begins in the inflated file, 0-based. */
    long byteOffset() {
        return byteOffset;
    }

    /** The record's length; only up to the allowed length do its bytes lie in {@link #bytes()}. */
    long byteCount() {
        return byteCount;
    }

    /** Deepest level of nesting; the record itself is level 1. */
    long depth() {
        return depth;
    }

    /** The conversation of a plain record; null for any other. */
    Conversation conversation() {
        return conversation;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Index of the first byte in {@link #bytes()}. */
    int from() {
        return from;
    }

    /** Number of bytes in {@link #bytes()}. */
    int length() {
        return (int) byteCount;
    }

    String sha256() {
        return sha256OfDropped != null
                ? sha256OfDropped
                : new Sha256().add(bytes, from, length()).hex();
    }
}
