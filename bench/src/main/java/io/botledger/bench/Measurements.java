package io.botledger.bench;

import io.botledger.reports.ReportCatalogue;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is measured, in which order, and how often. */
final class Measurements {
    /** What a report tells of; a dashboard tells of the year. */
    private static final int REPORTED_DAYS = 90;

    /** The sample tells customers by their address; without one the report would have nothing to put in order. */
    private static final Map<String, List<String>> NEEDED_OPTIONS =
            Map.of("recontact", List.of("--session-param", "customer_email"));

    private final Settings settings;
    private final Program program;
    private final Loads loads;
    private final List<TargetDatabase> targets;
    private final Settling settling;
    private final Path folder;
    private final PrintStream progress;

    Measurements(
            Settings settings,
            Program program,
            Loads loads,
            List<TargetDatabase> targets,
            Settling settling,
            Path folder,
            PrintStream progress) {
        this.settings = settings;
        this.program = program;
        this.loads = loads;
        this.targets = List.copyOf(targets);
        this.settling = settling;
        this.folder = folder;
        this.progress = progress;
    }

    /** One way to take one figure once. */
    @FunctionalInterface
    private interface Measurement {
        Usage take() throws IOException, InterruptedException, SQLException;
    }

    /** Takes every figure in every round. */
    Figures take() throws IOException, InterruptedException, SQLException {
        program.makeArchive();
        for (TargetDatabase target : targets) {
            loadReferences(target);
        }
        Map<Figure, Measurement> plan = plan();
        Figures figures = new Figures();
        for (int round = 1; round <= settings.rounds(); round++) {
            for (Map.Entry<Figure, Measurement> step : plan.entrySet()) {
                Usage usage = step.getValue().take();
                figures.add(step.getKey(), usage);
                progress.println("round " + round + " of " + settings.rounds() + ": " + step.getKey() + ": "
                        + Text.decimal(usage.wallSeconds()) + " s");
            }
        }
        return figures;
    }

    private void loadReferences(TargetDatabase target) throws IOException, InterruptedException, SQLException {
        progress.println(target.name() + ": making exports, loading them once unmeasured");
        if (settings.has(Part.LOAD) || settings.has(Part.GROWTH) || settings.has(Part.STARTUP)) {
            loads.loadReference(target, settings.fourFiles());
        }
        if (settings.has(Part.REPORTS)) {
            loads.loadReference(target, settings.year());
        }
        if (settings.has(Part.NOTHING_NEW)) {
            loads.loadReference(target, settings.manyFiles());
        }
        if (settings.has(Part.LOAD)) {
            loads.dump(target, settings.fourFiles());
            loads.loadReference(target, settings.oneFile());
            loads.dump(target, settings.oneFile());
            target.drop(Loads.reference(settings.oneFile()));
        }
    }

    /** The databases take turns within each measurement, a load and its limit follow each other. */
    private Map<Figure, Measurement> plan() {
        Map<Figure, Measurement> plan = new LinkedHashMap<>();
        if (settings.has(Part.LOAD)) {
            planLoads(plan);
        }
        if (settings.has(Part.GROWTH)) {
            for (Layout layout : List.of(settings.few(), settings.fourFiles(), settings.many())) {
                targets.forEach(target -> planLoad(plan, target, layout, 0));
            }
        }
        if (settings.has(Part.NOTHING_NEW)) {
            Layout layout = settings.manyFiles();
            targets.forEach(target -> plan.put(
                    Figure.nothingNew(target.name(), layout), () -> loads.loadAgain(target, layout, settling)));
        }
        if (settings.has(Part.REPORTS)) {
            planReports(plan);
        }
        if (settings.has(Part.STARTUP)) {
            planStartups(plan);
        }
        return plan;
    }

    private void planLoads(Map<Figure, Measurement> plan) {
        for (Layout layout : List.of(settings.fourFiles(), settings.oneFile(), settings.manyFiles())) {
            for (TargetDatabase target : targets) {
                planLoad(plan, target, layout, 0);
                if (layout.equals(settings.manyFiles())) {
                    continue;
                }
                plan.put(Figure.limit(target.name(), layout), () -> loads.limit(target, layout, settling));
                if (target.loadsSideBySide() && layout.equals(settings.fourFiles())) {
                    planLoad(plan, target, layout, 1);
                    planLoad(plan, target, layout, 2);
                }
            }
        }
    }

    private void planLoad(Map<Figure, Measurement> plan, TargetDatabase target, Layout layout, int workers) {
        plan.put(Figure.load(target.name(), layout, workers), () -> loads.load(target, layout, workers, settling));
    }

    private void planReports(Map<Figure, Measurement> plan) {
        Layout year = settings.year();
        LocalDate to = Exports.lastDay(year);
        String from = to.minusDays(REPORTED_DAYS - 1).toString();
        String csv = folder.resolve("report.csv").toString();
        String page = folder.resolve("dashboard.html").toString();
        for (String report : ReportCatalogue.builtIn().names()) {
            List<String> command = new ArrayList<>(List.of("report", report, "--from", from, "--to", to.toString()));
            command.addAll(List.of("--format", "csv", "--out", csv));
            command.addAll(NEEDED_OPTIONS.getOrDefault(report, List.of()));
            targets.forEach(target -> planReport(plan, target, report, command));
        }
        for (TargetDatabase target : targets) {
            planReport(plan, target, Figure.DASHBOARD, List.of("dashboard", "--out", page));
        }
    }

    private void planReport(Map<Figure, Measurement> plan, TargetDatabase target, String report, List<String> command) {
        Layout year = settings.year();
        List<String> arguments = withDatabase(target, year, command);
        plan.put(Figure.report(target.name(), report, year), () -> settled(() -> program.launch(arguments)));
    }

    private void planStartups(Map<Figure, Measurement> plan) {
        List<String> help = List.of("--help");
        plan.put(Figure.startup("-", Figure.JAR + " --help"), () -> program.run(help));
        plan.put(Figure.startup("-", Figure.LAUNCHER + " --help"), () -> program.launch(help));
        for (TargetDatabase target : targets) {
            List<String> status = withDatabase(target, settings.fourFiles(), List.of("status"));
            plan.put(Figure.startup(target.name(), Figure.JAR + " status"), () -> program.run(status));
            plan.put(Figure.startup(target.name(), Figure.LAUNCHER + " status"), () -> program.launch(status));
        }
    }

    private static List<String> withDatabase(TargetDatabase target, Layout layout, List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(target.options(Loads.reference(layout)));
        return all;
    }

    private Usage settled(Measurement measurement) throws IOException, InterruptedException, SQLException {
        settling.settle();
        return measurement.take();
    }
}
