package io.botledger.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For narrow rows an embedded H2 takes more memory, and only until it is told that they are over. */
class RowMemoryTest {
    @TempDir
    private Path folder;

    @Test
    void h2KeepsMoreRowsUntilTheMemoryIsClosed() throws SQLException {
        String url = "jdbc:h2:" + folder.resolve("rows");
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            int usual = rows(connection);
            RowMemory memory = Dialect.H2.expectNarrowRows(statement);
            try (memory) {
                assertThat(rows(connection)).isGreaterThan(10 * usual);
            }
            assertThat(rows(connection)).isEqualTo(usual);
        }
    }

    @Test
    void whatTheDatabaseWasSetToIsNeverLowered() throws SQLException {
        String url = "jdbc:h2:" + folder.resolve("set");
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("set max_memory_rows 2000000000");
            RowMemory memory = Dialect.H2.expectNarrowRows(statement);
            try (memory) {
                assertThat(rows(connection)).isEqualTo(2_000_000_000);
            }
            assertThat(rows(connection)).isEqualTo(2_000_000_000);
        }
    }

    @Test
    void anH2ServerIsLeftToItself() throws SQLException {
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + server.getURL() + "/mem:rows", "sa", "");
                Statement statement = connection.createStatement()) {
            RowMemory memory = Dialect.H2.expectNarrowRows(statement);
            try (memory) {
                assertThat(statement.execute("select 1")).isTrue();
            }
        } finally {
            server.stop();
        }
    }

    private static int rows(Connection connection) throws SQLException {
        return ((SessionLocal) connection.unwrap(JdbcConnection.class).getSession())
                .getDatabase()
                .getMaxMemoryRows();
    }
}
