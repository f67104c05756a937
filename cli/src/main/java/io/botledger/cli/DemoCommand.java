package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.db.Database;
import io.botledger.db.DatabaseSettings;
import io.botledger.extract.ReaderSettings;
import io.botledger.load.LoadOptions;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import io.botledger.reports.Dashboard;
import io.botledger.reports.ReportCatalogue;
import io.botledger.reports.ReportFormat;
import io.botledger.reports.ReportOutput;
import io.botledger.reports.ReportParameters;
import io.botledger.reports.ReportResult;
import io.botledger.reports.ReportRunner;
import io.botledger.reports.ReportSettings;
import io.botledger.sample.SampleExports;
import io.botledger.sample.SampleSettings;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The newcomer's first command: everything once, with invented conversations. */
@Command(
        name = "demo",
        description = {
            "Makes sample exports, loads them into an embedded database, prints the metrics, writes the reports and "
                    + "the dashboard.",
            "Needs nothing but this program; can be run again.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class DemoCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            defaultValue = "botledger-demo",
            description = "Where everything goes (default: ${DEFAULT-VALUE}).")
    private Path folder;

    @Mixin
    private ProgressOption progress;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (folder.toString().contains(";")) {
            throw new BotledgerException(ErrorCode.USAGE, "--folder: H2 takes no semicolon in a path, found " + folder);
        }
        Path exports = folder.resolve("exports");
        Path databaseFile = folder.resolve("botledger");
        String url = "jdbc:h2:" + databaseFile.toAbsolutePath();
        try (Database database = Database.open(DatabaseSettings.of(url))) {
            database.migrate();
            makeExports(exports);
            LoadSummary summary = load(database, exports);
            report(database, url);
            return summary.exitStatus();
        }
    }

    private void makeExports(Path exports) {
        SampleExports sample = new SampleExports(SampleSettings.defaults());
        long written = 0;
        for (var name : sample.fileNames()) {
            if (!Files.exists(exports.resolve(sample.diskName(name)))) {
                sample.writeTo(exports, name, SampleExports.ALL);
                written++;
            }
        }
        terminal.out()
                .println("1. Sample exports: " + Texts.count(sample.settings().conversations(), "invented conversation")
                        + " of " + sample.settings().bots() + " bots over "
                        + sample.settings().days() + " days in " + exports + (written == 0 ? " (there already)" : ""));
    }

    private LoadSummary load(Database database, Path exports) {
        Progress.Mode quiet =
                progress.mode() == Progress.Mode.AUTO && !terminal.interactive() ? Progress.Mode.NONE : progress.mode();
        LoadJob job = new LoadJob(terminal, ReaderSettings.defaults(), quiet, WorkersOption.defaultCount());
        LoadSummary summary = new BookedRun(terminal, database, LoadOptions.defaults(), "demo")
                .perform((session, tally) -> job.load(session, List.of(exports), tally))
                .load();
        PrintStream out = terminal.out();
        if (summary.unchanged() == summary.files()) {
            out.println("2. Load: everything is loaded already, nothing was read");
        } else {
            out.println("2. Load:");
            summary.print(out);
        }
        return summary;
    }

    private void report(Database database, String url) {
        PrintStream out = terminal.out();
        ReportCatalogue catalogue = ReportCatalogue.builtIn();
        ReportRunner runner = new ReportRunner(database);
        out.println("3. Metrics:");
        out.println();
        ReportResult metrics = runner.run(
                catalogue.find("ultimate_metrics"),
                ReportParameters.none(),
                ReportFormat.TABLE,
                ReportOutput.toStream("standard output", out));
        metrics.warnings().forEach(warning -> terminal.err().println("botledger: warning: " + warning));
        out.println();
        Path dashboard = folder.resolve("dashboard.html");
        new Dashboard(database, ReportSettings.defaults(), Build.version())
                .write(ReportParameters.none(), terminal.clock().instant(), ReportOutput.toFile(dashboard));
        List<String> warned = writeReports(catalogue, runner);
        out.println("4. Written:");
        out.println("  " + dashboard + ": open it in a browser");
        out.println("  " + folder.resolve("reports") + ": "
                + Texts.count(catalogue.names().size(), "report") + " as CSV");
        out.println("  " + folder.resolve("botledger.mv.db") + ": the database (user sa, no password)");
        out.println();
        if (!warned.isEmpty()) {
            out.println("The sample has gaps like real exports. Run as below, these reports warn of them: "
                    + String.join(", ", warned));
            out.println();
        }
        out.println("Next: ./botledger report --list");
        out.println("      ./botledger report first_meaningful_intent --db " + quoted(url));
        out.println("      ./botledger load FOLDER-WITH-YOUR-EXPORTS");
    }

    /** Writes every report; returns the names of those that have something to warn of. */
    private List<String> writeReports(ReportCatalogue catalogue, ReportRunner runner) {
        List<String> warned = new ArrayList<>();
        for (String name : catalogue.names()) {
            Path file = folder.resolve("reports").resolve(name + ".csv");
            ReportResult result =
                    runner.run(catalogue.find(name), parameters(name), ReportFormat.CSV, ReportOutput.toFile(file));
            if (!result.warnings().isEmpty()) {
                warned.add(name);
            }
        }
        return warned;
    }

    /** For a shell, where the path has what it would take apart. */
    private static String quoted(String url) {
        return url.matches("[\\w:/.\\-]+") ? url : "'" + url.replace("'", "'\\''") + "'";
    }

    /** The invented customers are known by their addresses. */
    private static ReportParameters parameters(String report) {
        return report.equals("recontact")
                ? ReportParameters.builder()
                        .add("session_param", "customer_email")
                        .build()
                : ReportParameters.none();
    }
}
