package io.botledger.cli;

import static io.botledger.cli.ConfigurationFile.assertProblems;
import static io.botledger.cli.ConfigurationFile.read;
import static io.botledger.cli.ConfigurationFile.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the paths of a configuration begin. */
class ConfigurationPathsTest {
    @Test
    void beginInTheFolderOfTheFile() {
        Configuration configuration = read(Path.of("/etc/botledger/botledger.yaml"), """
                database:
                  url: jdbc:h2:./db/x;MODE=PostgreSQL
                  password_file: secret/password
                landing: ../landing
                organizations:
                  - {id: o, bots: [b], key_file: secret/key}
                  - {id: p, bots: [c], key_file: /run/key}
                reports: {folder: out}
                """, Map.of());
        assertThat(configuration.database().url()).contains("jdbc:h2:/etc/botledger/db/x;MODE=PostgreSQL");
        assertThat(configuration.database().passwordFile())
                .map(SecretFile::path)
                .contains(Path.of("/etc/botledger/secret/password"));
        assertThat(configuration.landing()).isEqualTo(Path.of("/etc/botledger/../landing"));
        assertThat(configuration.reports().folder()).isEqualTo(Path.of("/etc/botledger/out"));
        assertThat(configuration.organizations())
                .extracting(organization -> organization.key().describe())
                .containsExactly("file /etc/botledger/secret/key", "file /run/key");
    }

    @Test
    void soDoTheDefaults() {
        Configuration absolute = read(Path.of("/etc/botledger.yaml"), "", Map.of());
        assertThat(absolute.database().url()).contains("jdbc:h2:/etc/botledger-data/botledger");
        assertThat(absolute.landing()).isEqualTo(Path.of("/etc/botledger-data/landing"));
        assertThat(absolute.reports().folder()).isEqualTo(Path.of("/etc/botledger-data/reports"));
        Configuration relative = read(Path.of("conf/botledger.yaml"), "", Map.of());
        assertThat(relative.database().url()).contains("jdbc:h2:./conf/botledger-data/botledger");
        assertThat(relative.landing()).isEqualTo(Path.of("conf/botledger-data/landing"));
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:./x, jdbc:h2:/e/x",
        "jdbc:h2:file:./x, jdbc:h2:file:/e/x",
        "jdbc:h2:../x, jdbc:h2:/e/../x",
        "jdbc:h2:file:/a/x, jdbc:h2:file:/a/x",
        "jdbc:h2:/a/x;CIPHER=AES, jdbc:h2:/a/x;CIPHER=AES",
        "jdbc:h2:~/x, jdbc:h2:~/x",
        "jdbc:h2:mem:x, jdbc:h2:mem:x",
        "jdbc:h2:tcp://localhost/./x, jdbc:h2:tcp://localhost/./x",
        "jdbc:postgresql://h:5432/d?ssl=true, jdbc:postgresql://h:5432/d?ssl=true",
        "jdbc:postgresql:d, jdbc:postgresql:d"
    })
    void ofH2AreTheOnlyOnesInAUrl(String url, String absolute) {
        String text = "database: {url: '" + url + "'}";
        assertThat(read(Path.of("/e/botledger.yaml"), text, Map.of()).database().url())
                .contains(absolute);
        assertThat(read(text).database().url()).contains(url);
    }

    @Test
    void ofAFolderInTheWorkingFolderReachH2WithItsDot() {
        assertThat(read(Path.of("conf/botledger.yaml"), "database: {url: 'jdbc:h2:./x'}", Map.of())
                        .database()
                        .url())
                .contains("jdbc:h2:./conf/x");
    }

    @Test
    void stayAsTheyAreForAFileInTheWorkingFolder() {
        Configuration configuration = read("landing: a/b\nreports: {folder: ./c}\n");
        assertThat(configuration.landing()).isEqualTo(Path.of("a/b"));
        assertThat(configuration.reports().folder()).isEqualTo(Path.of("./c"));
    }

    @Test
    void mayBeginWithTheHome() {
        assertThat(read(Path.of("/e/botledger.yaml"), "landing: ~/landing\n", Map.of())
                        .landing())
                .isEqualTo(Path.of(System.getProperty("user.home"), "landing"));
    }

    @Test
    void mustBePaths() {
        assertProblems("landing: \"a\\0b\"\n", "1: landing: expected a path, found a?b");
    }

    @Test
    void needNotSuitH2IfAnotherDatabaseIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                Files.createDirectory(folder.resolve("a;b")).resolve("botledger.yaml"), ConfigurationFile.ORGANIZATION);
        String database = "jdbc:h2:" + folder.resolve("db");
        assertThat(Cli.bare().run("migrate", "--config", file, "--db", database).err())
                .doesNotContain("semicolon");
        Cli named = Cli.of(Map.of("BOTLEDGER_DB", database), Instant.EPOCH);
        assertThat(named.run("status", "--config", file).exitStatus()).isZero();
        Cli.Result result = Cli.bare().run("status", "--config", file);
        assertThat(result.exitStatus()).isEqualTo(2);
        assertThat(result.errLines())
                .containsExactly(
                        "botledger: " + file + ": H2 takes no semicolon in a path, so the database can't be in "
                                + "this folder; name another with --db, BOTLEDGER_DB or database.url");
    }

    @Test
    void mustSuitH2() {
        assertThat(refusal(() -> read(Path.of("/a;b/botledger.yaml"), "\ndatabase: {url: 'jdbc:h2:./x'}", Map.of())))
                .isEqualTo("/a;b/botledger.yaml: line 2: database.url: H2 takes no semicolon in a path, found /a;b/x; "
                        + "name a file elsewhere");
        assertThat(read(Path.of("/a;b/botledger.yaml"), "database: {url: 'jdbc:h2:/x'}", Map.of())
                        .database()
                        .url())
                .contains("jdbc:h2:/x");
        assertProblems(
                "database: {url: 'jdbc:h2:x'}",
                "1: database.url: expected a file that begins with ./ (the folder of this configuration), ~/ or /, "
                        + "since H2 takes no other");
    }
}
