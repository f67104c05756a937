package io.botledger.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of an H2 database when its process dies: its file as it is at that moment. */
class H2DeathTest {
    @TempDir
    private Path folder;

    @Test
    void migrationsStay() throws IOException {
        try (Database database = open("lived")) {
            database.migrate();
            die();
        }
        try (Database left = open("left")) {
            left.requireSchema();
        }
    }

    /** H2 commits each of the statements of a migration. */
    @Test
    void halfAMigrationGoes() throws IOException, SQLException {
        try (Database database = open("lived");
                Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            Engine.of(Dialect.H2).holdWrites(statement);
            statement.execute("create table half (x integer)");
            die();
            Engine.of(Dialect.H2).releaseWrites(statement);
        }
        try (Database left = open("left")) {
            assertThat(left.migrate()).isPositive();
            left.requireSchema();
            assertThat(count(left, "information_schema.tables where table_name = 'HALF'"))
                    .isZero();
        }
        try (Database lived = open("lived")) {
            assertThat(count(lived, "half")).isZero();
        }
    }

    @Test
    void whatIsSyncedStays() throws IOException {
        try (Database database = open("lived")) {
            database.migrate();
        }
        try (Database database = open("lived")) {
            database.jdbi()
                    .useHandle(handle ->
                            handle.execute("insert into botledger.labels (label_key, label) values (1, 'kept')"));
            database.sync();
            die();
        }
        try (Database left = open("left")) {
            assertThat(count(left, "botledger.labels where label = 'kept'")).isOne();
        }
    }

    private Database open(String name) {
        return Database.open(DatabaseSettings.of("jdbc:h2:" + folder.resolve(name)));
    }

    private static int count(Database database, String from) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from " + from)
                        .mapTo(Integer.class)
                        .one());
    }

    private void die() throws IOException {
        Files.copy(folder.resolve("lived.mv.db"), folder.resolve("left.mv.db"));
    }
}
