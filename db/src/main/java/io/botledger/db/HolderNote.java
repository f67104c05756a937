package io.botledger.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * Who holds the right to write to an embedded H2 database, in a hidden file beside it: such a database can't be asked,
 * since nobody else can open it. The writer keeps the file locked, so that what a dead process left is known for that,
 * whatever process has its number now. A note makes a message better and decides nothing; where it can't be written, or is
 * damaged, there is none.
 */
final class HolderNote implements AutoCloseable {
    private static final String PREFIX = "jdbc:h2:";
    private static final int MAX_BYTES = 1_000;
    /** Behind the text: on Windows nobody else could read the locked part. */
    private static final long LOCKED_BYTE = 1 << 20;

    private final Path file;
    private final FileChannel channel;

    private HolderNote(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Writes the note, over that of a dead process; empty if there is no place for it. To be called under the right. */
    static Optional<HolderNote> write(DatabaseSettings settings, LockHolder holder) {
        return place(settings).flatMap(file -> {
            try {
                return Optional.of(write(file, holder));
            } catch (IOException | RuntimeException e) {
                return Optional.empty();
            }
        });
    }

    private static HolderNote write(Path file, LockHolder holder) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        Files.deleteIfExists(unfinished);
        FileChannel channel = FileChannel.open(
                unfinished, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), permissions(file));
        try {
            if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                throw new IOException("locked by another process");
            }
            channel.write(ByteBuffer.wrap((holder + "\n").getBytes(StandardCharsets.UTF_8)));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return new HolderNote(file, channel);
        } catch (IOException | RuntimeException e) {
            try (channel) {
                Files.deleteIfExists(unfinished);
            } catch (IOException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    private static FileAttribute<?>[] permissions(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Who holds the right, if the note tells and its writer lives. */
    static Optional<LockHolder> read(DatabaseSettings settings) {
        // Opening a pipe would wait for somebody to write into it.
        return place(settings).filter(Files::isRegularFile).flatMap(file -> {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                    FileLock left = channel.tryLock(LOCKED_BYTE, 1, true)) {
                return left == null ? LockHolder.parse(text(channel)) : Optional.empty();
            } catch (IOException | OverlappingFileLockException e) {
                return Optional.empty();
            }
        });
    }

    private static String text(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MAX_BYTES);
        channel.read(bytes);
        return StandardCharsets.UTF_8.decode(bytes.flip()).toString().strip();
    }

    /** Beside the database's file; empty for a database that has none here: of a server, or in memory. */
    private static Optional<Path> place(DatabaseSettings settings) {
        if (!settings.url().startsWith(PREFIX)) {
            return Optional.empty();
        }
        String name = settings.url().substring(PREFIX.length()).replaceFirst("(?s);.*", "");
        String path = name.replaceFirst("^file:", "")
                .replaceFirst("^~(?=/)", Matcher.quoteReplacement(System.getProperty("user.home")));
        try {
            Path database = Path.of(path + ".mv.db").toRealPath();
            return Optional.of(database.resolveSibling("." + database.getFileName() + ".holder"));
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Takes the note away. */
    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It stays, and is known for what a dead process left.
        }
    }
}
