package io.botledger.reports;

/** What is known of a bot's file of a day. The worst is the first: it decides for a day that needs several files. */
enum FileState {
    /** There is none, and nobody knows of a reason. */
    MISSING('m'),
    /** It could not be loaded. */
    FAILED('f'),
    /** There was none so far, but the vendor may still make one. */
    AWAITED('a'),
    /** It would be of before the first day that is known of the bot. */
    NOT_YET('.'),
    /** Loaded, and more may come. */
    GROWING('g'),
    /** Loaded. */
    LOADED('l'),
    /** Loaded, without conversations. */
    EMPTY('e'),
    /** The vendor has none. */
    ABSENT('a');

    private final char letter;

    FileState(char letter) {
        this.letter = letter;
    }

    /** What stands for it on the dashboard. */
    char letter() {
        return letter;
    }

    /** Whether a day that needs such a file lacks conversations, as far as one can know. */
    boolean isUnloaded() {
        return this == MISSING || this == FAILED || this == AWAITED;
    }

    /** Whether there is a file. */
    boolean isThere() {
        return this == FAILED || this == GROWING || this == LOADED || this == EMPTY;
    }

    /** The worse one of both. */
    FileState or(FileState other) {
        return compareTo(other) < 0 ? this : other;
    }
}
