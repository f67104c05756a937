package io.botledger.bench;

import io.botledger.sample.SampleExports;
import io.botledger.sample.SampleSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Wall-clock time of {@code botledger load} into empty databases, H2 and an embedded PostgreSQL with its default settings,
 * in turn, several rounds.
 */
public final class LoadBenchmark {
    private static final int ROUNDS = 3;
    private static final int FILES = 4;
    private static final long CONVERSATIONS = 200_000;

    private final Path jar;
    private final Path folder;

    private LoadBenchmark(Path jar, Path folder) {
        this.jar = jar;
        this.folder = folder;
    }

    /**
     * Measures and prints.
     *
     * @param arguments how many conversations; 200,000 where nothing is given
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        long conversations = arguments.length == 0 ? CONVERSATIONS : Long.parseLong(arguments[0]);
        Path folder = Files.createTempDirectory("botledger-bench");
        Path jar = Path.of(System.getProperty("botledger.jar")).normalize();
        new LoadBenchmark(jar, folder).measure(conversations);
    }

    private void measure(long conversations) throws IOException, InterruptedException, SQLException {
        Path exports = folder.resolve("exports");
        new SampleExports(SampleSettings.builder()
                        .conversations(conversations)
                        .bots(1)
                        .days(FILES)
                        .schema(SampleSettings.Schema.V2)
                        .build())
                .writeTo(exports, written -> {});
        Map<String, List<Double>> seconds = new TreeMap<>();
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            for (int round = 1; round <= ROUNDS; round++) {
                String h2 = "jdbc:h2:" + folder.resolve("h2-" + round);
                seconds.computeIfAbsent("H2", unused -> new ArrayList<>()).add(load(exports, h2));
                seconds.computeIfAbsent("PostgreSQL", unused -> new ArrayList<>())
                        .add(load(exports, createDatabase(server, "bench_" + round)));
            }
        }
        System.out.println("load of " + conversations + " conversations in " + FILES + " files, "
                + Runtime.getRuntime().availableProcessors() + " processors, Java " + Runtime.version());
        seconds.forEach((database, times) -> System.out.println(database + " median of " + ROUNDS + ": "
                + times.stream().sorted().skip(ROUNDS / 2).findFirst().orElseThrow() + " s of " + times));
    }

    private static String createDatabase(EmbeddedPostgres server, String name) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " encoding 'UTF8' template template0");
        }
        return server.getJdbcUrl("postgres", name);
    }

    private double load(Path exports, String url) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-jar",
                        jar.toString(),
                        "load",
                        exports.toString(),
                        "--db",
                        url,
                        "--db-user",
                        url.startsWith("jdbc:h2:") ? "sa" : "postgres",
                        "--progress",
                        "none")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("load.log").toFile())
                .start();
        int exitStatus = process.waitFor();
        if (exitStatus != 0) {
            throw new IllegalStateException(
                    "load ended with " + exitStatus + ": " + Files.readString(folder.resolve("load.log")));
        }
        return Math.round((System.nanoTime() - start) / 1e7) / 100.0;
    }
}
