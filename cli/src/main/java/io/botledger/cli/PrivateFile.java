package io.botledger.cli;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes small files that only the user may read. */
final class PrivateFile {
    private PrivateFile() {}

    /**
     * Writes a file, or replaces it; whoever looks sees the old one or the whole of the new one.
     *
     * @throws BotledgerException USAGE if its folder is missing, ENVIRONMENT if it can't be written
     */
    static void write(Path file, String text) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new BotledgerException(ErrorCode.USAGE, "there is no folder for " + file + "; create it first");
        }
        Path unfinished = null;
        try {
            // Readable for the user alone, wherever the file system knows users.
            unfinished = Files.createTempFile(folder, ".botledger-", ".part");
            Files.writeString(unfinished, text);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new BotledgerException(
                    ErrorCode.ENVIRONMENT,
                    "cannot write " + file + ": " + failure + "; check the folder's permissions and free space",
                    discarding(unfinished, failure));
        }
    }

    private static IOException discarding(Path unfinished, IOException failure) {
        try {
            if (unfinished != null) {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException second) {
            failure.addSuppressed(second);
        }
        return failure;
    }
}
