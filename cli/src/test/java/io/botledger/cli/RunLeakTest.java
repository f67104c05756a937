package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.botledger.cli.Program.Running;
import io.botledger.db.Database;
import io.botledger.db.DatabaseSettings;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import io.botledger.extract.ServerAnswer;
import io.botledger.extract.SimulatedExportServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Looks for the key and for signatures in everything that processes leave behind which meet every fault, tell all that
 * they have to say, and then do their work.
 */
class RunLeakTest {
    private static final String ORGANIZATION = "org-2";
    /** Of this test run alone, and other in an address than in a header. */
    private static final String KEY = "k3y+/=" + UUID.randomUUID();

    private static final String SIGNED =
            "/x?X-Goog-Expires=600&X-Goog-Signature=" + SimulatedExportServer.SIGNATURE + "9";
    private static final String ECHO = "<p>" + KEY + " https://h.example" + SIGNED;
    private static final LeakSearch SEARCH = new LeakSearch(KEY, SimulatedExportServer.SIGNATURE);
    /** Told by the HTTP client, with the secret taken out. */
    private static final List<String> VERBOSE = List.of("authorization: ***", ".json?***");

    private static final String LOG = "botledger.log";
    private static final String TRACE = """
            <configuration>
              <contextListener class="ch.qos.logback.classic.jul.LevelChangePropagator"/>
              <appender name="file" class="ch.qos.logback.core.FileAppender">
                <file>%s</file>
                <encoder class="ch.qos.logback.core.encoder.LayoutWrappingEncoder">
                  <layout class="io.botledger.cli.RedactingLayout"><pattern>%%logger %%msg%%n</pattern></layout>
                </encoder>
              </appender>
              <appender name="stderr" class="ch.qos.logback.core.ConsoleAppender">
                <target>System.err</target>
                <encoder class="ch.qos.logback.core.encoder.LayoutWrappingEncoder">
                  <layout class="io.botledger.cli.RedactingLayout"><pattern>%%logger %%msg%%n</pattern></layout>
                </encoder>
              </appender>
              <root level="ALL"><appender-ref ref="file"/><appender-ref ref="stderr"/></root>
            </configuration>
            """;

    @TempDir
    private Path folder;

    /** Where the key is. */
    enum KeyPlace {
        VARIABLE,
        KEY_FILE
    }

    @ParameterizedTest
    @CsvSource({"H2, VARIABLE", "POSTGRESQL, KEY_FILE"})
    void leavesNeitherKeyNorSignatureAnywhere(Dialect dialect, KeyPlace place)
            throws IOException, InterruptedException {
        List<ServerAnswer> asks = asks();
        List<ServerAnswer> files = files();
        int faults = asks.size() + files.size();
        DatabaseSettings database = dialect == Dialect.H2
                ? DatabaseSettings.of("jdbc:h2:" + folder.resolve("botledger"))
                : TestDatabases.empty(dialect);
        try (Vendor vendor = Vendor.recent(300, 1, faults + 1, 1).showAll()) {
            vendor.server().organization(ORGANIZATION, KEY, vendor.bots().toArray(String[]::new));
            Program program = program(installation(vendor, database, place), place);
            for (int i = 0; i < faults; i++) {
                String bot = vendor.bots().get(i);
                if (i < asks.size()) {
                    vendor.server().alwaysAsks(bot, asks.get(i));
                } else {
                    vendor.server().alwaysFiles(bot, files.get(i - asks.size()));
                }
            }
            assertThat(watch(program, "check").exitStatus()).isEqualTo(5);
            Cli.Result broken = watch(program, "run", "--format=json");
            assertThat(broken.exitStatus()).isEqualTo(5);
            assertThat(broken.json().at("/extract/failures").findValuesAsText("bot_id"))
                    .containsOnly(vendor.bots().subList(0, faults).toArray(String[]::new));
            assertThat(VERBOSE).allMatch(broken.err()::contains);
            assertThat(watch(program, "extract").exitStatus()).isEqualTo(5);

            vendor.server().heal();
            Cli.Result good = watch(program, "run");
            assertThat(good.exitStatus()).isZero();
            assertThat(watch(program, "status", "--format=json").json().get("runs"))
                    .hasSize(2);
            assertThat(watch(program, "report", "ultimate_metrics").exitStatus())
                    .isZero();
            assertThat(vendor.server().violations()).isEmpty();
        }
        assertThat(VERBOSE).allMatch(Files.readString(folder.resolve(LOG))::contains);
        assertThat(SEARCH.inFiles(folder)).isEqualTo(place == KeyPlace.KEY_FILE ? List.of("key.txt") : List.of());
        assertThat(SEARCH.inTables(database)).isEmpty();
    }

    private Installation installation(Vendor vendor, DatabaseSettings database, KeyPlace place) throws IOException {
        Files.writeString(folder.resolve("trace.xml"), TRACE.formatted(folder.resolve(LOG)));
        return Installation.of(folder, database, """
                organizations:
                  - id: %s
                    base: %s
                    bots: [%s]
                    %s
                reports:
                  run:
                    - report: ultimate_metrics
                fetch:
                  attempts: 1
                  window_days: %d
                """.formatted(
                        ORGANIZATION,
                        vendor.server().base(),
                        String.join(", ", vendor.bots()),
                        place == KeyPlace.KEY_FILE ? "key_file: key.txt" : "key_variable: BOTLEDGER_API_KEY",
                        vendor.windowDays()));
    }

