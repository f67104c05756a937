package io.botledger.bench;

import io.botledger.reports.ReportCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The targets of speed. */
final class Goals {
    static final String SECONDS = " s";
    static final String MEGABYTES = " MB";

    static final String POSTGRESQL = "PostgreSQL";
    static final String H2 = "H2";

    private final Settings settings;
    private final Figures figures;
    private final List<Goal> goals = new ArrayList<>();

    private Goals(Settings settings, Figures figures) {
        this.settings = settings;
        this.figures = figures;
    }

    /** All of them, with what was measured. */
    static List<Goal> of(Settings settings, Figures figures) {
        Goals goals = new Goals(settings, figures);
        goals.addLoads();
        goals.addGrowth();
        goals.addStartup();
        goals.addReports();
        return List.copyOf(goals.goals);
    }

    private void addLoads() {
        add("PostgreSQL, 4 files: load ÷ limit", limitRatio(POSTGRESQL, settings.fourFiles()), 1.25, 0.9, "");
        add("PostgreSQL, one file: load ÷ limit", limitRatio(POSTGRESQL, settings.oneFile()), 1.5, 1.1, "");
        add("H2, 4 files: load ÷ limit", limitRatio(H2, settings.fourFiles()), 1.0, 0.6, "");
        add("H2, 4 files: load", figures.wall(Figure.load(H2, settings.fourFiles(), 0)), 20, 10, SECONDS);
    }

    private OptionalDouble limitRatio(String database, Layout layout) {
        return figures.ratio(Figure.load(database, layout, 0), Figure.limit(database, layout));
    }

    private void addGrowth() {
        for (String database : List.of(POSTGRESQL, H2)) {
            Figure many = Figure.load(database, settings.many(), 0);
            Figure few = Figure.load(database, settings.few(), 0);
            OptionalDouble ratio = figures.ratio(many, few);
            double sizes =
                    (double) settings.many().conversations() / settings.few().conversations();
            OptionalDouble growth =
                    ratio.isPresent() ? OptionalDouble.of(ratio.getAsDouble() / sizes) : OptionalDouble.empty();
            add(database + ", growth: time for each conversation, " + sizeNames(), growth, 1.3, 1.05, "");
            add(
                    database + ", " + Text.count(settings.many().conversations()) + ": peak memory of load",
                    figures.peak(many),
                    400,
                    256,
                    MEGABYTES);
        }
    }

    private String sizeNames() {
        return Text.count(settings.many().conversations()) + " ÷ "
                + Text.count(settings.few().conversations());
    }

    private void addStartup() {
        for (String database : List.of(POSTGRESQL, H2)) {
            Figure again = Figure.nothingNew(database, settings.manyFiles());
            addJudged(database + ", 365 loaded files, nothing new", figures.wall(again), 2, 0.8, SECONDS);
        }
        for (String program : List.of(Figure.JAR, Figure.LAUNCHER)) {
            Figure help = Figure.startup("-", program + " --help");
            addJudged("`" + program + " --help`", figures.wall(help), 0.6, 0.25, SECONDS);
            for (String database : List.of(POSTGRESQL, H2)) {
                Figure status = Figure.startup(database, program + " status");
                addJudged(database + ", `" + program + " status`", figures.wall(status), 1.5, 0.7, SECONDS);
            }
        }
    }

    /** Of reports only the slowest is told. They have no aim beyond what they must. */
    private void addReports() {
        addReports(POSTGRESQL, 1, 5);
        addReports(H2, 3, 15);
    }

    private void addReports(String database, double reportMust, double dashboardMust) {
        Layout year = settings.year();
        OptionalDouble slowest = ReportCatalogue.builtIn().names().stream()
                .map(report -> figures.wall(Figure.report(database, report, year)))
                .flatMapToDouble(OptionalDouble::stream)
                .max();
        add(database + ", slowest report of 90 days", slowest, reportMust, reportMust, SECONDS);
        OptionalDouble dashboard = figures.wall(Figure.report(database, Figure.DASHBOARD, year));
        add(database + ", dashboard of a year", dashboard, dashboardMust, dashboardMust, SECONDS);
    }

    private void add(String name, OptionalDouble measured, double must, double aim, String unit) {
        goals.add(new Goal(name, measured, must, aim, unit, settings.judged()));
    }

    private void addJudged(String name, OptionalDouble measured, double must, double aim, String unit) {
        goals.add(new Goal(name, measured, must, aim, unit, true));
    }
}
