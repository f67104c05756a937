package io.botledger.extract;

import static io.botledger.extract.Fetching.DAY;
import static io.botledger.extract.Fetching.ONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks for the key and for signatures in everything that is left of runs with every fault. */
class LeakTest {
    private static final Logger ROOT = Logger.getLogger("");
    /** The JDK's HTTP client writes whole addresses when its debug log is switched on, so an appender has to redact. */
    private static final Redactor REDACTOR = new Redactor(List.of(Secret.of(SimulatedExportServer.KEY)));

    private static final String SIGNED = "?X-Goog-Signature=" + SimulatedExportServer.SIGNATURE + "9";

    @TempDir
    private Path folder;

    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final Handler logged = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            String logger = String.valueOf(entry.getLoggerName());
            String line = entry.getMessage() + Arrays.toString(entry.getParameters());
            if (logger.startsWith("jdk.")) {
                said.add(REDACTOR.redact(line));
            } else if (!logger.startsWith("com.sun.net.httpserver")) {
                said.add(line);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private Level level;

    @BeforeEach
    void listen() {
        level = ROOT.getLevel();
        ROOT.setLevel(Level.ALL);
        ROOT.addHandler(logged);
    }

    @AfterEach
    void stop() {
        ROOT.removeHandler(logged);
        ROOT.setLevel(level);
    }

    @Test
    void leavesNeitherKeyNorSignatureAnywhere() throws IOException {
        try (Fetching fetching = new Fetching(folder)) {
            int failures = 0;
            for (ServerAnswer answer : asks(fetching.server)) {
                fetching.server.alwaysAsks("b", answer);
                failures += fetch(fetching);
            }
            fetching.server.put("b", DAY, ONE);
            for (ServerAnswer answer : files()) {
                fetching.server.alwaysFiles("b", answer);
                failures += fetch(fetching);
            }
            assertThat(failures).isEqualTo(24);
            fetching.heals();
            say(fetching);
        }
        List<String> everything = List.copyOf(said);
        assertThat(everything)
                .hasSizeGreaterThan(50)
                .anyMatch(text -> text.contains("refused (401)"))
                .anyMatch(text -> text.contains("ClientImpl (async) send http://127.0.0.1"));
        assertThat(everything.stream().filter(LeakTest::leaks)).isEmpty();
    }

    private static boolean leaks(String text) {
        return text.contains(SimulatedExportServer.KEY) || text.contains(SimulatedExportServer.SIGNATURE);
    }

    private static List<ServerAnswer> asks(SimulatedExportServer server) {
        List<ServerAnswer> answers = new ArrayList<>(List.of(
                ServerAnswer.silence(),
                ServerAnswer.json("{\"urls\":[\"" + SIGNED + "\""),
                ServerAnswer.json("{\"urls\":{\"x\":\"" + SIGNED + "\"}}"),
                ServerAnswer.json(SimulatedExportServer.KEY),
                ServerAnswer.of(200, "text/html", "<p>" + SimulatedExportServer.KEY),
                ServerAnswer.status(302, "Location", "https://h.example/" + SIGNED)));
        for (int status : List.of(400, 401, 403, 418, 429, 500)) {
            answers.add(ServerAnswer.of(status, "text/plain", SimulatedExportServer.KEY));
        }
        for (String url : List.of(
                "https://evil.example/x" + SIGNED,
                "https://a b/" + SIGNED,
                "https://" + SimulatedExportServer.SIGNATURE + "@storage.googleapis.com/x",
                "ftp://storage.googleapis.com/x" + SIGNED,
                "http://127.0.0.1:1/x" + SIGNED,
                server.url("other", DAY, 0))) {
            answers.add(ApiAnswersTest.list(url));
        }
        return answers;
    }

    private static List<ServerAnswer> files() {
        return List.of(
                ServerAnswer.status(403),
                ServerAnswer.cutAfter(3),
                ServerAnswer.stallAfter(3),
                ServerAnswer.declaring(3),
                ServerAnswer.of(200, "text/html", "<p>" + SIGNED),
                ServerAnswer.status(302, "Location", "https://h.example/" + SIGNED));
    }

    private int fetch(Fetching fetching) {
        BotDayResult result = fetching.fetch(fetching.api(Duration.ofSeconds(1), Fetching.IMPATIENT));
        say(fetching);
        said.add(result.toString());
        result.error().ifPresent(error -> {
            StringWriter trace = new StringWriter();
            error.printStackTrace(new PrintWriter(trace));
            said.add(trace.toString());
            assertThat(Fetching.anyCause(error)).isEmpty();
        });
        fetching.server.heal();
        return result.error().isPresent() ? 1 : 0;
    }

    /** Says all names and bytes of all files, and whatever prints itself. */
    private void say(Fetching fetching) {
        try {
            for (Path file : fetching.files()) {
                said.add(file + new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                if (file.toString().endsWith(".gz")) {
                    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                        said.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        said.add(fetching.api().settings() + " " + Secret.of(SimulatedExportServer.KEY));
    }
}
