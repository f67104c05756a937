package io.botledger.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** Databases of one PostgreSQL server. */
final class PostgresDatabase implements TargetDatabase {
    private static final String TEMPLATE = "botledger_template";
    private static final String USER = "postgres";

    private final Runner runner;
    private final PostgresServer server;
    private final Optional<Path> psql;
    private final Connection administration;

    private PostgresDatabase(Runner runner, PostgresServer server, Optional<Path> psql, Connection administration) {
        this.runner = runner;
        this.server = server;
        this.psql = psql;
        this.administration = administration;
    }

    /**
     * Starts a server: the installed PostgreSQL, or else the embedded one.
     *
     * @param embedded whether to take the embedded one in any case
     */
    static PostgresDatabase start(Program program, Runner runner, Path folder, boolean embedded)
            throws IOException, InterruptedException, SQLException {
        List<Path> installed = embedded ? List.of() : PostgresServer.installed();
        PostgresServer server = installed.isEmpty()
                ? PostgresServer.embedded()
                : PostgresServer.start(installed.get(0), folder, runner);
        try {
            return prepare(program, runner, server, psql(installed));
        } catch (SQLException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static PostgresDatabase prepare(Program program, Runner runner, PostgresServer server, Optional<Path> psql)
            throws IOException, InterruptedException, SQLException {
        PostgresDatabase postgres =
                new PostgresDatabase(runner, server, psql, DriverManager.getConnection(url(server, USER), USER, USER));
        postgres.execute("create database " + TEMPLATE + " encoding 'UTF8' template template0");
        List<String> migrate = new ArrayList<>(List.of("migrate"));
        migrate.addAll(postgres.options(TEMPLATE));
        program.run(migrate);
        return postgres;
    }

    private static Optional<Path> psql(List<Path> installed) {
        Stream<Path> path = Stream.of(System.getenv("PATH").split(":")).map(Path::of);
        return Stream.concat(installed.stream(), path)
                .map(folder -> folder.resolve("psql"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String url(PostgresServer server, String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = administration.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public String description() {
        try {
            return "PostgreSQL " + administration.getMetaData().getDatabaseProductVersion() + ", " + server.origin()
                    + ", default settings, fsync on";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String limit() {
        return psql.isPresent()
                ? "`psql \\copy` in text format, all tables in one process and one transaction"
                : "the driver's `CopyManager` (there is no psql), all tables in one process and one transaction";
    }

    @Override
    public boolean loadsSideBySide() {
        return true;
    }

    @Override
    public List<String> options(String database) {
        return List.of("--db", url(server, database), "--db-user", USER);
    }

    @Override
    public void create(String database) throws SQLException {
        drop(database);
        execute("create database " + database + " template " + TEMPLATE);
    }

    @Override
    public void drop(String database) throws SQLException {
        execute("drop database if exists " + database + " with (force)");
    }

    @Override
    public void settle() throws SQLException {
        execute("checkpoint");
    }

    @Override
    public void tidy(String database) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum (analyze)");
        }
    }

    @Override
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(server, database), USER, USER);
    }

    @Override
    public String rowHash(DataTable table) {
        return "hashtextextended(cast(t as text), 0)";
    }

    @Override
    public void dump(String database, Path to) throws IOException, SQLException {
        Files.createDirectories(to);
        try (Connection connection = connect(database)) {
            for (DataTable table : DataTable.all(connection)) {
                try (OutputStream file = Files.newOutputStream(table.file(to))) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut("copy " + table.qualifiedName() + " (" + table.columnList() + ") to stdout", file);
                }
            }
        }
    }

    @Override
    public Usage putBack(String database, Path from) throws IOException, InterruptedException, SQLException {
        List<DataTable> tables;
        try (Connection connection = connect(database)) {
            tables = DataTable.all(connection);
        }
        settle();
        return psql.isPresent()
                ? putBackByPsql(psql.orElseThrow(), database, tables, from)
                : runner.run(CopyBack.command(url(server, database), USER, tables, from));
    }

    private Usage putBackByPsql(Path program, String database, List<DataTable> tables, Path from)
            throws IOException, InterruptedException {
        Path script = from.resolve("put_back.sql");
        Files.write(
                script,
                tables.stream()
                        .map(table -> "\\copy " + table.qualifiedName() + " (" + table.columnList() + ") from '"
                                + table.file(from).toString().replace("'", "''") + "'")
                        .toList());
        return runner.run(List.of(
                program.toString(),
                "-X",
                "-q",
                "-1",
                "-v",
                "ON_ERROR_STOP=1",
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(server.port()),
                "-U",
                USER,
                "-d",
                database,
                "-f",
                script.toString()));
    }

    @Override
    public void close() throws IOException {
        try {
            administration.close();
        } catch (SQLException e) {
            throw new IOException(e);
        } finally {
            server.close();
        }
    }
}
