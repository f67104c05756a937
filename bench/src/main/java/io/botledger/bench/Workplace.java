package io.botledger.bench;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** A temporary folder and the databases in it; all gone when it is closed, also by Ctrl-C. */
final class Workplace implements AutoCloseable {
    private final Path root;
    private final Path folder;
    private final boolean keep;
    private final Runner runner;
    private final Program program;
    private final List<TargetDatabase> targets = new ArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    private Workplace(Path root, Path folder, boolean keep) {
        this.root = root;
        this.folder = folder;
        this.keep = keep;
        this.runner = new Runner(folder);
        this.program = new Program(root, runner);
    }

    /** Makes the folder and starts the databases. */
    static Workplace open(Path root, Path parent, Settings settings, boolean embedded, boolean keep)
            throws IOException, InterruptedException, SQLException {
        Path folder = Files.createTempDirectory(parent.toAbsolutePath(), "botledger-bench");
        Workplace workplace = new Workplace(root, folder, keep);
        Runtime.getRuntime().addShutdownHook(new Thread(workplace::closeAtExit));
        try {
            workplace.start(settings, embedded);
            return workplace;
        } catch (IOException | SQLException | RuntimeException e) {
            workplace.close();
            throw e;
        }
    }

    private void start(Settings settings, boolean embedded) throws IOException, InterruptedException, SQLException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            // The server may run as another user, and has to reach its own folder in this one.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        }
        if (settings.has(Part.PG)) {
            targets.add(PostgresDatabase.start(program, runner, folder, embedded));
        }
        if (settings.has(Part.H2)) {
            targets.add(H2Database.start(program, runner, folder.resolve("h2")));
        }
    }

    /** Measures everything that the settings ask for. */
    Results measure(Settings settings, Instant now) throws IOException, InterruptedException, SQLException {
        Path exports = folder.resolve("exports");
        Path dumps = folder.resolve("dumps");
        Loads loads = new Loads(program, new Exports(exports), dumps);
        Settling settling = new Settling(targets, List.of(exports, dumps, folder.resolve("h2")));
        Figures figures = new Measurements(settings, program, loads, targets, settling, folder, System.err).take();
        return new Results(now, Machine.read(runner, root, targets), settings, notes(), loads.proofs(), figures);
    }

    private List<String> notes() {
        return targets.stream()
                .map(target -> "The limit of " + target.name() + " is " + target.limit() + ".")
                .toList();
    }

    private void closeAtExit() {
        // Only a bench that is broken off still has some.
        ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
        try {
            close();
        } catch (IOException e) {
            System.err.println("could not clean up " + folder + ": " + e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        if (closed.getAndSet(true)) {
            return;
        }
        if (keep) {
            System.err.println("kept: " + folder);
        }
        List<TargetDatabase> reversed = new ArrayList<>(targets);
        Collections.reverse(reversed);
        for (TargetDatabase target : reversed) {
            target.close();
        }
        if (!keep) {
            delete();
        }
    }

    private void delete() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}
