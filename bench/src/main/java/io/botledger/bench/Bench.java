package io.botledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command behind {@code bench/run}. */
@Command(
        name = "bench/run",
        description = {
            "Measures the built jar on PostgreSQL and H2 and writes bench/RESULTS.md and bench/results/<time>.json.",
            "Everything takes about 20 minutes; 2,000 conversations and one round about a minute.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Bench implements Callable<Integer> {
    @Option(
            names = "--conversations",
            paramLabel = "N",
            defaultValue = "200000",
            description = "How many; growth also measures a quarter and four times of it (default: ${DEFAULT-VALUE}).")
    private long conversations;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often each is measured (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--only",
            paramLabel = "PART",
            split = ",",
            description = "Databases (pg, h2) and kinds of measurement (load, growth, nothing-new, reports, startup); "
                    + "without a database both, without a kind all (default: everything).")
    private List<Part> only = List.of();

    @Option(names = "--embedded", description = "Take the embedded PostgreSQL even where one is installed.")
    private boolean embedded;

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description =
                    "Where to put exports and databases, some 10 GB (default: the system's folder for such things).")
    private Path folder = Path.of(System.getProperty("java.io.tmpdir"));

    @Option(names = "--keep", description = "Keep the exports and the databases.")
    private boolean keep;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where to write RESULTS.md and results/ (default: bench).")
    private Path out;

    @Spec
    private CommandSpec spec;

    private final Path root =
            Path.of(System.getProperty("botledger.root")).toAbsolutePath().normalize();

    /** Measures, and exits with 0 if every figure was taken. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Bench()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        Settings settings = settings();
        Path results = out == null ? root.resolve("bench") : out;
        try (Workplace workplace = Workplace.open(root, folder, settings, embedded, keep)) {
            Results measured = workplace.measure(settings, Instant.now());
            Path raw = ResultsFile.write(measured, Files.createDirectories(results));
            System.out.println("written: " + ResultsPage.write(measured, raw, results) + " and " + raw);
        }
        return 0;
    }

    private Settings settings() {
        try {
            return new Settings(conversations, rounds, Set.copyOf(only));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
