package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.db.Database;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import io.botledger.reports.Report;
import io.botledger.reports.ReportCatalogue;
import io.botledger.reports.ReportResult;
import io.botledger.reports.ReportRunner;
import io.botledger.reports.ReportSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs reports. */
@Command(
        name = "report",
        description = {"Runs reports over what is loaded.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ReportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Reports, as --list names them.")
    private List<String> names = List.of();

    @Option(names = "--list", description = "List the reports.")
    private boolean list;

    @Option(
            names = "--describe",
            description = "Tell what the named reports say, take and give, instead of running them.")
    private boolean describe;

    @Option(
            names = "--reports-dir",
            paramLabel = "FOLDER",
            description = "Folder with reports of your own (reports_dir in botledger.yaml).")
    private Path reportsFolder;

    @Mixin
    private ReportParameterOptions parameters;

    @Mixin
    private ReportOutputOptions outputs;

    @Option(
            names = "--time-limit",
            paramLabel = "TIME",
            description = "How long a report may take, such as 90s, 5m or 2h (default: 5m).")
    private String timeLimit;

    @Mixin
    private ConfigurationOption configurationOption;

    @Mixin
    private DatabaseOptions databaseOptions;

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Configuration configuration = configurationOption.read(terminal);
        ReportCatalogue catalogue = reportsFolder == null
                ? configuration.reports().catalogue()
                : ReportCatalogue.builtIn().withOwn(reportsFolder);
        ReportDescriptions descriptions = new ReportDescriptions(terminal.out());
        boolean json = (list || describe) && outputs.describesAsJson(list ? "--list" : "--describe");
        if (list) {
            descriptions.list(catalogue, json);
            catalogue.problems().forEach(problem -> terminal.err().println("botledger: warning: " + problem));
            return 0;
        }
        if (names.isEmpty()) {
            throw new BotledgerException(
                    ErrorCode.USAGE, "name at least one report: " + String.join(", ", catalogue.names()));
        }
        List<Report> reports = names.stream().map(catalogue::find).toList();
        if (describe) {
            descriptions.describe(reports, json);
            return 0;
        }
        outputs.check(terminal, reports.size());
        return run(parameters.check(reports), configuration);
    }

    private int run(List<Report> reports, Configuration configuration) {
        ReportSettings settings = settings(configuration.reports().settings());
        try (Database database = databaseOptions.openForReading(terminal, configuration)) {
            ReportRunner runner = new ReportRunner(database, settings, Build.version(), terminal.clock());
            for (Report report : reports) {
                if (!outputs.toFiles() && reports.size() > 1) {
                    terminal.out().println(report.title());
                }
                ReportResult result =
                        runner.run(report, parameters.parameters(), outputs.format(), outputs.output(terminal, report));
                result.warnings()
                        .forEach(warning ->
                                terminal.err().println("botledger: warning: " + report.name() + ": " + warning));
            }
            return 0;
        }
    }

    private ReportSettings settings(ReportSettings configured) {
        ReportSettings settings = configured.withCsv(outputs.csv(configured.csv()));
        if (timeLimit == null) {
            return settings;
        }
        try {
            return settings.withTimeLimit(ReportSettings.parseTimeLimit(timeLimit));
        } catch (BotledgerException e) {
            throw new BotledgerException(ErrorCode.USAGE, "--time-limit: " + e.getMessage(), e);
        }
    }
}
