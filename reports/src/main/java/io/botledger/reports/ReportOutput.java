package io.botledger.reports;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Where a report goes. */
public final class ReportOutput {
    private static final int BUFFER_SIZE = 1 << 16;

    private final String name;
    private final OutputStream stream;
    private final Path file;

    private ReportOutput(String name, OutputStream stream, Path file) {
        this.name = name;
        this.stream = stream;
        this.file = file;
    }

    /**
     * A stream, which is flushed and left open.
     *
     * @param name what to call it in a message, for example {@code standard output}
     */
    public static ReportOutput toStream(String name, OutputStream stream) {
        return new ReportOutput(name, stream, null);
    }

    /**
     * A file, which appears with the whole report in it or not at all, in the place of one of that name; its folder is
     * made where there is none.
     */
    public static ReportOutput toFile(Path file) {
        return new ReportOutput(file.toString(), null, file.toAbsolutePath());
    }

    <T> T write(Function<OutputStream, T> report) {
        try {
            return stream != null ? writeTo(stream, report) : writeFile(report);
        } catch (UncheckedIOException e) {
            throw notWritten(e.getCause());
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    private BotledgerException notWritten(IOException e) {
        return new BotledgerException(ErrorCode.ENVIRONMENT, "writing the report to " + name + ": " + e, e);
    }

    private static <T> T writeTo(OutputStream bytes, Function<OutputStream, T> report) throws IOException {
        OutputStream buffered = new BufferedOutputStream(bytes, BUFFER_SIZE);
        T result = report.apply(buffered);
        buffered.flush();
        return result;
    }

    private <T> T writeFile(Function<OutputStream, T> report) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new BotledgerException(
                    ErrorCode.USAGE,
                    "can't write the report to " + name + ": it is "
                            + (Files.isDirectory(file) ? "a folder" : "no file")
                            + "; name a file that may be replaced");
        }
        makeFolder();
        Path part = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            T result = writePart(part, report);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return result;
        } catch (IOException | RuntimeException failure) {
            deleteAfter(part, failure);
            throw failure;
        }
    }

    private void makeFolder() {
        Path folder = file.getParent();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw notMade("the folder " + folder + " can't be made", e);
        }
    }

    private <T> T writePart(Path part, Function<OutputStream, T> report) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = open(part, options)) {
            T result = writeTo(Channels.newOutputStream(channel), report);
            channel.force(true);
            return result;
        }
    }

    private FileChannel open(Path part, Set<StandardOpenOption> options) {
        try {
            return FileChannel.open(part, options);
        } catch (IOException e) {
            throw notMade("no file can be made in " + part.getParent(), e);
        }
    }

    private BotledgerException notMade(String what, IOException e) {
        return new BotledgerException(
                ErrorCode.ENVIRONMENT,
                "can't write the report to " + name + ": " + what + ": " + reason(e)
                        + "; name a file in a folder that you may write into",
                e);
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileAlreadyExistsException there) {
            return there.getFile() + " is no folder";
        }
        if (e instanceof FileSystemException known) {
            return known.getReason() == null
                    ? "its file system takes none"
                    : known.getReason().toLowerCase(Locale.ROOT);
        }
        return e.getMessage();
    }

    private static void deleteAfter(Path part, Exception failure) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException second) {
            failure.addSuppressed(second);
        }
    }
}
