package io.botledger.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** What {@code psql \copy} does, for machines without psql: files into tables, in one transaction. */
final class CopyBack {
    private CopyBack() {}

    /** The command that runs {@link #main}. */
    static List<String> command(String url, String user, List<DataTable> tables, Path from) {
        List<String> command = new ArrayList<>(List.of(
                Program.java(), "-cp", System.getProperty("java.class.path"), CopyBack.class.getName(), url, user));
        for (DataTable table : tables) {
            command.add(table.qualifiedName() + " (" + table.columnList() + ")");
            command.add(table.file(from).toString());
        }
        return command;
    }

    /**
     * Copies.
     *
     * @param arguments URL, user, and for each table its name with its columns, and its file
     */
    public static void main(String[] arguments) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(arguments[0], arguments[1], arguments[1])) {
            connection.setAutoCommit(false);
            for (int i = 2; i < arguments.length; i += 2) {
                try (InputStream file = Files.newInputStream(Path.of(arguments[i + 1]))) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("copy " + arguments[i] + " from stdin", file);
                }
            }
            connection.commit();
        }
    }
}
