package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.extract.ExportFolder;
import io.botledger.extract.ExportReader;
import io.botledger.extract.FileContents;
import io.botledger.extract.ReaderSettings;
import io.botledger.load.FileOutcome;
import io.botledger.load.LoadCounts;
import io.botledger.load.LoadSession;
import io.botledger.model.LandedFile;
import java.nio.file.Path;
import java.util.List;

/** Joins reader and loader: loads the export files of some paths, in the order of their days, a few at a time. */
final class LoadJob {
    private final Terminal terminal;
    private final ReaderSettings readerSettings;
    private final Progress.Mode progressMode;
    private final int workers;

    LoadJob(Terminal terminal, ReaderSettings readerSettings, Progress.Mode progressMode, int workers) {
        this.terminal = terminal;
        this.readerSettings = readerSettings;
        this.progressMode = progressMode;
        this.workers = workers;
    }

    /**
     * Loads the files within a run, and books what a landing folder says of its days; what became of each file is in the
     * tally even if the run breaks off.
     */
    void load(LoadSession session, List<Path> paths, RunTally tally) {
        ExportFolder.Listing listing = ExportFolder.list(paths);
        tally.found(listing);
        session.book(listing.days());
        try {
            loadFiles(session, listing.files(), tally);
            session.renewStatistics();
        } finally {
            printFailures(tally.summary().load());
        }
    }

    private void printFailures(LoadSummary summary) {
        summary.failures().forEach(failure -> terminal.err().println("botledger: " + failure.line()));
    }

    private void loadFiles(LoadSession session, List<LandedFile> files, RunTally tally) {
        long bytes = files.stream().mapToLong(LandedFile::size).sum();
        try (Progress progress = Progress.of(progressMode, terminal, "Loading", " MB", 1 << 20, bytes)) {
            SideBySide.forEach(files, session.filesAtOnce(workers), file -> load(session, file, progress), loaded -> {
                tally.loaded(loaded.file(), loaded.outcome());
                tell(loaded, progress);
            });
        }
    }

    private record Loaded(LandedFile file, FileOutcome outcome) {}

    private static void tell(Loaded loaded, Progress progress) {
        FileOutcome.Kind kind = loaded.outcome().kind();
        if (kind != FileOutcome.Kind.UNCHANGED && kind != FileOutcome.Kind.FAILED) {
            progress.line(describe(loaded.file(), loaded.outcome()));
        }
    }

    private Loaded load(LoadSession session, LandedFile file, Progress progress) {
        terminal.requireNotCancelled();
        ProgressRecords.Meter meter = new ProgressRecords.Meter(progress, file.size());
        FileOutcome outcome = session.load(
                file,
                () -> FileContents.fingerprint(file.path(), readerSettings),
                () -> new ProgressRecords(terminal, file, ExportReader.open(file.path(), readerSettings), meter));
        meter.finish();
        return new Loaded(file, outcome);
    }

    private static String describe(LandedFile file, FileOutcome outcome) {
        LoadCounts counts = outcome.counts();
        String verb = switch (outcome.kind()) {
            case REPLACED -> "replaced an older version: ";
            case SUPERSEDED -> "booked, a later version stays: ";
            default -> "loaded: ";
        };
        return file.path().getFileName() + " " + verb + Texts.count(counts.read(), "record")
                + (counts.rejected() + counts.valueRejects() == 0
                        ? ""
                        : ", " + Texts.count(counts.rejected(), "record") + " and "
                                + Texts.count(counts.valueRejects(), "value") + " rejected");
    }
}
