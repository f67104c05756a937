package io.botledger.extract;

import io.botledger.extract.ExportFolder.Listing;
import io.botledger.extract.ExportFolder.Problem;
import io.botledger.model.ExportDay;
import io.botledger.model.ExportFileName;
import io.botledger.model.LandedFile;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One walk through named files and folders. */
final class FolderWalk {
    private static final Comparator<LandedFile> ORDER = Comparator.comparing(LandedFile::name)
            .thenComparing(LandedFile::landedAt)
            .thenComparing(LandedFile::path);

    private final List<LandedFile> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Path> ignored = new ArrayList<>();
    private final List<ExportDay> days = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();
    private final Deque<Path> folders = new ArrayDeque<>();

    Listing listing() {
        files.sort(ORDER);
        return new Listing(files, problems, ignored, days);
    }

    /** Takes a file, or a folder with all that is in it. */
    void addNamed(Path path) {
        if (Files.isDirectory(path)) {
            addFolder(path, nameOf(path).isPresent());
            walk();
        } else if (!Files.exists(path)) {
            problem(path, "no such file or folder; check the path");
        } else if (!Files.isRegularFile(path)) {
            problem(path, "expected a file or folder, found something else; name an export file or its folder");
        } else {
            addNamedFile(path);
        }
    }

    private void addNamedFile(Path path) {
        Optional<ExportFileName> name = nameOf(path);
        if (name.isEmpty()) {
            problem(
                    path,
                    "expected a name of the form " + ExportFileName.EXPECTED
                            + ", from which the bot and the day are taken; rename the file");
        } else {
            addFile(path, name.get());
        }
    }

    private void walk() {
        while (!folders.isEmpty()) {
            Path folder = folders.pop();
            try {
                if (seen.add(folder.toRealPath())) {
                    entries(folder).forEach(this::addFound);
                }
            } catch (IOException failure) {
                problem(folder, "the folder can't be read; check its permissions");
            }
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (DirectoryIteratorException failure) {
            throw failure.getCause();
        }
        entries.sort(Comparator.naturalOrder());
        return entries;
    }

    private void addFound(Path path) {
        if (path.endsWith(DayStateFile.NAME)) {
            DayStateFile.readDay(path.toAbsolutePath().normalize().getParent()).ifPresent(days::add);
            return;
        }
        if (isPassedOver(path.getFileName().toString())) {
            return;
        }
        Optional<ExportFileName> name = nameOf(path);
        if (Files.isDirectory(path)) {
            addFolder(path, name.isPresent());
        } else if (name.isEmpty()) {
            ignored.add(path);
        } else if (Files.isRegularFile(path)) {
            addFile(path, name.get());
        } else {
            problem(path, "expected an export file by its name, found no file; check where the link leads");
        }
    }

    /** What is in a folder counts, whatever its name; but one that should be a file is told. */
    private void addFolder(Path path, boolean namedLikeAFile) {
        if (namedLikeAFile) {
            problem(path, "expected an export file by its name, found a folder; what is in it is taken");
        }
        folders.push(path);
    }

    private void addFile(Path path, ExportFileName name) {
        try {
            if (seen.add(path.toRealPath())) {
                files.add(look(path.toAbsolutePath().normalize(), name));
            }
        } catch (IOException failure) {
            problem(path, "the file can't be looked at; check that it is still there");
        }
    }

    /** A file as it lies there now. */
    static LandedFile look(Path path, ExportFileName name) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        Instant landedAt = attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MICROS);
        return new LandedFile(path, name, attributes.size(), landedAt);
    }

    private void problem(Path path, String message) {
        problems.add(new Problem(path, message));
    }

    private static Optional<ExportFileName> nameOf(Path path) {
        Path fileName = path.getFileName();
        return fileName == null ? Optional.empty() : ExportFileName.parse(fileName.toString());
    }

    private static boolean isPassedOver(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.startsWith(".") || name.endsWith(".part") || name.endsWith(".tmp");
    }
}
