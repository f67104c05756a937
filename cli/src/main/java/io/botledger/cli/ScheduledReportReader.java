package io.botledger.cli;

import io.botledger.cli.Configuration.ScheduledDashboard;
import io.botledger.cli.Configuration.ScheduledReport;
import io.botledger.extract.FetchWindow;
import io.botledger.reports.Dashboard;
import io.botledger.reports.Report;
import io.botledger.reports.ReportCatalogue;
import io.botledger.reports.TakenParameters;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the list {@code reports.run}, and what {@code reports.dashboard} says of the range and the parameters. */
final class ScheduledReportReader {
    private final ReportCatalogue catalogue;
    private final ConfigurationProblems problems;
    private final Map<String, Place> places = new HashMap<>();

    ScheduledReportReader(ReportCatalogue catalogue, ConfigurationProblems problems) {
        this.catalogue = catalogue;
        this.problems = problems;
    }

    List<ScheduledReport> read(List<YamlMap> maps) {
        return maps.stream().flatMap(map -> read(map).stream()).toList();
    }

    ScheduledDashboard readDashboard(YamlMap map, OutputPattern file) {
        TakenParameters dashboard = Dashboard.takes();
        OptionalInt lastDays = lastDays(dashboard, map);
        return new ScheduledDashboard(file, new ScheduledParameters(dashboard, map, problems).read(), lastDays);
    }

    /** Empty if there is no such report: nothing can be said of its parameters then. */
    private Optional<ScheduledReport> read(YamlMap map) {
        return map.required("report").flatMap(this::find).map(report -> read(report, map));
    }

    private Optional<Report> find(Setting setting) {
        Optional<String> problem = catalogue.problem(setting.text());
        return problem.isPresent()
                ? setting.refuse(problem.get())
                : setting.name(catalogue.names()).map(catalogue::find);
    }

    private ScheduledReport read(Report report, YamlMap map) {
        String name = map.setting("name").flatMap(this::fileName).orElse(report.name());
        requireUnique(name, map.place());
        OptionalInt lastDays = lastDays(report.takes(), map);
        ScheduledReport scheduled =
                new ScheduledReport(name, report, new ScheduledParameters(report, map, problems).read(), lastDays);
        map.refuseOthers();
        return scheduled;
    }

    private Optional<String> fileName(Setting setting) {
        return setting.text().matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}")
                ? Optional.of(setting.text())
                : setting.refuse(
                        "expected a file name without ending, of 1 to 100 letters, digits, '.', '_' or '-', the "
                                + "first no '.', found " + Setting.shown(setting.text()));
    }

    /** Regardless of case, as some file systems take names. */
    private void requireUnique(String name, Place place) {
        Place first = places.putIfAbsent(name.toLowerCase(Locale.ROOT), place);
        if (first != null) {
            problems.add(
                    place,
                    "its file would be named " + name + " like that of " + first.name() + " in line " + first.line()
                            + "; give one of them another name");
        }
    }

    private OptionalInt lastDays(TakenParameters taken, YamlMap map) {
        Optional<Setting> setting = map.setting("last_days");
        if (setting.isEmpty()) {
            return OptionalInt.empty();
        }
        if (taken.parameter("from").isEmpty() || taken.parameter("to").isEmpty()) {
            setting.get().refuse("the report " + taken.name() + " takes no days; leave it out");
        }
        if (map.has("from") || map.has("to")) {
            setting.get().refuse("not together with from or to; keep the one or the other");
        }
        return setting.get().integer(1, FetchWindow.MAX_WINDOW_DAYS).stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }
}
