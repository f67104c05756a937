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
    private final Terminal terminal;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Files and folders (default: the landing folder, botledger-data/landing).")
    private List<Path> paths = List.of();

    @Mixin
    private ConfigurationOption configurationOption;

    @Mixin
    private DatabaseOptions databaseOptions;

    @Option(
            names = "--on-bad-value",
            paramLabel = "keep|reject",
            description = "What to do with a record that has a value that can't be read: keep it without the value, or "
                    + "reject it (default: keep).")
    private LoadOptions.OnBadValue onBadValue;

    @Option(
            names = "--max-rejects",
            paramLabel = "N|P%",
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
    private WorkersOption workers;

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
        Configuration configuration = configurationOption.read(terminal);
        LoadOptions options = options(configuration.load());
        List<Path> sources = sources(configuration.landing());
        LoadJob job = new LoadJob(terminal, readerOptions.settings(), progress.mode(), workers.count());
        try (Database database = databaseOptions.openMigrated(terminal, configuration)) {
            LoadSummary summary = new BookedRun(terminal, database, options, "load")
                    .perform((session, tally) -> job.load(session, sources, tally))
                    .load();
            format.print(terminal, summary);
            return summary.exitStatus();
        }
    }

    private LoadOptions options(LoadOptions configured) {
        return new LoadOptions(
                onBadValue == null ? configured.onBadValue() : onBadValue,
                maxRejects == null ? configured.maxRejects() : RejectLimit.parse(maxRejects),
                again);
    }

    private List<Path> sources(Path landing) {
        if (paths.isEmpty() && !Files.exists(landing)) {
            throw new BotledgerException(
                    ErrorCode.USAGE,
                    "nothing to load: there is no folder " + landing + "; name the files or folders to load");
        }
        return paths.isEmpty() ? List.of(landing) : paths;
    }
}
