package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./botledger}, run as its users run it. */
class LauncherIT {
    @TempDir
    private Path folder;

    @Test
    void saysWhatTheJarSaysAndNoMore() throws IOException, InterruptedException {
        Cli.Result result = Program.ofLauncher(folder, Map.of()).run("--version");
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo(Cli.bare().run("--version").out());
        assertThat(result.exitStatus()).isZero();
    }

    /** No recording is made: Java 17 can crash where one meets the archive of classes. */
    @ParameterizedTest
    @CsvSource({"'',false", "-XX:+FlightRecorder,true"})
    void flightRecorderIsForThoseWhoAskForIt(String options, String isOn) throws IOException, InterruptedException {
        Map<String, String> environment = Map.of("BOTLEDGER_JAVA_OPTS", options + " -XX:+PrintFlagsFinal");
        Cli.Result result = Program.ofLauncher(folder, environment).run("--version");
        assertThat(result.outLines())
                .filteredOn(line -> line.contains(" FlightRecorder "))
                .singleElement()
                .asString()
                .contains("= " + isOn + " ");
    }
}
