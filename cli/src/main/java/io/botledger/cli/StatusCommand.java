package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.db.Database;
import io.botledger.extract.BotDay;
import io.botledger.extract.DayStatus;
import io.botledger.extract.FetchPlan;
import io.botledger.extract.LandingFolder;
import io.botledger.extract.MissingDay;
import io.botledger.load.BotCoverage;
import io.botledger.load.LedgerReport;
import io.botledger.load.RunRow;
import io.botledger.load.VersionRow;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what is loaded. */
@Command(
        name = "status",
        description = {"Shows what is loaded, missing, growing and rejected, and the last runs.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class StatusCommand implements Callable<Integer> {
    private static final int SHOWN_GAPS = 10;

    private final Terminal terminal;

    @Mixin
    private ConfigurationOption configurationOption;

    @Mixin
    private DatabaseOptions databaseOptions;

    @Option(names = "--files", description = "Show every version of every file, not only those that want attention.")
    private boolean allFiles;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many runs to show (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Mixin
    private FormatOption format;

    StatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** All of it, for programs. */
    record Status(List<BotCoverage> bots, List<Missing> missing, List<VersionRow> files, List<RunRow> runs) {}

    /** A day that the vendor still has and the landing folder lacks. */
    record Missing(String botId, LocalDate day, DayStatus status, int daysLeft) {}

    @Override
    public Integer call() {
        if (runs < 0) {
            throw new BotledgerException(ErrorCode.USAGE, "--runs: expected 0 or more, found " + runs);
        }
        Configuration configuration = configurationOption.read(terminal);
        FetchPlan plan = FetchOptions.planOfAll(
                configuration, LandingFolder.look(configuration.landing(), terminal.clock()), terminal);
        try (Database database = databaseOptions.openForReading(terminal, configuration)) {
            LedgerReport report = new LedgerReport(database);
            List<VersionRow> versions = new ArrayList<>();
            report.versions(allFiles, versions::add);
            Status status = new Status(report.coverage(), missing(plan), versions, report.lastRuns(runs));
            if (format.json()) {
                Json.print(terminal.out(), status);
            } else {
                printBots(status.bots(), plan);
                printMissing(new MissingDays(plan));
                printFiles(status.files());
                printRuns(status.runs());
            }
            return 0;
        }
    }

    private void printBots(List<BotCoverage> bots, FetchPlan plan) {
        if (bots.isEmpty()) {
            terminal.out().println("Nothing is loaded yet.");
            return;
        }
        TextTable table =
                new TextTable("Bot", "From", "To", "Days", "Absent", "Missing", "Files", "Conversations", "Rejects");
        for (BotCoverage bot : bots) {
            table.add(
                    bot.botId(),
                    bot.firstDate(),
                    bot.lastDate(),
                    bot.loadedDays(),
                    bot.absentDays().size(),
                    bot.missingDays().size(),
                    bot.files(),
                    bot.counts().loaded(),
                    bot.counts().rejected() + bot.counts().valueRejects());
        }
        table.print(terminal.out());
        Set<BotDay> toldAsMissing = plan.missing().stream().map(MissingDay::day).collect(Collectors.toSet());
        for (BotCoverage bot : bots) {
            Predicate<LocalDate> untold = day -> !toldAsMissing.contains(new BotDay(bot.botId(), day));
            printGaps("No file of " + bot.botId() + " for ", bot.missingDays(), untold);
            printGaps("The vendor had no export of " + bot.botId() + " for ", bot.absentDays(), untold);
        }
    }

    private void printGaps(String what, List<LocalDate> days, Predicate<LocalDate> untold) {
        List<LocalDate> gaps = days.stream().filter(untold).toList();
        if (gaps.isEmpty()) {
            return;
        }
        List<String> shown =
                gaps.stream().limit(SHOWN_GAPS).map(LocalDate::toString).toList();
        terminal.out()
                .println(what
                        + String.join(", ", shown)
                        + (gaps.size() > SHOWN_GAPS
                                ? " and " + Texts.count(gaps.size() - SHOWN_GAPS, "more day")
                                : ""));
    }

    private static List<Missing> missing(FetchPlan plan) {
        return plan.missing().stream()
                .map(missing ->
                        new Missing(missing.day().botId(), missing.day().day(), missing.status(), missing.daysLeft()))
                .toList();
    }

    private void printMissing(MissingDays missing) {
        missing.notes().forEach(terminal.out()::println);
        missing.warnings().forEach(warning -> terminal.err().println("botledger: warning: " + warning));
    }

    private void printFiles(List<VersionRow> versions) {
        if (versions.isEmpty()) {
            return;
        }
        TextTable table = new TextTable(
                "File", "Version", "Status", "Landed", "Read", "Loaded", "Repeated", "Outranked", "Rejected");
        for (VersionRow version : versions) {
            table.add(
                    version.fileName(),
                    version.revision(),
                    version.status(),
                    Texts.second(version.landedAt()),
                    version.counts().read(),
                    version.counts().loaded(),
                    version.counts().repeated(),
                    version.counts().outranked(),
                    version.counts().rejected());
        }
        terminal.out().println();
        terminal.out().println(allFiles ? "Files" : "Files with several versions, or whose load did not end well");
        table.print(terminal.out());
        versions.stream()
                .filter(version -> version.status().equals("failed"))
                .forEach(version -> terminal.out().println(version.error()));
    }

    private void printRuns(List<RunRow> lastRuns) {
        TextTable table = new TextTable(
                "Run", "Started", "Finished", "Status", "Exit", "Landed", "Loaded", "Unchanged", "Failed", "Error");
        for (RunRow run : lastRuns) {
            table.add(
                    run.command(),
                    Texts.second(run.startedAt()),
                    Texts.second(run.finishedAt()),
                    run.status(),
                    run.exitStatus(),
                    run.counts().landed(),
                    run.counts().loaded(),
                    run.counts().unchanged(),
                    run.counts().failed() + run.counts().failedDays(),
                    run.error());
        }
        if (!table.isEmpty()) {
            terminal.out().println();
            terminal.out().println("Last runs");
            table.print(terminal.out());
        }
    }
}
