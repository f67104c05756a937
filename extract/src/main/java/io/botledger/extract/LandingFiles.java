package io.botledger.extract;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The disk under a landing folder: folders and files private to the user (0700, 0600), files that appear by rename when
 * they are whole and on the disk. For any thread, and for several processes.
 */
final class LandingFiles {
    /** Where files are written before they are renamed; hidden, so nobody takes it for a bot. */
    private static final String UNFINISHED = ".tmp";

    private final Path root;
    private final boolean posix;
    private final Consumer<String> step;

    /** @param step told before each step of publishing; tests stop there */
    LandingFiles(Path root, Consumer<String> step) {
        this.root = root;
        this.step = step;
        posix = root.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Makes the landing folder itself, and takes from others the right to look into it. */
    void createRoot() {
        createFolder(root.resolve(UNFINISHED));
        attempt(root, () -> {
            if (posix) {
                Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            }
        });
    }

    /** Makes a folder and those above it, where they are missing. */
    void createFolder(Path folder) {
        attempt(folder, () -> {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, permissions("rwx------"));
            }
        });
    }

    /** Makes an empty file of a name that nobody else has. */
    Path newUnfinished() {
        Path file = root.resolve(UNFINISHED).resolve(UUID.randomUUID() + ".part");
        step.accept("create");
        attempt(file, () -> Files.createFile(file, permissions("rw-------")));
        return file;
    }

    /** Brings a file to the disk, then gives it its name. */
    void publish(Path unfinished, Path target) {
        attempt(target, () -> {
            step.accept("sync");
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            step.accept("rename");
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            syncFolder(target.getParent());
            step.accept("renamed");
        });
    }

    /** Publishes a small file. */
    void publish(byte[] content, Path target) {
        Path unfinished = newUnfinished();
        try {
            attempt(target, () -> Files.write(unfinished, content));
            publish(unfinished, target);
        } catch (RuntimeException failure) {
            discard(unfinished, failure);
            throw failure;
        }
    }

    void touch(Path file, Instant landedAt) {
        step.accept("touch");
        attempt(file, () -> Files.setLastModifiedTime(file, FileTime.from(landedAt)));
    }

    /** Deletes an unfinished file; {@code failure} takes up what goes wrong. */
    void discard(Path unfinished, RuntimeException failure) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException second) {
            failure.addSuppressed(second);
        }
    }

    void discard(Path unfinished) {
        attempt(unfinished, () -> Files.deleteIfExists(unfinished));
    }

    /** Deletes what killed processes left: unfinished files that nobody wrote to since then. */
    void discardLeftovers(Instant before) {
        for (Path file : entries(root.resolve(UNFINISHED))) {
            attempt(file, () -> {
                try {
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                        Files.deleteIfExists(file);
                    }
                } catch (NoSuchFileException renamedMeanwhile) {
                    return;
                }
            });
        }
    }

    /** What is in a folder, in order; nothing if it does not exist. */
    List<Path> entries(Path folder) {
        List<Path> entries = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return entries;
        }
        attempt(folder, () -> {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
                stream.forEach(entries::add);
            } catch (DirectoryIteratorException failure) {
                throw failure.getCause();
            }
        });
        entries.sort(null);
        return entries;
    }

    private void syncFolder(Path folder) throws IOException {
        if (posix) {
            try (FileChannel channel = FileChannel.open(folder)) {
                channel.force(true);
            }
        }
    }

    private FileAttribute<?>[] permissions(String permissions) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Work on the disk. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    private static void attempt(Path path, Work work) {
        try {
            work.run();
        } catch (IOException failure) {
            throw error(path, failure);
        }
    }

    static BotledgerException error(Path path, IOException failure) {
        if (failure instanceof ClosedByInterruptException) {
            return ApiTiming.interrupted();
        }
        return new BotledgerException(
                ErrorCode.ENVIRONMENT,
                "cannot write " + path + ": " + failure + "; check the folder's permissions and free space",
                failure);
    }
}
