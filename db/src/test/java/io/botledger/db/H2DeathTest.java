package io.botledger.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    @Test
    void whatIsCommittedStays() throws IOException {
        try (Database database = open("lived")) {
            database.migrate();
        }
        try (Database database = open("lived")) {
            database.jdbi()
                    .useHandle(handle ->
                            handle.execute("insert into botledger.labels (label_key, label) values (1, 'kept')"));
            die();
        }
        try (Database left = open("left")) {
            List<String> labels = left.jdbi()
                    .withHandle(handle -> handle.createQuery("select label from botledger.labels")
                            .mapTo(String.class)
                            .list());
            assertThat(labels).containsExactly("kept");
        }
    }

    private Database open(String name) {
        return Database.open(DatabaseSettings.of("jdbc:h2:" + folder.resolve(name)));
    }

    private void die() throws IOException {
        Files.copy(folder.resolve("lived.mv.db"), folder.resolve("left.mv.db"));
    }
}
