package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.db.Database;
import io.botledger.extract.FileContents;
import io.botledger.load.Verification;
import io.botledger.load.Verification.Check;
import io.botledger.load.Verification.SeenFile;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Proves that tables, ledger and files agree. */
@Command(
        name = "verify",
        description = {
            "Checks the whole: counts, orphans, which rows count, and the ledger against the files.",
            "Ends with 1 if the tables contradict each other, with 4 if a file is not what was loaded.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class VerifyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ConfigurationOption configurationOption;

    @Mixin
    private DatabaseOptions databaseOptions;

    @Option(names = "--read-files", description = "Read every file to its end and compare its content.")
    private boolean readFiles;

    @Mixin
    private ReaderOptions readerOptions;

    @Mixin
    private FormatOption format;

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A file that is not as it was when its content was booked. */
    record FileFinding(String path, String finding) {}

    /** All of it, for programs. */
    record Result(List<Check> checks, long files, List<FileFinding> goneFiles, List<FileFinding> changedFiles) {}

    @Override
    public Integer call() {
        try (Database database = databaseOptions.openForReading(terminal, configurationOption.read(terminal))) {
            Verification verification = new Verification(database);
            List<SeenFile> files = verification.seenFiles();
            List<FileFinding> gone = new ArrayList<>();
            List<FileFinding> changed = new ArrayList<>();
            files.forEach(file -> look(file, gone, changed));
            Result result = new Result(verification.run(), files.size(), gone, changed);
            if (format.json()) {
                Json.print(terminal.out(), result);
            } else {
                print(result);
            }
            return exitStatus(result);
        }
    }

    private void look(SeenFile file, List<FileFinding> gone, List<FileFinding> changed) {
        Path path = Path.of(file.path());
        if (!Files.exists(path)) {
            gone.add(new FileFinding(file.path(), "is no longer there"));
            return;
        }
        try {
            if (Files.size(path) != file.size()) {
                changed.add(new FileFinding(file.path(), "has another size than what was loaded; load it again"));
            } else if (readFiles
                    && !FileContents.fingerprint(path, readerOptions.settings())
                            .sha256()
                            .equals(file.sha256())) {
                changed.add(new FileFinding(file.path(), "has another content than what was loaded; load it again"));
            }
        } catch (IOException | BotledgerException e) {
            changed.add(new FileFinding(file.path(), "can't be read: " + e.getMessage()));
        }
    }

    private void print(Result result) {
        for (Check check : result.checks()) {
            terminal.out()
                    .println((check.holds() ? "ok    " : "WRONG ")
                            + check.name()
                            + (check.holds() ? "" : ": " + Texts.count(check.violations(), "row") + " contradict"));
        }
        result.goneFiles().forEach(file -> terminal.out().println("note  " + file.path() + " " + file.finding()));
        result.changedFiles().forEach(file -> terminal.out().println("WRONG " + file.path() + " " + file.finding()));
        long wrong = result.checks().stream().filter(check -> !check.holds()).count();
        terminal.out()
                .println(Texts.count(result.checks().size(), "check") + ", " + Texts.count(wrong) + " wrong; "
                        + Texts.count(result.files(), "file") + " looked at"
                        + (readFiles ? " and read" : ", not read (--read-files)") + ", "
                        + Texts.count(result.changedFiles().size()) + " changed");
    }

    private static int exitStatus(Result result) {
        if (result.checks().stream().anyMatch(check -> !check.holds())) {
            return ErrorCode.INTERNAL.exitStatus();
        }
        return result.changedFiles().isEmpty() ? 0 : ErrorCode.FILE_CHANGED.exitStatus();
    }
}
