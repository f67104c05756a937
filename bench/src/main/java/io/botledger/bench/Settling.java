package io.botledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Brings everything to disk that was written, so that no measurement pays for the one before it. */
final class Settling {
    private static final Path SYNC = Path.of("/bin/sync");

    private final List<TargetDatabase> targets;
    private final Runner runner;

    Settling(List<TargetDatabase> targets, Runner runner) {
        this.targets = List.copyOf(targets);
        this.runner = runner;
    }

    void settle() throws IOException, InterruptedException, SQLException {
        for (TargetDatabase target : targets) {
            target.settle();
        }
        if (Files.isExecutable(SYNC)) {
            runner.run(List.of(SYNC.toString()));
        }
    }
}