    private Program program(Installation installation, KeyPlace place) throws IOException {
        if (place == KeyPlace.KEY_FILE) {
            Path file = Files.writeString(folder.resolve("key.txt"), KEY + "\n");
            file.toFile().setReadable(false, false);
            file.toFile().setReadable(true, true);
            installation.environment().remove("BOTLEDGER_API_KEY");
        } else {
            installation.environment().put("BOTLEDGER_API_KEY", KEY);
        }
        return installation
                .program()
                .with(
                        "-Dlogback.configurationFile=" + folder.resolve("trace.xml"),
                        "-Djdk.httpclient.HttpClient.log=all",
                        "-Djdk.internal.httpclient.debug=true");
    }

    /** Looks at the list of processes for as long as the command lives. */
    private static Cli.Result watch(Program program, Object... arguments) throws IOException, InterruptedException {
        try (Running running = program.start(arguments)) {
            assertThat(running.awaitThatOrEnd(() -> !SEARCH.inProcesses().isEmpty()))
                    .as("seen in the list of processes")
                    .isFalse();
            return running.await();
        }
    }

    private static List<ServerAnswer> asks() {
        return List.of(
                ServerAnswer.of(401, "text/plain", ECHO),
                ServerAnswer.of(403, "text/plain", ECHO),
                ServerAnswer.of(400, "text/plain", ECHO),
                ServerAnswer.of(429, "text/plain", ECHO, "Retry-After", "500"),
                ServerAnswer.of(503, "text/plain", ECHO),
                ServerAnswer.status(302, "Location", "https://h.example" + SIGNED),
                ServerAnswer.of(200, "text/html", ECHO),
                ServerAnswer.json("{\"urls\":[\"https://192.168.0.1" + SIGNED + "\"]}"),
                ServerAnswer.json("{\"urls\":[\"https://evil.example" + SIGNED + "\"]}"));
    }

    private static List<ServerAnswer> files() {
        return List.of(
                ServerAnswer.of(403, "application/xml", ECHO),
                ServerAnswer.cutAfter(20),
                ServerAnswer.status(302, "Location", "https://h.example" + SIGNED),
                ServerAnswer.of(200, "text/html", ECHO));
    }

    /** Tells its argument, and lives until it is ended. */
    static final class Teller {
        private Teller() {}

        /** Tells the only argument. */
        public static void main(String[] arguments) throws IOException {
            System.out.println(arguments[0]);
            System.err.println(arguments[0]);
            System.in.read();
        }
    }

    @Test
    void theSearchFindsWhatAProcessShows() throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(Path.of("/proc")), "no list of processes here");
        try (Running teller = Program.ofClasses(Teller.class, folder, Map.of()).start(KEY)) {
            teller.awaitThat(() -> teller.err().toFile().length() > 0);
            assertThat(SEARCH.inProcesses())
                    .containsExactly(Long.toString(teller.process().pid()));
        }
        assertThat(SEARCH.inFiles(folder))
                .hasSize(2)
                .anyMatch(name -> name.startsWith("out"))
                .anyMatch(name -> name.startsWith("err"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab"})
    void theSearchFindsWhatAFileHolds(String before) throws IOException {
        Path bot = Files.createDirectories(folder.resolve("landing").resolve("bot"));
        Files.writeString(bot.resolve("plain.log"), before + KEY);
        Files.writeString(bot.resolve(".sidecar.meta.json"), "{\"etag\":\"" + before + KEY + "\"}");
        Files.writeString(bot.resolve("wide"), before + KEY, StandardCharsets.UTF_16);
        Files.writeString(bot.resolve("address"), "?key=" + before + URLEncoder.encode(KEY, StandardCharsets.UTF_8));
        Files.writeString(bot.resolve("header"), base64(before + KEY + "."));
        Files.writeString(bot.resolve("signature"), base64(before + SIGNED));
        Files.writeString(bot.resolve("nothing"), KEY.substring(1));
        Files.writeString(bot.resolve(SimulatedExportServer.SIGNATURE), "");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(bot.resolve("export.json.gz")))) {
            gzip.write((before + KEY).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(SEARCH.inFiles(folder))
                .isEqualTo(Stream.of(
                                ".sidecar.meta.json",
                                SimulatedExportServer.SIGNATURE,
                                "address",
                                "export.json.gz",
                                "header",
                                "plain.log",
                                "signature",
                                "wide")
                        .map(name -> "landing/bot/" + name)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void theSearchFindsWhatADatabaseHolds(Dialect dialect) throws SQLException {
        DatabaseSettings settings = dialect == Dialect.H2
                ? DatabaseSettings.of("jdbc:h2:" + folder.resolve("botledger"))
                : TestDatabases.empty(dialect);
        try (Database database = Database.open(settings)) {
            database.migrate();
            try (Connection connection = database.connection();
                    Statement statement = connection.createStatement()) {
                statement.execute("insert into botledger.labels (label_key, label) values (1, 'of " + KEY + "')");
            }
        }
        assertThat(SEARCH.inTables(settings)).containsExactly("botledger.labels.label");
        assertThat(SEARCH.inFiles(folder)).isEqualTo(dialect == Dialect.H2 ? List.of("botledger.mv.db") : List.of());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
