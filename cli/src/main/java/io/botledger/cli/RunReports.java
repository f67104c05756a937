package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.cli.Configuration.ReportsSection;
import io.botledger.cli.Configuration.ScheduledReport;
import io.botledger.db.Database;
import io.botledger.extract.FetchWindow;
import io.botledger.reports.ReportOutput;
import io.botledger.reports.ReportParameters;
import io.botledger.reports.ReportResult;
import io.botledger.reports.ReportRunner;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;

/** Writes the reports that the configuration names into a folder for the day of the run. */
final class RunReports {
    private final Terminal terminal;
    private final ReportsSection section;
    private final LocalDate today;

    RunReports(Terminal terminal, ReportsSection section) {
        this.terminal = terminal;
        this.section = section;
        today = FetchWindow.today(terminal.clock());
    }

    /** Writes all; each file is told as soon as it is there. */
    void write(Database database, Consumer<Path> written) {
        ReportRunner runner = new ReportRunner(database);
        for (ScheduledReport scheduled : section.scheduled()) {
            terminal.requireNotCancelled();
            Path file = file(scheduled);
            ReportResult result =
                    runner.run(scheduled.report(), parameters(scheduled), section.format(), ReportOutput.toFile(file));
            result.warnings()
                    .forEach(warning ->
                            terminal.err().println("botledger: warning: " + scheduled.name() + ": " + warning));
            written.accept(file);
        }
    }

    /** Where a report goes. */
    Path file(ScheduledReport scheduled) {
        return section.folder()
                .resolve(today.toString())
                .resolve(scheduled.name() + "." + section.format().fileEnding());
    }

    private ReportParameters parameters(ScheduledReport scheduled) {
        if (scheduled.lastDays().isEmpty()) {
            return scheduled.parameters();
        }
        return scheduled
                .parameters()
                .and("from", today.minusDays(scheduled.lastDays().getAsInt()).toString())
                .and("to", today.minusDays(1).toString());
    }
}
