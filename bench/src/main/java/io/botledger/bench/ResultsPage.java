package io.botledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/** Writes {@code RESULTS.md}. */
final class ResultsPage {
    private final Results results;
    private final Figures figures;
    private final Settings settings;
    private final StringBuilder page = new StringBuilder();

    private ResultsPage(Results results) {
        this.results = results;
        this.figures = results.figures();
        this.settings = results.settings();
    }

    /** Writes it into a folder; returns its path. */
    static Path write(Results results, Path rawFigures, Path folder) throws IOException {
        ResultsPage page = new ResultsPage(results);
        page.addHead(rawFigures);
        page.addMachine();
        page.addTargets();
        page.addLoads();
        page.addGrowth();
        page.addOthers();
        page.addMethod();
        return Files.writeString(folder.resolve("RESULTS.md"), page.page);
    }

    private void addHead(Path rawFigures) {
        line("# What the bench measured");
        line("");
        line("Written by `bench/run`; every figure of every round is in `results/" + rawFigures.getFileName() + "`.");
        line(
                settings.rounds() == 1
                        ? "There was one round."
                        : "A time is the median of " + settings.rounds()
                                + " rounds, with the least and the greatest behind it.");
    }

    private void addMachine() {
        Machine machine = results.machine();
        heading("Machine");
        header("What", "Which");
        row("Processor", machine.processor() + ", " + machine.cores() + " cores");
        row("Memory", machine.memory());
        row("System", machine.system());
        row("Java", machine.java());
        machine.databases().forEach(database -> row("Database", database));
        row("Commit", machine.commit());
        row("Date", results.startedAt().toString().substring(0, 10));
    }

    private void addTargets() {
        heading("Targets");
        if (!settings.judged()) {
            line("Speed and growth are judged at " + Text.count(Settings.JUDGED_CONVERSATIONS)
                    + " conversations alone; here it is " + Text.count(settings.conversations()) + ".");
            line("");
        }
        header("Figure", "Measured", "Must", "Aim", "Target");
        for (Goal goal : results.goals()) {
            row(
                    goal.name(),
                    goal.figure(),
                    "≤ " + goal.written(goal.must()),
                    "≤ " + goal.written(goal.aim()),
                    goal.verdict());
        }
    }

    private void addLoads() {
        List<Figure> loads = figures.of(Part.LOAD);
        if (loads.isEmpty()) {
            return;
        }
        heading("Loads and limits");
        header("Database", "Conversations", "Files", "Way", "Wall, s", "CPU, s", "Peak, MB", "÷ limit");
        for (Figure figure : loads) {
            Layout layout = new Layout(figure.conversations(), figure.files());
            row(
                    figure.database(),
                    Text.count(figure.conversations()),
                    Integer.toString(figure.files()),
                    figure.workers() == 0 ? figure.what() : figure.what() + " --workers " + figure.workers(),
                    wall(figure),
                    cpu(figure),
                    peak(figure),
                    written(figures.ratio(figure, Figure.limit(figure.database(), layout))));
        }
    }

    private void addGrowth() {
        if (!settings.has(Part.GROWTH)) {
            return;
        }
        heading("Growth");
        header("Database", "Conversations", "Milliseconds for 1,000 conversations", "Peak, MB");
        for (String database : List.of(Goals.POSTGRESQL, Goals.H2)) {
            for (Layout layout : List.of(settings.few(), settings.fourFiles(), settings.many())) {
                Figure figure = Figure.load(database, layout, 0);
                figures.wall(figure)
                        .ifPresent(wall -> row(
                                figure.database(),
                                Text.count(layout.conversations()),
                                Text.whole(wall * 1e6 / layout.conversations()),
                                peak(figure)));
            }
        }
    }

    private void addOthers() {
        addTable("Nothing new", Part.NOTHING_NEW);
        addTable("Reports of 90 days and the dashboard of a year, each in a process of its own", Part.REPORTS);
        addTable("Start-up", Part.STARTUP);
    }

    private void addTable(String heading, Part kind) {
        List<Figure> measured = figures.of(kind);
        if (measured.isEmpty()) {
            return;
        }
        heading(heading);
        header("Database", "What", "Wall, s", "CPU, s", "Peak, MB");
        for (Figure figure : measured) {
            String size = figure.files() == 0 ? "" : ", " + new Layout(figure.conversations(), figure.files());
            row(figure.database(), "`" + figure.what() + "`" + size, wall(figure), cpu(figure), peak(figure));
        }
    }

    private void addMethod() {
        heading("How");
        line("* Data: `sample`, seed 1, one bot, a file a day, fields of version 2 of the vendor's API.");
        line(
                "* A load is `./botledger load` with no options of Java, a new process into a database that has the schema and no");
        line("  rows. CPU and memory are those of this process, not of the database server.");
        line(
                "* The limit is the database's own bulk path with ready-made rows: the rows of a load, dumped from all data tables,");
        line("  put back into the same schema, which has the same indexes.");
        results.notes().forEach(note -> line("* " + note));
        line(
                "* Before each measurement PostgreSQL writes a checkpoint, and the files of the bench are brought to disk.");
        line(
                "* Proof: `verify` finds nothing wrong after the first load of each kind, every load leaves the same number of rows");
        line("  in each table, and every limit the same rows, by a hash of each:");
        for (Loads.Proof proof : results.proofs()) {
            line("  " + proof.database() + ", " + proof.layout() + ": " + Text.count(proof.loadedRows())
                    + " rows loaded, " + Text.count(proof.limitRows()) + " put back.");
        }
        line("* Peak memory is the greatest of all rounds; CPU time can miss the last 10 ms.");
        line(
                "* `nothing-new` and `status` look at databases that were loaded before and had their statistics brought up to date.");
    }

    private String wall(Figure figure) {
        List<Usage> rounds = figures.of(figure);
        if (rounds.size() == 1) {
            return written(figures.wall(figure));
        }
        double least = rounds.stream().mapToDouble(Usage::wallSeconds).min().orElseThrow();
        double greatest = rounds.stream().mapToDouble(Usage::wallSeconds).max().orElseThrow();
        return written(figures.wall(figure)) + " (" + Text.decimal(least) + "–" + Text.decimal(greatest) + ")";
    }

    private String cpu(Figure figure) {
        return written(Figures.median(figures.of(figure), Usage::cpuSeconds));
    }

    private String peak(Figure figure) {
        return Text.whole(figures.peak(figure).orElseThrow());
    }

    private static String written(OptionalDouble value) {
        return value.isPresent() ? Text.decimal(value.getAsDouble()) : "-";
    }

    private void heading(String text) {
        line("");
        line("## " + text);
        line("");
    }

    private void header(String... cells) {
        row(cells);
        line("|" + "---|".repeat(cells.length));
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
