package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.botledger.db.Dialect;
import io.botledger.db.Dump;
import io.botledger.model.ExportFileName;
import io.botledger.sample.SampleExports;
import io.botledger.sample.SampleSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A day's file may grow after it was fetched, and is loaded no more often than it changes. */
class GrownFileTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-01-06T00:10:00Z");
    private static final Instant LATER = Instant.parse("2026-01-06T04:00:00.000001Z");
    private static final SampleExports EXPORTS = new SampleExports(
            SampleSettings.builder().conversations(40).days(1).bots(1).build());
    private static final ExportFileName NAME = EXPORTS.fileNames().get(0);

    @TempDir
    private Path folder;

    private Path write(long limit, Instant landed) throws IOException {
        return Files.setLastModifiedTime(EXPORTS.writeTo(folder, NAME, limit), FileTime.from(landed));
    }

    private static long conversations(Cli cli) {
        return Dump.rows(cli.settings(), "select conversation_id from reporting.conversations")
                .size();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aGrownFileReplacesItsOlderSelf(Dialect dialect) throws IOException {
        Cli cli = Cli.empty(dialect);
        write(17, MIDNIGHT);
        assertThat(cli.run("load", folder).outLines())
                .containsExactly("1 file: 1 loaded, 0 loaded already", "17 records: 17 loaded");
        assertThat(conversations(cli)).isEqualTo(17);

        write(SampleExports.ALL, LATER);
        Cli.Result grown = cli.run("load", folder);
        assertThat(grown.exitStatus()).isZero();
        assertThat(grown.outLines())
                .containsExactly(
                        "1 file: 0 loaded, 0 loaded already, 1 replaced an older version", "40 records: 40 loaded");
        assertThat(grown.errLines()).containsExactly(NAME.format() + " replaced an older version: 40 records");
        assertThat(conversations(cli)).isEqualTo(40);

        Cli direct = Cli.empty(dialect);
        direct.run("load", folder);
        assertThat(Dump.conversations(cli.settings())).isEqualTo(Dump.conversations(direct.settings()));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void statusShowsBothVersions(Dialect dialect) throws IOException {
        Cli cli = Cli.empty(dialect);
        write(17, MIDNIGHT);
        cli.run("load", folder);
        write(SampleExports.ALL, LATER);
        cli.run("load", folder);

        String bot = NAME.botId();
        String file = NAME.format();
        assertThat(cli.run("status").outLines())
                .containsExactly(
                        "Bot                       From        To          Days  Absent  Missing  Files  Conversations  Rejects",
                        bot + "  2026-01-01  2026-01-01     1       0        0      1             40        0",
                        "",
                        "Files with several versions, or whose load did not end well",
                        "File" + " ".repeat(file.length() - 4)
                                + "  Version  Status      Landed                Read  Loaded  Repeated  Outranked  Rejected",
                        file
                                + "        1  superseded  2026-01-06T00:10:00Z    17       0         0         17         0",
                        file
                                + "        2  completed   2026-01-06T04:00:00Z    40      40         0          0         0",
                        "",
                        "Last runs",
                        "Run   Started               Finished              Status     Exit  Landed  Loaded  Unchanged  Failed  Error",
                        "load  2026-03-01T00:02:00Z  2026-03-01T00:02:00Z  completed     0       0       1          0       0      -",
                        "load  2026-03-01T00:01:00Z  2026-03-01T00:01:00Z  completed     0       0       1          0       0      -");

        JsonNode files = cli.run("status", "--format", "json").json().get("files");
        assertThat(files).hasSize(2);
        assertVersion(files.get(0), 1, "superseded", 17, 0, "2026-01-06T00:10:00Z");
        assertVersion(files.get(1), 2, "completed", 40, 40, "2026-01-06T04:00:00.000001Z");
    }

    private static void assertVersion(
            JsonNode version, int revision, String status, int read, int loaded, String landed) {
        assertThat(version.get("file_name").asText()).isEqualTo(NAME.format());
        assertThat(version.get("revision").asInt()).isEqualTo(revision);
        assertThat(version.get("status").asText()).isEqualTo(status);
        assertThat(version.at("/counts/read").asInt()).isEqualTo(read);
        assertThat(version.at("/counts/loaded").asInt()).isEqualTo(loaded);
        assertThat(version.get("landed_at").asText()).isEqualTo(landed);
        assertThat(version.get("error").isNull()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aFileAsItWasIsNotOpened(Dialect dialect) throws IOException {
        Cli cli = Cli.empty(dialect);
        Path file = write(SampleExports.ALL, MIDNIGHT);
        cli.run("load", folder);
        List<String> before = Dump.of(cli.settings());

        Files.write(file, new byte[(int) Files.size(file)]);
        Files.setLastModifiedTime(file, FileTime.from(MIDNIGHT));
        assertUnchanged(cli, before);

        Files.setLastModifiedTime(file, FileTime.from(LATER));
        assertThat(cli.run("load", folder).exitStatus())
                .as("proof that what is there now can't be read")
                .isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aTouchedFileIsNoNewVersion(Dialect dialect) throws IOException {
        Cli cli = Cli.empty(dialect);
        Path file = write(SampleExports.ALL, MIDNIGHT);
        cli.run("load", folder);
        List<String> before = Dump.of(cli.settings());

        Files.setLastModifiedTime(file, FileTime.from(LATER));
        assertUnchanged(cli, before);
        Files.setLastModifiedTime(file, FileTime.from(MIDNIGHT));
        assertUnchanged(cli, before);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void theSameContentCompressedIsNoNewVersion(Dialect dialect) throws IOException {
        Cli cli = Cli.empty(dialect);
        Path file = write(SampleExports.ALL, MIDNIGHT);
        cli.run("load", folder);
        List<String> before = Dump.of(cli.settings());

        Path compressed = folder.resolve("elsewhere").resolve(NAME.format() + ".gz");
        Files.createDirectory(compressed.getParent());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            Files.copy(file, out);
        }
        Files.delete(file);
        assertUnchanged(cli, before);
    }

    private void assertUnchanged(Cli cli, List<String> before) {
        Cli.Result again = cli.run("load", folder);
        assertThat(again.exitStatus()).isZero();
        assertThat(again.outLines()).containsExactly("1 file: 0 loaded, 1 loaded already");
        assertThat(again.err()).isEmpty();
        assertThat(Dump.of(cli.settings())).isEqualTo(before);
    }
}
