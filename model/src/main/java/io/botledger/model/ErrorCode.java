package io.botledger.model;

import java.util.Locale;

/** Why work could not be done, each with the exit status of the command and whether trying again may help. */
public enum ErrorCode {
    /** A defect of botledger itself. */
    INTERNAL(1, false),
    /** An option, argument or setting is wrong. */
    USAGE(2, false),
    /** A file can't be read or is not an export; the others can be loaded. */
    FILE_UNREADABLE(4, false),
    /** A file ends in the middle; the whole of it may come later. */
    FILE_TRUNCATED(4, true),
    /** More of a file's records were rejected than allowed. */
    TOO_MANY_REJECTS(4, false),
    /** The database takes a row of the file for wrong. */
    ROW_REFUSED(4, false),
    /** A file changed while it was read. */
    FILE_CHANGED(4, true),
    /** The source of the exports is unavailable or refused. */
    SOURCE(5, true),
    /** The database is unavailable, refused, or of a kind that botledger does not know. */
    DATABASE(6, true),
    /** There is no database yet, or botledger's schema is not in it. */
    DATABASE_MISSING(6, false),
    /** The disk or memory of this machine is exhausted, or an output can't be written. */
    ENVIRONMENT(6, true),
    /** Another run is at work on the same database. */
    BUSY(7, true),
    /** Interrupted by a signal. */
    INTERRUPTED(130, true);

    private final int exitStatus;
    private final boolean retryable;

    ErrorCode(int exitStatus, boolean retryable) {
        this.exitStatus = exitStatus;
        this.retryable = retryable;
    }

    /** The exit status of a command that ends with this error. */
    public int exitStatus() {
        return exitStatus;
    }

    /** The stored, lower-case name. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the same call may succeed later without a change by the user. */
    public boolean retryable() {
        return retryable;
    }
}
