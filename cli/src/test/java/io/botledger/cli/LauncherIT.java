package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
        Map<String, String> environment = Map.of("BOTLEDGER_JAVA_OPTS", options);
        assertThat(flag("FlightRecorder", environment, "--version")).isEqualTo(isOn);
    }

    /** Level 4 is the optimizing compiler. */
    @ParameterizedTest
    @CsvSource({
        "report,jdbc:postgresql://localhost/none,,1",
        "dashboard,jdbc:h2:./none,jdbc:postgresql://localhost/none,1",
        "report,jdbc:postgresql://localhost/none,jdbc:h2:./none,4",
        "report,jdbc:h2:./none,,4",
        "load,jdbc:postgresql://localhost/none,,4"
    })
    void reportsOfPostgresDoWithoutTheOptimizingCompiler(
            String command, String inEnvironment, String given, String level) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(command, "--help"));
        if (given != null) {
            arguments.addAll(List.of("--db", given));
        }
        assertThat(flag("TieredStopAtLevel", Map.of("BOTLEDGER_DB", inEnvironment), arguments.toArray()))
                .isEqualTo(level);
    }

    /** The value of one of Java's flags in the run of a command. */
    private String flag(String name, Map<String, String> environment, Object... arguments)
            throws IOException, InterruptedException {
        Map<String, String> variables = new HashMap<>(environment);
        variables.merge("BOTLEDGER_JAVA_OPTS", "-XX:+PrintFlagsFinal", (options, print) -> options + " " + print);
        Cli.Result result = Program.ofLauncher(folder, variables).run(arguments);
        List<String> lines = result.outLines().stream()
                .filter(line -> line.contains(" " + name + " "))
                .toList();
        assertThat(lines).hasSize(1);
        return lines.get(0).replaceFirst(".*= *", "").replaceFirst(" .*", "");
    }
}
