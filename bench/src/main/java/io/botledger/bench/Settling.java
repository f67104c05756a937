package io.botledger.bench;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Brings to disk what the bench wrote, so that no measurement pays for the one before it. Its own files alone: on a busy
 * machine the system's {@code sync} waits for everybody.
 */
final class Settling {
    private final List<TargetDatabase> targets;
    private final List<Path> folders;

    /** Settles these databases, and the files in these folders, of which some may not be there yet. */
    Settling(List<TargetDatabase> targets, List<Path> folders) {
        this.targets = List.copyOf(targets);
        this.folders = List.copyOf(folders);
    }

    void settle() throws IOException, SQLException {
        for (TargetDatabase target : targets) {
            target.settle();
        }
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                write(folder);
            }
        }
    }

    private static void write(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.filter(Files::isRegularFile).toList();
        }
        for (Path file : all) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
    }
}
