package io.botledger.cli;

import io.botledger.extract.ExportFolder;
import io.botledger.load.FileOutcome;
import io.botledger.load.LoadCounts;
import io.botledger.model.ErrorCode;
import io.botledger.model.LandedFile;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a load did.
 *
 * @param files export files found
 * @param loaded files loaded for the first time
 * @param replaced files that replaced an older version of themselves
 * @param superseded older versions that came late: booked, not in the tables
 * @param unchanged files that were booked before
 * @param failed files and paths that could not be loaded
 * @param ignored files in folders whose names are not those of exports
 * @param records what became of the records of the files that were read
 * @param failures why files and paths failed
 */
record LoadSummary(
        long files,
        long loaded,
        long replaced,
        long superseded,
        long unchanged,
        long failed,
        List<String> ignored,
        LoadCounts records,
        List<Failure> failures)
        implements Printable {
    private static final int DONE_WITH_REJECTS = 3;
    private static final int SHOWN_IGNORED = 3;

    /** Why a path failed. */
    record Failure(String path, String message) {
        /** As a line that names the file once: most messages begin with its path, or with its name, already. */
        String line() {
            String name = String.valueOf(Path.of(path).getFileName());
            return message.startsWith(path) || message.startsWith(name) ? message : path + ": " + message;
        }
    }

    LoadSummary {
        ignored = List.copyOf(ignored);
        failures = List.copyOf(failures);
    }

    int exitStatus() {
        if (failed > 0) {
            return ErrorCode.FILE_UNREADABLE.exitStatus();
        }
        return records.rejected() + records.valueRejects() > 0 ? DONE_WITH_REJECTS : 0;
    }

    @Override
    public void print(PrintStream out) {
        out.println(Texts.count(files, "file") + ": " + Texts.count(loaded) + " loaded, " + Texts.count(unchanged)
                + " loaded already" + Texts.some(replaced, " replaced an older version")
                + Texts.some(superseded, " older than what is loaded") + Texts.some(failed, " failed")
                + (ignored.isEmpty() ? "" : ", " + ignoredFiles()));
        if (records.read() > 0) {
            out.println(Texts.count(records.read(), "record") + ": " + Texts.count(records.loaded()) + " loaded"
                    + Texts.some(records.repeated(), " repeated in their file")
                    + Texts.some(records.outranked(), " outranked by a later file")
                    + Texts.some(records.rejected(), " rejected")
                    + (records.valueRejects() == 0
                            ? ""
                            : "; " + Texts.count(records.valueRejects(), "value") + " not taken as sent"));
        }
        if (exitStatus() == DONE_WITH_REJECTS) {
            out.println("See botledger rejects for the reasons; load --again takes the files up once more.");
        }
    }

    private String ignoredFiles() {
        String shown = ignored.stream().limit(SHOWN_IGNORED).collect(Collectors.joining(", "));
        return Texts.count(ignored.size()) + " ignored, not named like exports: " + shown
                + (ignored.size() > SHOWN_IGNORED ? ", ..." : "");
    }

    /** Collects outcomes. */
    static final class Builder {
        private final long files;
        private final List<String> ignored;
        private final List<Failure> failures = new ArrayList<>();
        private final Map<FileOutcome.Kind, Long> kinds = new EnumMap<>(FileOutcome.Kind.class);
        private LoadCounts records = LoadCounts.ZERO;

        Builder(ExportFolder.Listing listing) {
            files = listing.files().size();
            ignored = listing.ignored().stream().map(Path::toString).toList();
            listing.problems()
                    .forEach(problem -> failures.add(new Failure(problem.path().toString(), problem.message())));
        }

        void add(LandedFile file, FileOutcome outcome) {
            kinds.merge(outcome.kind(), 1L, Long::sum);
            records = records.plus(outcome.counts());
            if (outcome.error() != null) {
                failures.add(new Failure(file.path().toString(), outcome.error().getMessage()));
            }
        }

        LoadSummary build() {
            return new LoadSummary(
                    files,
                    count(FileOutcome.Kind.LOADED),
                    count(FileOutcome.Kind.REPLACED),
                    count(FileOutcome.Kind.SUPERSEDED),
                    count(FileOutcome.Kind.UNCHANGED),
                    failures.size(),
                    ignored,
                    records,
                    failures);
        }

        private long count(FileOutcome.Kind kind) {
            return kinds.getOrDefault(kind, 0L);
        }
    }
}
