package io.botledger.db;

import static io.botledger.db.TestDatabases.rowsInMemory;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For narrow rows an embedded H2 takes more memory, and only until nobody expects them any more. */
class RowMemoryTest {
    @TempDir
    private Path folder;

    private Database open(String name) {
        return Database.open(DatabaseSettings.of("jdbc:h2:" + folder.resolve(name)));
    }

    @Test
    void h2KeepsMoreRowsUntilTheMemoryIsClosed() throws SQLException {
        try (Database database = open("one");
                Connection connection = database.connection()) {
            int usual = rowsInMemory(connection);
            RowMemory memory = Dialect.H2.expectNarrowRows(connection);
            try (memory) {
                assertThat(rowsInMemory(connection)).isGreaterThan(10 * usual);
            }
            assertThat(rowsInMemory(connection)).isEqualTo(usual);
        }
    }

    @Test
    void ofSeveralTheLastOneEndsIt() throws SQLException {
        try (Database database = open("two");
                Connection connection = database.connection()) {
            int usual = rowsInMemory(connection);
            for (boolean inOrder : List.of(true, false)) {
                RowMemory first = Dialect.H2.expectNarrowRows(connection);
                RowMemory second = Dialect.H2.expectNarrowRows(connection);
                int raised = rowsInMemory(connection);
                assertThat(raised).isGreaterThan(usual);

                RowMemory closed = inOrder ? first : second;
                closed.close();
                closed.close();
                assertThat(rowsInMemory(connection)).isEqualTo(raised);
                (inOrder ? second : first).close();
                assertThat(rowsInMemory(connection)).isEqualTo(usual);
            }
        }
    }

    @Test
    void whatSomebodySetIsKept() throws SQLException {
        try (Database database = open("set");
                Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            RowMemory memory = Dialect.H2.expectNarrowRows(connection);
            try (memory) {
                statement.execute("set max_memory_rows 2000000000");
            }
            assertThat(rowsInMemory(connection)).isEqualTo(2_000_000_000);
            RowMemory second = Dialect.H2.expectNarrowRows(connection);
            try (second) {
                assertThat(rowsInMemory(connection)).isEqualTo(2_000_000_000);
            }
            assertThat(rowsInMemory(connection)).isEqualTo(2_000_000_000);
        }
    }

    @Test
    void aServerIsLeftToItself() throws SQLException {
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        try (Connection local = DriverManager.getConnection("jdbc:h2:mem:rows", "sa", "");
                Connection remote = DriverManager.getConnection("jdbc:h2:" + server.getURL() + "/mem:rows", "sa", "")) {
            int usual = rowsInMemory(local);
            RowMemory memory = Dialect.H2.expectNarrowRows(remote);
            try (memory) {
                assertThat(rowsInMemory(local)).isEqualTo(usual);
            }
        } finally {
            server.stop();
        }
    }
}
