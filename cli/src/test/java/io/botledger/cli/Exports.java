package io.botledger.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** What is in a landing folder, read without the code under test, also while a process writes to it. */
final class Exports {
    private Exports() {}

    /** Checksums of the exports by their path in the folder; hidden files, which hold times, are left out. */
    static Map<String, Long> in(Path landing) {
        return files(landing).stream()
                .filter(file -> !landing.relativize(file).toString().matches("(.*/)?\\..*"))
                .collect(Collectors.toMap(
                        file -> landing.relativize(file).toString(),
                        Exports::checksum,
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** Files that are being written, or were when their process died. */
    static List<Path> unfinished(Path landing) {
        return files(landing.resolve(".tmp"));
    }

    private static List<Path> files(Path folder) {
        Optional<List<Path>> files = Optional.empty();
        while (files.isEmpty()) {
            files = look(folder);
        }
        return files.get();
    }

    /** Empty if a file was renamed meanwhile. */
    private static Optional<List<Path>> look(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return Optional.of(walk.filter(Files::isRegularFile).toList());
        } catch (UncheckedIOException renamedMeanwhile) {
            return Optional.empty();
        } catch (IOException noFolderYet) {
            return Optional.of(List.of());
        }
    }

    private static Long checksum(Path file) {
        CRC32 checksum = new CRC32();
        try {
            checksum.update(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return checksum.getValue();
    }
}
