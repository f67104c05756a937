package io.botledger.cli;

import io.botledger.extract.ExportFolder;
import io.botledger.load.FileOutcome;
import io.botledger.model.LandedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a run has done so far; complete at any moment, so that a run that breaks off can be booked. For one thread. */
final class RunTally {
    private final List<String> reports = new ArrayList<>();
    private ExtractSummary extracted = ExtractSummary.nothing();
    private LoadSummary.Builder loaded = new LoadSummary.Builder(ExportFolder.list(List.of()));

    void extracted(ExtractSummary summary) {
        extracted = summary;
    }

    void found(ExportFolder.Listing listing) {
        loaded = new LoadSummary.Builder(listing);
    }

    void loaded(LandedFile file, FileOutcome outcome) {
        loaded.add(file, outcome);
    }

    void reported(Path file) {
        reports.add(file.toString());
    }

    RunSummary summary() {
        return new RunSummary(extracted, loaded.build(), reports);
    }
}
