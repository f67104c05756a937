package io.botledger.cli;

import io.botledger.cli.Configuration.ReportsSection;
import io.botledger.cli.Configuration.ScheduledReport;
import io.botledger.reports.CsvStyle;
import io.botledger.reports.ReportCatalogue;
import io.botledger.reports.ReportFormat;
import io.botledger.reports.ReportSettings;
import java.nio.file.Path;
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
        List<ScheduledReport> scheduled = new ScheduledReportReader(catalogue, problems).read(map.maps("run"));
        checkFormats(map, formats);
        checkFile(map, file, formats.size(), scheduled.size());
        map.refuseOthers();
        return new ReportsSection(into, file, formats, settings, catalogue, scheduled);
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
