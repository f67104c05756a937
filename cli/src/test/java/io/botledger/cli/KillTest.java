package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.botledger.cli.Program.Running;
import io.botledger.db.DatabaseSettings;
import io.botledger.db.Dialect;
import io.botledger.db.Dump;
import io.botledger.db.TestDatabases;
import io.botledger.sample.SampleExports;
import io.botledger.sample.SampleSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loads that are killed in the middle of their work, and what the next one makes of it. */
class KillTest {
    private static final int FILES = 4;
    private static final int SIGKILL = 128 + 9;

    @TempDir
    private static Path exports;

    private static List<String> undisturbed;

    @TempDir
    private Path folder;

    private Path h2File;

    @BeforeAll
    static void loadUndisturbed() {
        new SampleExports(SampleSettings.builder()
                        .conversations(12_000)
                        .days(2)
                        .bots(2)
                        .build())
                .writeTo(exports, written -> {});
        Cli cli = Cli.empty(Dialect.H2);
        assertThat(cli.run("load", exports).exitStatus()).isZero();
        undisturbed = Dump.of(cli.settings());
    }

    @BeforeEach
    void chooseFile() {
        h2File = folder.resolve("botledger.mv.db");
    }

    private DatabaseSettings settings(Dialect dialect) {
        return dialect == Dialect.H2
                ? DatabaseSettings.of("jdbc:h2:" + folder.resolve("botledger"))
                : TestDatabases.empty(dialect);
    }

    @ParameterizedTest
    @CsvSource({"H2,1", "H2,3", "POSTGRESQL,2"})
    void goesOnAfterADeathBehindSomeFiles(Dialect dialect, int filesLoaded) throws IOException, InterruptedException {
        Cli cli = Cli.on(settings(dialect));
        killAfter(cli.settings(), filesLoaded);
        assertGoesOn(cli, filesLoaded);
    }

    @Test
    void goesOnAfterADeathWithinAFileOnH2() throws IOException, InterruptedException {
        Cli cli = Cli.on(settings(Dialect.H2));
        try (Running load = start(cli.settings())) {
            load.awaitThat(() -> h2File.toFile().length() > 3_000_000);
            assertThat(load.kill().exitStatus()).isEqualTo(SIGKILL);
        }
        assertGoesOn(cli, 0);
    }

    @Test
    void goesOnAfterADeathWithinAFileOnPostgresql() throws IOException, InterruptedException {
        Cli cli = Cli.on(settings(Dialect.POSTGRESQL));
        assertThat(cli.run("migrate").exitStatus()).isZero();
        // More than one batch, less than the first file: nothing of it may be left.
        String someRows =
                "select 1 from botledger.etl_loads where pg_relation_size('botledger.conversations') > 900000";
        try (Running load = start(cli.settings())) {
            load.awaitThat(() -> !Dump.rows(cli.settings(), someRows).isEmpty());
            assertThat(load.kill().exitStatus()).isEqualTo(SIGKILL);
        }
        assertGoesOn(cli, 0);
    }

    @Test
    void goesOnAfterOneDeathAfterTheOther() throws IOException, InterruptedException {
        Cli cli = Cli.on(settings(Dialect.H2));
        for (int death = 0; death < FILES - 1; death++) {
            killAfter(cli.settings(), 1);
        }
        assertGoesOn(cli, FILES - 1);
    }

    private Running start(DatabaseSettings settings) throws IOException {
        return Program.ofClasses(Botledger.class, folder, settings).start("load", exports, "--progress=plain");
    }

    private void killAfter(DatabaseSettings settings, int filesLoaded) throws IOException, InterruptedException {
        try (Running load = start(settings)) {
            load.awaitThat(() -> load.filesLoaded() >= filesLoaded);
            assertThat(load.kill().exitStatus()).isEqualTo(SIGKILL);
        }
    }

    private static void assertGoesOn(Cli cli, int leastFilesLoaded) {
        cli.requireSound();
        Cli.Result rest = cli.run("load", exports, "--format=json");
        assertThat(rest.exitStatus()).as(rest.err()).isZero();
        JsonNode summary = rest.json();
        assertThat(summary.get("unchanged").asInt()).isBetween(leastFilesLoaded, FILES - 1);
        assertThat(summary.get("loaded").asInt() + summary.get("unchanged").asInt())
                .isEqualTo(FILES);

        cli.requireSound();
        assertThat(Dump.of(cli.settings())).isEqualTo(undisturbed);
        assertThat(cli.run("status").outLines()).anyMatch(line -> line.matches("load .* - +abandoned +- .*"));
        JsonNode runs = cli.run("status", "--format=json").json().get("runs");
        assertThat(runs.findValuesAsText("status"))
                .contains("abandoned", "completed")
                .doesNotContain("running");
        assertThat(runs.findValuesAsText("error")).contains("its process died; the files it left are taken up again");
        assertThat(cli.run("load", exports).outLines())
                .containsExactly(FILES + " files: 0 loaded, " + FILES + " loaded already");
    }
}
