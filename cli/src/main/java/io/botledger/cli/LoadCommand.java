package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.db.Database;
import io.botledger.load.LoadOptions;
import io.botledger.load.RejectLimit;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads files and folders. */
@Command(
        name = "load",
        description = {
            "Loads export files into the database, each content once. A file that grew replaces its older self.",
            "Files are told by their names: conversation_<bot-id>_<YYYY-MM-DD>_<12 digits>.json, plain or gzip.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class LoadCommand implements Callable<Integer> {
    private static final Path LANDING = Path.of("botledger-data", "landing");

    private final Terminal terminal;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Files and folders (default: botledger-data/landing).")
    private List<Path> paths = List.of();

    @Mixin
    private ConfigurationOption configurationOption;

    @Mixin
    private DatabaseOptions databaseOptions;

    @Option(
            names = "--on-bad-value",
            paramLabel = "keep|reject",
            defaultValue = "keep",
            description = "What to do with a record that has a value that can't be read: keep it without the value, or "
                    + "reject it (default: ${DEFAULT-VALUE}).")
    private LoadOptions.OnBadValue onBadValue;

    @Option(
            names = "--max-rejects",
            paramLabel = "N|P%",
            defaultValue = "100%",
            description =
                    "How many records of a file may be rejected before the file fails, as a count or as a percentage "
                            + "(default: any number).")
    private String maxRejects;

    @Option(
            names = "--again",
            description =
                    "Load the files again even if their content is booked: for rejects that other settings, or a newer "
                            + "botledger, would take.")
    private boolean again;

    @Mixin
    private ReaderOptions readerOptions;

    @Mixin
    private ProgressOption progress;

    @Mixin
    private FormatOption format;

    LoadCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        LoadOptions options = new LoadOptions(onBadValue, RejectLimit.parse(maxRejects), again);
        List<Path> sources = sources();
        try (Database database = databaseOptions.openMigrated(terminal, configurationOption.read(terminal))) {
            LoadSummary summary = new LoadJob(terminal, database, readerOptions.settings(), options, progress.mode())
                    .load("load", sources);
            if (format.json()) {
                Json.print(terminal.out(), summary);
            } else {
                summary.print(terminal.out());
            }
            return summary.exitStatus();
        }
    }

    private List<Path> sources() {
        if (paths.isEmpty() && !Files.exists(LANDING)) {
            throw new BotledgerException(
                    ErrorCode.USAGE,
                    "nothing to load: there is no folder " + LANDING + "; name the files or folders to load");
        }
        return paths.isEmpty() ? List.of(LANDING) : paths;
    }
}
