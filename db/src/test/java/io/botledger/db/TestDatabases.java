package io.botledger.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;

/** Fresh, empty databases for tests: H2 in memory, and a real PostgreSQL that runs once for the whole test JVM. */
public final class TestDatabases {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static String template;

    private TestDatabases() {}

    /** A database with nothing in it. */
    public static DatabaseSettings empty(Dialect dialect) {
        String name = "test_" + NUMBER.incrementAndGet();
        return switch (dialect) {
            case H2 -> DatabaseSettings.of("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
            case POSTGRESQL -> PostgresServer.createDatabase(name, "template0");
        };
    }

    /** An open database with botledger's schema and no rows. */
    public static Database migrated(Dialect dialect) {
        if (dialect == Dialect.POSTGRESQL) {
            return Database.open(PostgresServer.createDatabase("test_" + NUMBER.incrementAndGet(), migratedTemplate()));
        }
        Database database = Database.open(empty(dialect));
        database.migrate();
        return database;
    }

    /** How many rows of a result an embedded H2 keeps in its memory. */
    public static int rowsInMemory(Connection connection) throws SQLException {
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getMaxMemoryRows();
    }

    /** Copying a migrated database takes a tenth of the time of migrating one. */
    private static synchronized String migratedTemplate() {
        if (template == null) {
            String name = "test_" + NUMBER.incrementAndGet();
            try (Database database = Database.open(PostgresServer.createDatabase(name, "template0"))) {
                database.migrate();
            }
            template = name;
        }
        return template;
    }

    private static final class PostgresServer {
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                // The builtin locale provider makes the server independent of the machine's locales.
                return EmbeddedPostgres.builder()
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setLocaleConfig("locale", "C")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("the embedded PostgreSQL did not start", e);
            }
        }

        static DatabaseSettings createDatabase(String name, String from) {
            try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name + " template " + from);
            } catch (SQLException e) {
                throw new IllegalStateException("creating database " + name, e);
            }
            return new DatabaseSettings(SERVER.getJdbcUrl("postgres", name), "postgres", "postgres");
        }
    }
}
