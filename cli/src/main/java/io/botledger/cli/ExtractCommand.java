package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.extract.FolderSource;
import io.botledger.extract.LandingFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fetches exports into the landing folder. */
@Command(
        name = "extract",
        description = {
            "Fetches the exports that are due into the landing folder, and loads nothing.",
            "Due is every day up to yesterday (UTC) that is not complete, and the last days again, since their files may "
                    + "grow; never older than the vendor keeps them.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ExtractCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--from-dir",
            paramLabel = "PATH",
            description = "Copy the exports of this folder or file instead of asking the API; repeatable.")
    private List<Path> sources = List.of();

    @Option(
            names = "--landing",
            paramLabel = "FOLDER",
            description = "Landing folder (BOTLEDGER_LANDING; default: botledger-data/landing).")
    private Path landing;

    @Mixin
    private ConfigurationOption configurationOption;

    @Mixin
    private FetchOptions fetchOptions;

    @Mixin
    private ProgressOption progress;

    @Mixin
    private FormatOption format;

    ExtractCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return sources.isEmpty() ? fetch() : copy();
    }

    private int fetch() {
        Configuration configuration = withLanding(configurationOption.require(terminal));
        if (fetchOptions.dryRun()) {
            format.print(terminal, new DryRun(terminal, configuration, fetchOptions).ofExtract());
            return 0;
        }
        ExtractJob job = new ExtractJob(terminal, configuration, progress.mode());
        ExtractSummary summary = job.extract(fetchOptions);
        format.print(terminal, summary);
        return summary.exitStatus();
    }

    private int copy() {
        fetchOptions.requireNone("mean nothing with --from-dir");
        Configuration configuration = withLanding(configurationOption.read(terminal));
        LandingFolder target = LandingFolder.open(configuration.landing(), terminal.clock());
        FolderSource source = new FolderSource(target, configuration.fetch().limits());
        FolderSummary summary =
                FolderSummary.of(InterruptibleWork.call(terminal, "botledger-extract", () -> source.copy(sources)));
        summary.failures().forEach(failure -> terminal.err().println("botledger: " + failure.line()));
        format.print(terminal, summary);
        return summary.exitStatus();
    }

    private Configuration withLanding(Configuration configuration) {
        return landing == null ? configuration : configuration.withLanding(landing);
    }
}
