package io.botledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** H2 in files, each opened by the process that is measured. */
final class H2Database implements TargetDatabase {
    private static final String TEMPLATE = "template";

    private final Program program;
    private final Runner runner;
    private final Path folder;

    private H2Database(Program program, Runner runner, Path folder) {
        this.program = program;
        this.runner = runner;
        this.folder = folder;
    }

    /** Keeps its files in this folder. */
    static H2Database start(Program program, Runner runner, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        H2Database h2 = new H2Database(program, runner, folder);
        List<String> migrate = new ArrayList<>(List.of("migrate"));
        migrate.addAll(h2.options(TEMPLATE));
        program.run(migrate);
        return h2;
    }

    private Path file(String database) {
        return folder.resolve(database + ".mv.db");
    }

    private String url(String database) {
        return "jdbc:h2:" + folder.resolve(database);
    }

    @Override
    public String name() {
        return "H2";
    }

    @Override
    public String description() {
        try (Connection connection = connect(TEMPLATE)) {
            return "H2 " + connection.getMetaData().getDatabaseProductVersion() + ", embedded, default settings";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String limit() {
        return "`insert … select … from csvread(…)`, a statement for each table, in one new Java process with the options of `./botledger`";
    }

    @Override
    public boolean loadsSideBySide() {
        return false;
    }

    @Override
    public List<String> options(String database) {
        return List.of("--db", url(database), "--db-user", "sa");
    }

    @Override
    public void create(String database) throws IOException {
        drop(database);
        Files.copy(file(TEMPLATE), file(database));
    }

    @Override
    public void drop(String database) throws IOException {
        Files.deleteIfExists(file(database));
    }

    @Override
    public void settle() {
        // A closed file has nothing to write.
    }

    @Override
    public void tidy(String database) {
        // H2 does nothing to a closed file.
    }

    @Override
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "sa", "");
    }

    @Override
    public String rowHash(DataTable table) {
        return hash(table);
    }

    /** Tells a null from an empty text. */
    static String hash(DataTable table) {
        return table.columns().stream()
                .map(column -> "coalesce('=' || cast(t." + column + " as varchar), '')")
                .collect(Collectors.joining(", ", "ora_hash(concat_ws('|', ", "))"));
    }

    @Override
    public void dump(String database, Path to) throws IOException, SQLException {
        Files.createDirectories(to);
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (DataTable table : DataTable.all(connection)) {
                statement.execute("call csvwrite(" + literal(table.file(to).toString()) + ", 'select "
                        + table.columnList() + " from " + table.qualifiedName() + "', 'charset=UTF-8')");
            }
        }
    }

    @Override
    public Usage putBack(String database, Path from) throws IOException, InterruptedException, SQLException {
        Path script = from.resolve("put_back.sql");
        try (Connection connection = connect(TEMPLATE)) {
            Files.write(
                    script,
                    DataTable.all(connection).stream()
                            .map(table -> "insert into " + table.qualifiedName() + " (" + table.columnList()
                                    + ") select " + table.columnList() + " from csvread("
                                    + literal(table.file(from).toString()) + ", null, 'charset=UTF-8');")
                            .toList());
        }
        return runner.run(List.of(
                Program.java(),
                program.options(),
                "-cp",
                program.jar().toString(),
                "org.h2.tools.RunScript",
                "-url",
                url(database),
                "-user",
                "sa",
                "-script",
                script.toString()));
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public void close() {
        // Nothing is open between two measurements.
    }
}
