package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.db.Database;
import io.botledger.extract.FetchWindow;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import io.botledger.reports.Dashboard;
import io.botledger.reports.ReportFormat;
import io.botledger.reports.ReportOutput;
import io.botledger.reports.ReportParameters;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the dashboard. */
@Command(
        name = "dashboard",
        description = {
            "Writes the figures of the reports as one page to look at, with choosers for bot, channel and period.",
            "The file asks nobody for anything: open it in a browser, mail it, put it on a server. It holds sums and names, "
                    + "and no text of a conversation. Without --from and --to: the 365 days up to the last loaded one.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class DashboardCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "dashboard.html",
            description =
                    "Write into this file; {date} stands for today (UTC), {name} for dashboard, {format} for html "
                            + "(default: ${DEFAULT-VALUE}).")
    private String out;

    @Mixin
    private FilterOptions filters;

    @Mixin
    private ConfigurationOption configurationOption;

    @Mixin
    private DatabaseOptions databaseOptions;

    DashboardCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path file = file();
        ReportParameters parameters = filters.parameters().build();
        parameters.check(Dashboard.takes());
        Configuration configuration = configurationOption.read(terminal);
        try (Database database = databaseOptions.openForReading(terminal, configuration)) {
            List<String> warnings = new Dashboard(
                            database, configuration.reports().settings(), Build.version())
                    .write(parameters, terminal.clock().instant(), ReportOutput.toFile(file));
            warnings.forEach(warning -> terminal.err().println("botledger: warning: dashboard: " + warning));
        }
        terminal.out().println("Written: " + file);
        return 0;
    }

    private Path file() {
        if (out.equals("-")) {
            throw new BotledgerException(
                    ErrorCode.USAGE,
                    "--out -: the page goes into a file, not to standard output; name one, such as dashboard.html");
        }
        try {
            return OutputPattern.parse(out).file(FetchWindow.today(terminal.clock()), "dashboard", ReportFormat.HTML);
        } catch (BotledgerException e) {
            throw new BotledgerException(ErrorCode.USAGE, "--out: " + e.getMessage(), e);
        }
    }
}
