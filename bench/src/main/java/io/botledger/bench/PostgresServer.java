package io.botledger.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of the bench's own, with default settings, so with fsync.
 *
 * @param origin where the program comes from
 * @param port where it listens
 * @param stopping ends it
 */
record PostgresServer(String origin, int port, Closeable stopping) implements Closeable {
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final int PREFERRED = 15;
    private static final String USER = "postgres";

    /** The programs of an installed PostgreSQL: version 15, the oldest that botledger takes, else any newer. */
    static List<Path> installed() throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            return List.of();
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.filter(version -> version.getFileName().toString().matches("\\d+"))
                    .filter(version -> major(version) >= PREFERRED)
                    .filter(version -> Files.isExecutable(version.resolve("bin/initdb")))
                    .sorted((one, other) -> Integer.compare(major(one), major(other)))
                    .map(version -> version.resolve("bin"))
                    .toList();
        }
    }

    private static int major(Path version) {
        return Integer.parseInt(version.getFileName().toString());
    }

    /** Starts an installed one, as the user postgres where root runs the bench: the server refuses root. */
    static PostgresServer start(Path programs, Path folder, Runner runner) throws IOException, InterruptedException {
        List<String> prefix = new ArrayList<>();
        Path data = Files.createDirectory(folder.resolve("postgresql"));
        if (System.getProperty("user.name").equals("root")) {
            Files.setOwner(
                    data, data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER));
            prefix.addAll(List.of("setpriv", "--reuid=" + USER, "--regid=" + USER, "--init-groups"));
        }
        runner.run(command(
                prefix,
                programs.resolve("initdb"),
                List.of("-D", data.toString(), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C")));
        int port = freePort();
        runner.run(command(
                prefix,
                programs.resolve("pg_ctl"),
                List.of(
                        "start",
                        "-w",
                        "-D",
                        data.toString(),
                        "-l",
                        data.resolve("server.log").toString(),
                        "-o",
                        "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''")));
        List<String> stop =
                command(prefix, programs.resolve("pg_ctl"), List.of("stop", "-m", "fast", "-D", data.toString()));
        return new PostgresServer("installed", port, () -> stop(runner, stop));
    }

    private static void stop(Runner runner, List<String> command) throws IOException {
        try {
            runner.run(command);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> command(List<String> prefix, Path program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(program.toString());
        command.addAll(arguments);
        return command;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Starts the one that the tests use; it comes with fsync turned off, which is turned back here. */
    static PostgresServer embedded() throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        return new PostgresServer("embedded", server.getPort(), server);
    }

    @Override
    public void close() throws IOException {
        stopping.close();
    }
}
