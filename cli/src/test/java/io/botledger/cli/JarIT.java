package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.DatabaseSettings;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import io.botledger.sample.SampleExports;
import io.botledger.sample.SampleSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The jar that is handed out, run as its users run it. */
class JarIT {
    private static final SampleExports EXPORTS = new SampleExports(
            SampleSettings.builder().conversations(300).days(2).bots(2).build());

    @TempDir
    private Path folder;

    @Test
    void tellsItsVersion() throws IOException, InterruptedException {
        Cli.Result result = Program.ofJar(folder, Map.of()).run("--version");
        assertThat(result.exitStatus()).isZero();
        assertThat(result.out()).isEqualTo(Cli.bare().run("--version").out());
        assertThat(result.err()).isEmpty();
    }

    @Test
    void showsTheDemo() throws IOException, InterruptedException {
        Cli.Result result = Program.ofJar(folder, Map.of()).run("demo");
        assertThat(result.errLines())
                .singleElement()
                .asString()
                .startsWith("botledger: warning: not_understood_messages_count is 0 in all ");
        assertThat(result.exitStatus()).isZero();
        assertThat(result.outLines()).contains("2,000 records: 2,000 loaded", "3. Metrics:");
        assertThat(Files.readAllLines(folder.resolve("botledger-demo/reports/ultimate_metrics.csv")))
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void migratesLoadsAndReports(Dialect dialect) throws IOException, InterruptedException {
        DatabaseSettings settings =
                dialect == Dialect.H2 ? DatabaseSettings.of("jdbc:h2:./botledger") : TestDatabases.empty(dialect);
        Path exports = folder.resolve("exports");
        EXPORTS.writeTo(exports, written -> {});
        Program jar = Program.ofJar(folder, Cli.environment(settings));

        assertThat(jar.run("migrate").outLines()).containsExactly("The schema is now of version 11.");
        Cli.Result load = jar.run("load", exports);
        assertThat(load.exitStatus()).as(load.err()).isZero();
        assertThat(load.outLines()).containsExactly("4 files: 4 loaded, 0 loaded already", "300 records: 300 loaded");
        Cli.Result report = jar.run("report", "ultimate_metrics", "--format=csv");
        assertThat(report.exitStatus()).isZero();
        assertThat(report.err()).isEmpty();
        assertThat(report.out())
                .isEqualTo(Figures.metrics(EXPORTS.conversations().toList()).csv());
    }
}
