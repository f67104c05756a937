package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.db.Database;
import io.botledger.load.LedgerReport;
import io.botledger.load.RejectRow;
import io.botledger.load.VersionRow;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what was rejected and why. */
@Command(
        name = "rejects",
        description = {
            "Shows the records that were not loaded, the values that were not taken as sent, and the files that failed.",
            "Tells places and reasons, no text of a conversation: the file itself has that.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RejectsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ConfigurationOption configurationOption;

    @Mixin
    private DatabaseOptions databaseOptions;

    @Option(names = "--kind", paramLabel = "record|value", description = "Only this kind (default: both).")
    private Kind kind;

    @Option(names = "--file", paramLabel = "NAME", description = "Only of the file of this name.")
    private String fileName;

    @Option(names = "--all", description = "Also of versions of files that a later version replaced.")
    private boolean all;

    @Mixin
    private FormatOption format;

    RejectsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What a reject takes away. */
    enum Kind {
        RECORD,
        VALUE
    }

    /** A file that failed as a whole. */
    record FailedFile(String fileName, String error) {}

    @Override
    public Integer call() {
        try (Database database = databaseOptions.openForReading(terminal, configurationOption.read(terminal))) {
            LedgerReport report = new LedgerReport(database);
            requireKnownFile(report);
            String kindName = kind == null ? null : kind.name().toLowerCase(Locale.ROOT);
            List<FailedFile> failed = failedFiles(report);
            if (format.json()) {
                try (Json.Stream json = new Json.Stream(terminal.out())) {
                    json.list("files", list -> failed.forEach(list));
                    json.list("rejects", list -> report.rejects(all, kindName, fileName, list::accept));
                }
            } else {
                print(report, kindName, failed);
            }
            return 0;
        }
    }

    private void print(LedgerReport report, String kindName, List<FailedFile> failed) {
        failed.forEach(file -> terminal.out().println(file.fileName() + " failed: " + file.error()));
        long[] count = {failed.size()};
        report.rejects(all, kindName, fileName, row -> {
            count[0]++;
            terminal.out().println(line(row));
        });
        if (count[0] == 0) {
            terminal.out().println("Nothing was rejected.");
        }
    }

    private void requireKnownFile(LedgerReport report) {
        boolean[] known = {fileName == null};
        report.versions(true, version -> known[0] |= version.fileName().equals(fileName));
        if (!known[0]) {
            throw new BotledgerException(
                    ErrorCode.USAGE, "--file: no file " + fileName + " was ever loaded; status --files lists them all");
        }
    }

    private List<FailedFile> failedFiles(LedgerReport report) {
        List<FailedFile> failed = new ArrayList<>();
        if (kind == null) {
            report.versions(false, version -> {
                if (isFailed(version)) {
                    failed.add(new FailedFile(version.fileName(), version.error()));
                }
            });
        }
        return failed;
    }

    private boolean isFailed(VersionRow version) {
        return version.status().equals("failed") && (fileName == null || fileName.equals(version.fileName()));
    }

    private static String line(RejectRow row) {
        return row.fileName() + " record " + Texts.count(row.recordOrdinal()) + " at byte "
                + Texts.count(row.byteOffset()) + (row.pointer().isEmpty() ? "" : " " + row.pointer()) + ": "
                + row.reason() + ", " + row.message()
                + (row.loadStatus().equals("failed")
                        ? " (file not loaded)"
                        : row.kind().equals("record") ? " (record not loaded)" : "");
    }
}
