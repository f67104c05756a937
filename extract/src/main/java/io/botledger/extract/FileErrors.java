package io.botledger.extract;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** The errors of reading one file, each with the file's name, the place, and what to do next. */
final class FileErrors {
    private final String what;

    FileErrors(String what) {
        this.what = what;
    }

    BotledgerException notOpened(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return unreadable("no such file; check the path", cause);
        }
        if (cause instanceof AccessDeniedException) {
            return unreadable("no permission to read it; allow it to the user that runs botledger", cause);
        }
        return unreadable("can't be opened (" + kind(cause) + "); check the disk", cause);
    }

    BotledgerException notAFile(boolean directory) {
        String found = directory ? "a folder" : "something else";
        return unreadable("expected a file, found " + found + "; name the export file itself", null);
    }

    BotledgerException notReadable(long offset, IOException cause) {
        if (cause instanceof ClosedByInterruptException) {
            return new BotledgerException(
                    ErrorCode.INTERRUPTED, what + ": interrupted at byte " + offset + "; run the command again", cause);
        }
        return unreadable("can't be read at byte " + offset + " (" + kind(cause) + "); check the disk", cause);
    }

    BotledgerException corruptGzip(long offset, IOException cause) {
        return unreadable(
                "corrupt gzip after " + offset + " inflated bytes: " + cause.getMessage() + "; get the file again",
                cause);
    }

    BotledgerException tooLarge(long maxBytes) {
        return unreadable(
                "expected at most " + maxBytes
                        + " bytes of content, found more; raise the limit if the file is genuine",
                null);
    }

    BotledgerException tooDense(int maxRatio) {
        return unreadable(
                "expected at most " + maxRatio
                        + " inflated bytes for one byte, found more; raise the limit if the file is genuine",
                null);
    }

    BotledgerException notAnExport(long offset, byte found) {
        return unreadable(
                "not a Data Export file: expected a JSON array or object, found " + shown(found) + " at byte " + offset
                        + "; get the file again",
                null);
    }

    BotledgerException cutGzip(long offset) {
        return truncated("the gzip stream ends after " + offset + " inflated bytes: expected its trailer");
    }

    BotledgerException truncated(RecordSlice cut) {
        long end = cut.byteOffset() + cut.byteCount();
        String place = cut.byteCount() == 0
                ? "after record " + (cut.ordinal() - 1) + ", at byte " + end + ": expected the rest of the file"
                : "in the middle of record " + cut.ordinal() + ", which begins at byte " + cut.byteOffset()
                        + ": expected the rest of the record";
        return truncated("the file ends " + place + ", found the end at byte " + end);
    }

    private BotledgerException truncated(String message) {
        return new BotledgerException(ErrorCode.FILE_TRUNCATED, what + ": " + message + "; get the file again");
    }

    private BotledgerException unreadable(String message, IOException cause) {
        return new BotledgerException(ErrorCode.FILE_UNREADABLE, what + ": " + message, cause);
    }

    private static String kind(IOException cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static String shown(byte found) {
        return found > ' ' && found < 0x7f ? "'" + (char) found + "'" : String.format("0x%02X", found & 0xff);
    }
}
