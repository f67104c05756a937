package io.botledger.cli;

import io.botledger.load.RunCounts;
import java.io.PrintStream;
import java.util.List;

/**
 * What a run did.
 *
 * @param extract what was fetched
 * @param load what was loaded
 * @param reports files of the reports and the dashboard written
 */
record RunSummary(ExtractSummary extract, LoadSummary load, List<String> reports) implements Printable {
    RunSummary {
        reports = List.copyOf(reports);
    }

    /** That of the step that went worst, the first if two did: a source that fails comes before a file that does. */
    int exitStatus() {
        return extract.exitStatus() != 0 ? extract.exitStatus() : load.exitStatus();
    }

    /** What failed, in short; null if nothing did. */
    String error() {
        String days = extract.failed() == 0
                ? ""
                : Texts.count(extract.failed(), "day") + " could not be fetched, the first: "
                        + extract.failures().get(0).message();
        String files = load.failed() == 0
                ? ""
                : Texts.count(load.failed(), "file") + " could not be loaded, the first: "
                        + load.failures().get(0).message();
        if (days.isEmpty() && files.isEmpty()) {
            return null;
        }
        return days + (days.isEmpty() || files.isEmpty() ? "" : "; ") + files;
    }

    RunCounts counts() {
        return new RunCounts(
                extract.days(),
                extract.failed(),
                extract.landed(),
                load.files(),
                load.loaded() + load.replaced() + load.superseded(),
                load.unchanged(),
                load.failed(),
                reports.size());
    }

    @Override
    public void print(PrintStream out) {
        extract.print(out);
        load.print(out);
        reports.forEach(file -> out.println("report " + file));
    }
}
