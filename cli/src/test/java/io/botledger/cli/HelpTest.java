package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.reports.ReportCatalogue;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class HelpTest {
    private static final int WIDEST = 100;

    /** The names of all commands; the empty one stands for the program itself. */
    static List<String> commands() {
        List<String> names = new ArrayList<>(line().getSubcommands().keySet());
        names.add("");
        return names;
    }

    private static CommandLine line() {
        return Commands.line(terminal());
    }

    private static Terminal terminal() {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return new Terminal(nowhere, nowhere, Map.of(), Clock.systemUTC(), false, new AtomicBoolean());
    }

    private static CommandLine command(String name) {
        return name.isEmpty() ? line() : line().getSubcommands().get(name);
    }

    private static String help(String command) {
        Cli.Result result =
                command.isEmpty() ? Cli.bare().run("--help") : Cli.bare().run(command, "--help");
        assertThat(result.exitStatus()).isZero();
        assertThat(result.err()).isEmpty();
        return result.out();
    }

    @Test
    void everyParameterOfTheBuiltInReportsHasAnOption() {
        Map<String, OptionSpec> options = command("report").getCommandSpec().optionsMap();
        ReportCatalogue reports = ReportCatalogue.builtIn();
        for (String report : reports.names()) {
            reports.find(report)
                    .parameters()
                    .forEach(parameter -> assertThat(options).as(report).containsKey(parameter.option()));
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void tellsEveryOption(String command) {
        String help = help(command);
        for (OptionSpec option : command(command).getCommandSpec().options()) {
            assertThat(help).contains(option.longestName());
            assertThat(String.join("", option.description()))
                    .as(option.longestName())
                    .matches("(?s)[A-Z].*\\.");
        }
        command(command)
                .getCommandSpec()
                .positionalParameters()
                .forEach(parameter -> assertThat(String.join("", parameter.description()))
                        .as(parameter.paramLabel())
                        .matches("(?s)[A-Z].*\\."));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void readsWellInEveryLocale(String command) {
        assertThat(help(command)).doesNotContain("${", "%%", "%n", "null", "\u0131", "\u0130", "@|");
        assertThat(help(command).lines()).allSatisfy(text -> assertThat(text).hasSizeLessThanOrEqualTo(WIDEST));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void tellsTheDefaultOfEveryOptionThatHasOne(String command) {
        String words = help(command).replaceAll("\\s+", " ");
        for (OptionSpec option : command(command).getCommandSpec().options()) {
            if (option.defaultValue() != null && !option.longestName().equals("--max-rejects")) {
                assertThat(words).contains("(default: " + option.defaultValue() + ").");
            }
        }
    }

    @Test
    void listsTheCommandsAndExitStatuses() {
        String words = help("").replaceAll("\\s+", " ");
        assertThat(words)
                .endsWith("New here? botledger demo Exit status: 0 done, 1 internal error, 2 wrong usage or "
                        + "configuration, 3 done with rejects, 4 some files could not be loaded, 5 source unavailable or "
                        + "refused, 6 database or output unavailable, 7 another run is at work, 130 interrupted. ");
        commands().forEach(command -> assertThat(help("")).contains("\n  " + command));
    }

    @Test
    void aCommandThatIsNamedIsTheOnlyOneMade() {
        for (String command : line().getSubcommands().keySet()) {
            assertThat(Commands.line(terminal(), command, "x").getSubcommands()).containsOnlyKeys(command);
        }
        assertThat(Commands.line(terminal(), "--help", "report").getSubcommands())
                .hasSameSizeAs(line().getSubcommands())
                .hasSizeGreaterThan(1);
    }

    @Test
    void tellsTheVersion() {
        assertThat(Cli.bare().run("--version").out()).matches("botledger \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
    }
}
