package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.db.Database;
import io.botledger.load.LoadSession;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The scheduler's command: everything that is due. */
@Command(
        name = "run",
        description = {
            "Fetches the exports that are due, loads them and writes the configured reports: the command for a scheduler.",
            "Whatever an earlier run could not do is done by the next one. One run at a time for each database.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RunCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ConfigurationOption configurationOption;

    @Mixin
    private DatabaseOptions databaseOptions;

    @Mixin
    private FetchOptions fetchOptions;

    @Mixin
    private WorkersOption workers;

    @Mixin
    private ProgressOption progress;

    @Mixin
    private FormatOption format;

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Configuration configuration = configurationOption.require(terminal);
        if (fetchOptions.dryRun()) {
            DryRun dryRun = new DryRun(terminal, configuration, fetchOptions);
            format.print(terminal, dryRun.ofRun(databaseOptions.settings(terminal, configuration)));
            return 0;
        }
        LoadJob loadJob = new LoadJob(terminal, configuration.fetch().reading(), progress.mode(), workers.count());
        ExtractJob extractJob = new ExtractJob(terminal, configuration, progress.mode());
        try (Database database = databaseOptions.openMigrated(terminal, configuration)) {
            RunSummary summary = new BookedRun(terminal, database, configuration.load(), "run")
                    .perform((session, tally) -> {
                        tally.extracted(extractJob.extract(fetchOptions));
                        load(loadJob, session, configuration, tally);
                        new RunReports(terminal, configuration.reports()).write(database, tally::reported);
                    });
            format.print(terminal, summary);
            return summary.exitStatus();
        }
    }

    private void load(LoadJob job, LoadSession session, Configuration configuration, RunTally tally) {
        terminal.requireNotCancelled();
        job.load(session, List.of(configuration.landing()), tally);
    }
}
