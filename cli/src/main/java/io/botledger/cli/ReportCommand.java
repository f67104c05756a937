package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.db.Database;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import io.botledger.reports.Report;
import io.botledger.reports.ReportCatalogue;
import io.botledger.reports.ReportColumn;
import io.botledger.reports.ReportFormat;
import io.botledger.reports.ReportOutput;
import io.botledger.reports.ReportParameter;
import io.botledger.reports.ReportResult;
import io.botledger.reports.ReportRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
    private static final String NAME_PLACE = "{name}";

    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Reports, as --list names them.")
    private List<String> names = List.of();

    @Option(names = "--list", description = "List the reports.")
    private boolean list;

    @Option(
            names = "--describe",
            description = "Tell what the named reports say, take and give, instead of running them.")
    private boolean describe;

    @Mixin
    private ReportFilterOptions filters;

    @Option(
            names = "--format",
            paramLabel = "csv|json|table",
            description = "How to write the rows (default: table on standard output, csv into a file).")
    private ReportFormat format;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write into this file instead of standard output; {name} stands for the report's name.")
    private String out;

    @Mixin
    private ConfigurationOption configurationOption;

    @Mixin
    private DatabaseOptions databaseOptions;

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ReportCatalogue catalogue = ReportCatalogue.builtIn();
        if (list) {
            list(catalogue);
            return 0;
        }
        if (names.isEmpty()) {
            throw new BotledgerException(
                    ErrorCode.USAGE, "name at least one report: " + String.join(", ", catalogue.names()));
        }
        List<Report> reports = names.stream().map(catalogue::find).toList();
        if (describe) {
            reports.forEach(this::describe);
            return 0;
        }
        if (out == null && reports.size() > 1 && format != null && format != ReportFormat.TABLE) {
            throw new BotledgerException(
                    ErrorCode.USAGE,
                    "several reports can't share standard output as "
                            + format.name().toLowerCase(Locale.ROOT) + "; write them with --out 'FOLDER/" + NAME_PLACE
                            + format.fileEnding() + "'");
        }
        if (out != null && reports.size() > 1 && !out.contains(NAME_PLACE)) {
            throw new BotledgerException(
                    ErrorCode.USAGE, "--out must hold " + NAME_PLACE + " where several reports are written");
        }
        return run(filters.check(reports));
    }

    private int run(List<Report> reports) {
        try (Database database = databaseOptions.openForReading(terminal, configurationOption.read(terminal))) {
            ReportRunner runner = new ReportRunner(database);
            for (Report report : reports) {
                if (out == null && reports.size() > 1) {
                    terminal.out().println(report.title());
                }
                ReportResult result = runner.run(report, filters.parameters(), formatToUse(), output(report));
                result.warnings()
                        .forEach(warning ->
                                terminal.err().println("botledger: warning: " + report.name() + ": " + warning));
            }
            return 0;
        }
    }

    private ReportFormat formatToUse() {
        if (format != null) {
            return format;
        }
        return out == null ? ReportFormat.TABLE : ReportFormat.CSV;
    }

    private ReportOutput output(Report report) {
        return out == null
                ? ReportOutput.toStream("standard output", terminal.out())
                : ReportOutput.toFile(Path.of(out.replace(NAME_PLACE, report.name())));
    }

    private void list(ReportCatalogue catalogue) {
        TextTable table = new TextTable("Report", "Question");
        catalogue.names().forEach(name -> table.add(name, catalogue.find(name).question()));
        table.print(terminal.out());
    }

    private void describe(Report report) {
        terminal.out().println(report.name() + ": " + report.title());
        terminal.out().println(report.question());
        terminal.out().println();
        TextTable parameters = new TextTable("Option", "Default", "Meaning");
        for (ReportParameter parameter : report.parameters()) {
            parameters.add(
                    parameter.option(),
                    parameter.defaults().isEmpty() ? "-" : String.join(" | ", parameter.defaults()),
                    parameter.meaning());
        }
        parameters.print(terminal.out());
        terminal.out().println();
        TextTable columns = new TextTable("Column", "Unit", "Meaning");
        for (ReportColumn column : report.columns()) {
            columns.add(column.name(), column.unit(), column.meaning());
        }
        columns.print(terminal.out());
        terminal.out().println();
    }
}
