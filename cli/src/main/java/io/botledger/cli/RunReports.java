package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.cli.Configuration.ReportsSection;
import io.botledger.cli.Configuration.ScheduledReport;
import io.botledger.db.Database;
import io.botledger.extract.FetchWindow;
import io.botledger.reports.ReportFormat;
import io.botledger.reports.ReportOutput;
import io.botledger.reports.ReportParameters;
import io.botledger.reports.ReportResult;
import io.botledger.reports.ReportRunner;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Writes the reports that the configuration names into its folder. */
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
        ReportRunner runner = new ReportRunner(database, section.settings());
        for (ScheduledReport scheduled : section.scheduled()) {
            Set<String> warnings = new LinkedHashSet<>();
            for (ReportFormat format : section.formats()) {
                terminal.requireNotCancelled();
                Path file = file(scheduled, format);
                ReportResult result =
                        runner.run(scheduled.report(), parameters(scheduled), format, ReportOutput.toFile(file));
                warnings.addAll(result.warnings());
                written.accept(file);
            }
            warnings.forEach(
                    warning -> terminal.err().println("botledger: warning: " + scheduled.name() + ": " + warning));
        }
    }

    /** Where a report goes, in each of the formats. */
    List<Path> files(ScheduledReport scheduled) {
        return section.formats().stream().map(format -> file(scheduled, format)).toList();
    }

    private Path file(ScheduledReport scheduled, ReportFormat format) {
        return section.folder().resolve(section.file().file(today, scheduled.name(), format));
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
