package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.botledger.cli.Botledger.Terminal;
import io.botledger.db.DatabaseSettings;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs commands within the test's own process. Every run begins one minute after the one before, from a fixed time on. */
final class Cli {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Map<String, String> environment;
    private Instant now = Instant.parse("2026-03-01T00:00:00Z");

    private Cli(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Without a database named in the environment. */
    static Cli bare() {
        return new Cli(Map.of());
    }

    /** With nothing but these in the environment. */
    static Cli with(Map<String, String> environment) {
        return new Cli(environment);
    }

    /** With an empty database named in the environment. */
    static Cli empty(Dialect dialect) {
        return on(TestDatabases.empty(dialect));
    }

    static Cli on(DatabaseSettings settings) {
        return new Cli(environment(settings));
    }

    /** With these variables, at this time. */
    static Cli of(Map<String, String> environment, Instant now) {
        Cli cli = new Cli(environment);
        cli.now = now;
        return cli;
    }

    /** The environment variables that name a database. */
    static Map<String, String> environment(DatabaseSettings settings) {
        Map<String, String> environment = new HashMap<>();
        environment.put("BOTLEDGER_DB", settings.url());
        if (settings.user() != null) {
            environment.put("BOTLEDGER_DB_USER", settings.user());
            environment.computeIfAbsent("BOTLEDGER_DB_PASSWORD", name -> settings.password());
        }
        return environment;
    }

    DatabaseSettings settings() {
        return new DatabaseSettings(
                environment.get("BOTLEDGER_DB"),
                environment.get("BOTLEDGER_DB_USER"),
                environment.get("BOTLEDGER_DB_PASSWORD"));
    }

    /** What a command left behind. */
    record Result(int exitStatus, String out, String err) {
        JsonNode json() {
            return Cli.json(out);
        }

        List<String> outLines() {
            return out.lines().toList();
        }

        List<String> errLines() {
            return err.lines().toList();
        }
    }

    /** Runs a command; arguments are given as their texts. */
    Result run(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        now = now.plus(Duration.ofMinutes(1));
        Terminal terminal = new Terminal(
                printer(out), printer(err), environment, Clock.fixed(now, ZoneOffset.UTC), false, new AtomicBoolean());
        int exitStatus = Botledger.run(
                terminal, Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
        terminal.out().flush();
        return new Result(exitStatus, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Fails unless tables, ledger and files agree. */
    void requireSound() {
        Result verification = run("verify", "--read-files");
        assertThat(verification.exitStatus())
                .as(verification.out() + verification.err())
                .isZero();
    }

    /** Reads a text that is JSON. */
    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    private static PrintStream printer(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
