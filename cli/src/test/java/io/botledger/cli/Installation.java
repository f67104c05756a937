package io.botledger.cli;

import io.botledger.db.DatabaseSettings;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import io.botledger.extract.SimulatedExportServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder with a configuration that leads to a simulated export server, and the environment that goes with it. */
final class Installation {
    private final Path folder;
    private final DatabaseSettings database;
    private final Map<String, String> environment;

    private Installation(Path folder, DatabaseSettings database, Map<String, String> environment) {
        this.folder = folder;
        this.database = database;
        this.environment = environment;
    }

    /**
     * For commands that run as processes: the database of H2 is a file in the folder, and runs ask for all days of a
     * {@link Vendor#recent recent} vendor.
     *
     * @param fetch more lines of the section {@code fetch}
     */
    static Installation of(Path folder, Dialect dialect, Vendor vendor, String... fetch) throws IOException {
        DatabaseSettings database = dialect == Dialect.H2
                ? DatabaseSettings.of("jdbc:h2:" + folder.resolve("botledger"))
                : TestDatabases.empty(dialect);
        String window = "window_days: " + vendor.windowDays();
        return of(
                folder,
                database,
                vendor.server(),
                vendor.bots(),
                Stream.concat(Stream.of(window), Stream.of(fetch)).toArray(String[]::new));
    }

    /**
     * Writes the configuration.
     *
     * @param fetch lines of the section {@code fetch}, such as {@code attempts: 1}
     */
    static Installation of(
            Path folder, DatabaseSettings database, SimulatedExportServer server, List<String> bots, String... fetch)
            throws IOException {
        return of(folder, database, """
                organizations:
                  - id: %s
                    base: %s
                    bots: [%s]
                reports:
                  run:
                    - report: ultimate_metrics
                fetch:
                  reread_days: 3
                %s
                """.formatted(
                        SimulatedExportServer.ORGANIZATION,
                        server.base(),
                        String.join(", ", bots),
                        fetch.length == 0 ? "" : "  " + String.join("\n  ", fetch)));
    }

    /** Writes this configuration. */
    static Installation of(Path folder, DatabaseSettings database, String configuration) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("botledger.yaml"), configuration);
        Map<String, String> environment = new HashMap<>(Cli.environment(database));
        environment.put("BOTLEDGER_API_KEY", SimulatedExportServer.KEY);
        return new Installation(folder, database, environment);
    }

    Path folder() {
        return folder;
    }

    DatabaseSettings database() {
        return database;
    }

    Path configuration() {
        return folder.resolve("botledger.yaml");
    }

    Path landing() {
        return folder.resolve("botledger-data").resolve("landing");
    }

    Path reports() {
        return folder.resolve("botledger-data").resolve("reports");
    }

    /** The variables, key included. */
    Map<String, String> environment() {
        return environment;
    }

    /** Commands that find this configuration; the first begins a minute after this time. */
    Cli cli(Instant now) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("BOTLEDGER_CONFIG", configuration().toString());
        return Cli.of(variables, now);
    }

    /** Commands as processes that find this configuration, at the true time. */
    Program program() {
        return Program.ofClasses(Botledger.class, folder, environment);
    }

    /** Commands as in {@link #program()}, but in this process. */
    Cli cli() {
        return cli(Instant.now());
    }
}
