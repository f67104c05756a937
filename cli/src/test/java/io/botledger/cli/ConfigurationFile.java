package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Configurations as texts, read as if they stood in a file of the working folder unless said otherwise. */
final class ConfigurationFile {
    /** What an organization needs at least. */
    static final String ORGANIZATION = """
            organizations:
              - id: org-1
                bots: [bot-1]
            """;

    private ConfigurationFile() {}

    static Terminal terminal(Map<String, String> environment) {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return new Terminal(nowhere, nowhere, environment, Clock.systemUTC(), false, new AtomicBoolean());
    }

    static Configuration read(String text) {
        return read(Configuration.DEFAULT_FILE, text, Map.of());
    }

    static Configuration read(Path file, String text, Map<String, String> environment) {
        return ConfigurationReader.read(file, text, terminal(environment));
    }

    /** The message that a reading ends with. */
    static String refusal(Runnable reading) {
        BotledgerException refusal = catchThrowableOfType(BotledgerException.class, reading::run);
        assertThat(refusal).as("refusal").isNotNull();
        assertThat(refusal.code()).isEqualTo(ErrorCode.USAGE);
        return refusal.getMessage();
    }

    static String refusal(String text) {
        return refusal(() -> read(text));
    }

    /** That a text has exactly these problems; lines are told as {@code 4: fetch: ...}. */
    static void assertProblems(String text, String... problems) {
        assertThat(refusal(text))
                .isEqualTo(
                        problems.length == 1
                                ? "botledger.yaml: line " + problems[0]
                                : "botledger.yaml: " + problems.length + " problems\n  line "
                                        + String.join("\n  line ", Arrays.asList(problems)));
    }
}
