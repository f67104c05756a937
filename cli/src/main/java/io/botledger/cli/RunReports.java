package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.cli.Configuration.ReportsSection;
import io.botledger.cli.Configuration.ScheduledDashboard;
import io.botledger.cli.Configuration.ScheduledReport;
import io.botledger.db.Database;
import io.botledger.extract.FetchWindow;
import io.botledger.reports.Dashboard;
import io.botledger.reports.ReportFormat;
import io.botledger.reports.ReportOutput;
import io.botledger.reports.ReportParameters;
import io.botledger.reports.ReportResult;
import io.botledger.reports.ReportRunner;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Writes the reports that the configuration names into its folder, and the dashboard. */
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
        ReportRunner runner = new ReportRunner(database, section.settings(), Build.version(), terminal.clock());
        for (ScheduledReport scheduled : section.scheduled()) {
            Set<String> warnings = new LinkedHashSet<>();
            for (ReportFormat format : section.formats()) {
                terminal.requireNotCancelled();
                Path file = file(scheduled, format);
                ReportResult result = runner.run(
                        scheduled.report(),
                        parameters(scheduled.parameters(), scheduled.lastDays()),
                        format,
                        ReportOutput.toFile(file));
                warnings.addAll(result.warnings());
                written.accept(file);
            }
            warn(scheduled.name(), warnings);
        }
        section.dashboard().ifPresent(dashboard -> write(database, dashboard, written));
    }

    private void write(Database database, ScheduledDashboard dashboard, Consumer<Path> written) {
        terminal.requireNotCancelled();
        Path file = file(dashboard);
        List<String> warnings = new Dashboard(database, section.settings(), Build.version())
                .write(
                        parameters(dashboard.parameters(), dashboard.lastDays()),
                        terminal.clock().instant(),
                        ReportOutput.toFile(file));
        written.accept(file);
        warn("dashboard", warnings);
    }

    private void warn(String name, Collection<String> warnings) {
        warnings.forEach(warning -> terminal.err().println("botledger: warning: " + name + ": " + warning));
    }

    /** The files that would be written. */
    List<Path> files() {
        return Stream.concat(
                        section.scheduled().stream()
                                .flatMap(
                                        scheduled -> section.formats().stream().map(format -> file(scheduled, format))),
                        section.dashboard().map(this::file).stream())
                .toList();
    }

    private Path file(ScheduledDashboard dashboard) {
        return section.folder().resolve(dashboard.file().file(today, "dashboard", ReportFormat.HTML));
    }

    private Path file(ScheduledReport scheduled, ReportFormat format) {
        return section.folder().resolve(section.file().file(today, scheduled.name(), format));
    }

    private ReportParameters parameters(ReportParameters parameters, OptionalInt lastDays) {
        if (lastDays.isEmpty()) {
            return parameters;
        }
        return parameters
                .and("from", today.minusDays(lastDays.getAsInt()).toString())
                .and("to", today.minusDays(1).toString());
    }
}
