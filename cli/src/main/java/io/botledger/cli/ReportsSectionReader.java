package io.botledger.cli;

import io.botledger.cli.Configuration.ReportsSection;
import io.botledger.cli.Configuration.ScheduledDashboard;
import io.botledger.cli.Configuration.ScheduledReport;
import io.botledger.reports.CsvStyle;
import io.botledger.reports.ReportCatalogue;
import io.botledger.reports.ReportFormat;
import io.botledger.reports.ReportSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads the section {@code reports}. */
final class ReportsSectionReader {
    private final ConfigurationFolder folder;
    private final ReportCatalogue catalogue;
    private final ConfigurationProblems problems;

    ReportsSectionReader(ConfigurationFolder folder, ReportCatalogue catalogue, ConfigurationProblems problems) {
        this.folder = folder;
        this.catalogue = catalogue;
        this.problems = problems;
    }

    ReportsSection read(ConfigurationSection section) {
        YamlMap map = section.map();
        Path into = section.value("folder", folder::path, folder.resolve(Configuration.DEFAULT_REPORTS));
        OutputPattern file = section.value("file", this::file, Configuration.DEFAULT_REPORT_FILE);
        List<ReportFormat> formats =
                section.values("format", setting -> setting.oneOf(ReportFormat.class), List.of(ReportFormat.CSV));
        ReportSettings settings = new ReportSettings(
                csv(map.map("csv")),
                section.value(
                        "time_limit",
                        setting -> setting.parsed(ReportSettings::parseTimeLimit),
                        ReportSettings.defaults().timeLimit()));
        ScheduledReportReader reader = new ScheduledReportReader(catalogue, problems);
        List<ScheduledReport> scheduled = reader.read(map.maps("run"));
        Optional<ScheduledDashboard> dashboard = dashboard(map, reader);
        checkFormats(map, formats);
        checkFile(map, file, formats.size(), scheduled.size());
        dashboard.ifPresent(it -> checkDashboard(map, it.file(), file, formats, scheduled));
        map.refuseOthers();
        return new ReportsSection(into, file, formats, settings, catalogue, scheduled, dashboard);
    }

    /** Either {@code true} or {@code false}, or settings. */
    private Optional<ScheduledDashboard> dashboard(YamlMap map, ScheduledReportReader reader) {
        if (!map.hasMap("dashboard")) {
            boolean wanted = map.setting("dashboard").flatMap(Setting::flag).orElse(false);
            YamlMap none = YamlMap.empty(map.place("dashboard"), problems);
            return wanted
                    ? Optional.of(reader.readDashboard(none, Configuration.DEFAULT_DASHBOARD_FILE))
                    : Optional.empty();
        }
        YamlMap settings = map.map("dashboard");
        OutputPattern file = settings.setting("file").flatMap(this::file).orElse(Configuration.DEFAULT_DASHBOARD_FILE);
        ScheduledDashboard dashboard = reader.readDashboard(settings, file);
        settings.refuseOthers();
        return Optional.of(dashboard);
    }

    private void checkDashboard(
            YamlMap map,
            OutputPattern dashboard,
            OutputPattern reports,
            List<ReportFormat> formats,
            List<ScheduledReport> scheduled) {
        Place place = map.place("dashboard");
        if (dashboard.holds(OutputPattern.NAME) || dashboard.holds(OutputPattern.FORMAT)) {
            problems.add(place, "its file takes " + OutputPattern.DATE + " and no other place");
        }
        Path file = dashboard.file(LocalDate.EPOCH, "", ReportFormat.HTML).normalize();
        for (ScheduledReport report : scheduled) {
            if (formats.stream()
                    .anyMatch(format -> reports.file(LocalDate.EPOCH, report.name(), format)
                            .normalize()
                            .equals(file))) {
                problems.add(
                        place, "its file would be that of the report " + report.name() + "; give one another name");
            }
        }
    }

    private Optional<OutputPattern> file(Setting setting) {
        Optional<OutputPattern> pattern = setting.parsed(OutputPattern::parse);
        if (pattern.isPresent()
                && (Path.of(setting.text()).isAbsolute() || setting.text().contains(".."))) {
            return setting.refuse("expected a file within the folder, found " + Setting.shown(setting.text())
                    + "; name another folder with folder");
        }
        return pattern;
    }

    private static CsvStyle csv(YamlMap map) {
        CsvStyle style = CsvStyle.DEFAULT
                .withByteOrderMark(map.setting("bom").flatMap(Setting::flag).orElse(false))
                .withRaw(map.setting("raw").flatMap(Setting::flag).orElse(false))
                .withSeparator(map.setting("separator")
                        .flatMap(setting -> setting.parsed(CsvStyle::parseSeparator))
                        .orElse(CsvStyle.DEFAULT.separator()));
        map.refuseOthers();
        return style;
    }

    private void checkFormats(YamlMap map, List<ReportFormat> formats) {
        if (map.hasEmptyList("format")) {
            problems.add(map.place("format"), "is empty, so nothing would be written; leave it out for csv");
        }
        if (formats.stream().distinct().count() < formats.size()) {
            problems.add(map.place("format"), "names a format twice; keep one");
        }
    }

    private void checkFile(YamlMap map, OutputPattern file, int formats, int reports) {
        if (reports > 1 && !file.holds(OutputPattern.NAME)) {
            problems.add(
                    map.place("file"), "several reports can't share one file; put " + OutputPattern.NAME + " into it");
        }
        if (formats > 1 && !file.holds(OutputPattern.FORMAT)) {
            problems.add(
                    map.place("file"),
                    "several formats can't share one file; put " + OutputPattern.FORMAT + " behind its dot");
        }
    }
}
