package io.botledger.sample;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is written under another name ({@code .tmp} appended) and renamed when it is whole. */
final class AtomicFile {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path path;
    private final Path unfinished;

    AtomicFile(Path path) {
        this.path = path.toAbsolutePath();
        this.unfinished = this.path.resolveSibling(path.getFileName() + ".tmp");
    }

    /** Writes what a file holds. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Writes the file and gives its path.
     *
     * @throws BotledgerException with {@link ErrorCode#ENVIRONMENT} if that fails; nothing is left behind then
     */
    Path write(Content content) {
        try {
            Files.createDirectories(path.getParent());
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished), BUFFER_BYTES)) {
                content.write(out);
            }
            return Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private BotledgerException failed(IOException failure) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException second) {
            failure.addSuppressed(second);
        }
        String message = "cannot write " + path + ": " + failure + "; check the folder's permissions and free space";
        return new BotledgerException(ErrorCode.ENVIRONMENT, message, failure);
    }
}
