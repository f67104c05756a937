package io.botledger.cli;

import io.botledger.extract.FolderSource;
import io.botledger.model.ErrorCode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * What copying of exports into the landing folder did.
 *
 * @param copied files whose content counts now and did not before
 * @param unchanged files whose content was here already
 * @param ignored files in folders whose names are not those of exports
 * @param failures files and paths that could not be taken, and why
 */
record FolderSummary(int copied, int unchanged, List<String> ignored, List<LoadSummary.Failure> failures)
        implements Printable {
    FolderSummary {
        ignored = List.copyOf(ignored);
        failures = List.copyOf(failures);
    }

    static FolderSummary of(FolderSource.Copied result) {
        return new FolderSummary(
                result.copied(),
                result.unchanged(),
                result.ignored().stream().map(Path::toString).toList(),
                result.problems().stream()
                        .map(problem -> new LoadSummary.Failure(problem.path().toString(), problem.message()))
                        .toList());
    }

    int exitStatus() {
        return failures.isEmpty() ? 0 : ErrorCode.FILE_UNREADABLE.exitStatus();
    }

    @Override
    public void print(PrintStream out) {
        out.println(Texts.count((long) copied + unchanged + failures.size(), "file") + ": " + Texts.count(copied)
                + " copied, " + Texts.count(unchanged) + " here already"
                + Texts.some(failures.size(), " failed")
                + Texts.some(ignored.size(), " ignored, not named like exports"));
    }
}
