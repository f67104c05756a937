package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.botledger.db.DatabaseSettings;
import io.botledger.db.Dialect;
import io.botledger.db.Dump;
import io.botledger.db.TestDatabases;
import io.botledger.extract.ResettingServer;
import io.botledger.extract.ServerAnswer;
import io.botledger.extract.SimulatedExportServer;
import io.botledger.sample.SampleSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the source does to one bot: the others are fetched, the run tells and books it, and the next run is right. */
class RunFaultTest {
    private static final Instant MORNING = Instant.parse("2026-03-01T03:00:00Z");
    private static final LocalDate YESTERDAY = LocalDate.of(2026, 2, 28);
    private static final SampleSettings SAMPLE = SampleSettings.builder()
            .conversations(60)
            .firstDay(YESTERDAY.minusDays(2))
            .days(3)
            .build();
    private static final String BOT = "60b8d295e13c7a0012f4ab9e";
    private static final String FIRST = "2026-02-26: ";
    private static final String FILE = "2026-02-26, shard 0 from 127.0.0.1: ";
    private static final String BROKEN =
            "the connection broke before the answer was whole (attempt 1 of 1); run again later";
    private static final String STALLED = "the transfer stalled (attempt 1 of 1); run again later";
    private static final String ONCE = "attempts: 1";
    private static final String TWICE = "attempts: 2";
    private static final String IMPATIENT = "attempts: 1, timeout: 2";
    private static final String NOT_ALLOWED = ", expected one of storage.googleapis.com, s3.amazonaws.com,"
            + " s3.*.amazonaws.com, s3.dualstack.*.amazonaws.com; add the host to allowed_hosts if it is the vendor's"
            + " storage";
    private static final String NOT_ASKED = ": not asked for, since another day of this bot was refused; see there";

    @TempDir
    private static Path undisturbedFolder;

    @AutoClose
    private static ResettingServer resetting;

    private static List<String> undisturbedTables;
    private static Map<String, String> undisturbedLanding;

    @AutoClose
    private final Vendor vendor = new Vendor(SAMPLE).showTo(YESTERDAY);

    private final SimulatedExportServer server = vendor.server();

    @TempDir
    private Path folder;

    @BeforeAll
    static void runUndisturbed() throws IOException {
        resetting = ResettingServer.start();
        try (Vendor vendor = new Vendor(SAMPLE).showTo(YESTERDAY)) {
            DatabaseSettings database = TestDatabases.empty(Dialect.H2);
            Installation installation = installation(undisturbedFolder, database, vendor, ONCE);
            assertThat(installation.cli(MORNING).run("run").exitStatus()).isZero();
            undisturbedTables = Dump.of(database);
            undisturbedLanding = LandingDump.of(installation.landing());
            assertThat(undisturbedLanding).hasSize(18);
        }
    }

    /**
     * What the source does.
     *
     * @param fetch settings of the section {@code fetch}
     * @param failures what is told of the bot's days, each from the day on; none if the run gets over it
     */
    record Fault(String name, String fetch, BiConsumer<SimulatedExportServer, String> cause, List<String> failures) {
        List<String> messages() {
            return failures.stream()
                    .map(failure -> "bot " + BOT + ", " + failure)
                    .toList();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Fault asks(String name, String fetch, ServerAnswer answer, String... failures) {
        return new Fault(name, fetch, (server, bot) -> server.failAsks(bot, answer), List.of(failures));
    }

    private static Fault files(String name, String fetch, ServerAnswer answer, String... failures) {
        return new Fault(name, fetch, (server, bot) -> server.failFiles(bot, answer), List.of(failures));
    }

    private static ServerAnswer urls(String... urls) {
        return ServerAnswer.json("{\"urls\":[\"" + String.join("\",\"", urls) + "\"]}");
    }

    static Stream<Fault> refusals() {
        return Stream.of(
                new Fault(
                        "401",
                        ONCE,
                        (server, bot) -> server.alwaysAsks(bot, ServerAnswer.status(401)),
                        List.of(
                                FIRST
                                        + "the API key was refused (401): it is wrong or was revoked. An admin makes a new"
                                        + " one under User Management, Organization Management, the organization's"
                                        + " profile, API Key, Generate; it is shown once and revokes the old one. Put it"
                                        + " where the configuration reads the key from",
                                "2026-02-27" + NOT_ASKED,
                                "2026-02-28" + NOT_ASKED)),
                new Fault(
                        "403",
                        ONCE,
                        (server, bot) -> server.alwaysAsks(bot, ServerAnswer.status(403)),
                        List.of(
                                FIRST
                                        + "access was refused (403): the key is not for this bot; check organization id and"
                                        + " bot id, and ask the vendor whether the Data Export API is enabled",
                                "2026-02-27" + NOT_ASKED,
                                "2026-02-28" + NOT_ASKED)),
                asks(
                        "400",
                        ONCE,
                        ServerAnswer.status(400),
                        FIRST + "the request was refused (400): expected a bot and a day that the API knows; check the"
                                + " day, the bot id, the organization id and the version of the API"),
                new Fault(
                        "503 beyond the attempts",
                        ONCE,
                        (server, bot) -> server.alwaysAsks(bot, ServerAnswer.status(503)),
                        List.of(
                                FIRST + "signed URLs: answered 503 (attempt 1 of 1); run again later",
                                "2026-02-27: signed URLs: answered 503 (attempt 1 of 1); run again later",
                                "2026-02-28: signed URLs: answered 503 (attempt 1 of 1); run again later")),
                asks("500 once", TWICE, ServerAnswer.status(500)),
                asks("429 that asks for a second", TWICE, ServerAnswer.status(429, "Retry-After", "1")),
                asks(
                        "429 that asks for a time",
                        TWICE,
                        ServerAnswer.status(429, "Retry-After", "Sun, 01 Mar 2026 03:01:01 GMT")),
                asks(
                        "429 that asks for too much",
                        TWICE,
                        ServerAnswer.status(429, "Retry-After", "121"),
                        FIRST
                                + "signed URLs: answered 429 and asks to wait 121 s, more than the 120 s allowed; run again"
                                + " later"),
                asks(
                        "a redirect of the API",
                        ONCE,
                        ServerAnswer.status(302, "Location", "https://elsewhere.example/"),
                        FIRST + "expected an answer, found a redirect (302); check the base of the API"));
    }

    static Stream<Fault> answers() {
        return Stream.of(
                asks(
                        "a web page",
                        ONCE,
                        ServerAnswer.of(200, "text/html", "<html>Maintenance"),
                        FIRST + "expected JSON, found a web page; check the base of the API"),
                asks(
                        "no JSON",
                        ONCE,
                        ServerAnswer.json("{\"urls\":["),
                        FIRST + "expected JSON, found something else; check the base of the API"),
                asks(
                        "no list",
                        ONCE,
                        ServerAnswer.json("{\"date\":\"2026-02-26\"}"),
                        FIRST + "expected a list \"urls\" of texts, found none; check the version of the API"),
                asks(
                        "more files than allowed",
                        ONCE + ", max_files: 1",
                        urls("https://storage.googleapis.com/1?s=1", "https://storage.googleapis.com/2?s=1"),
                        FIRST + "expected at most 1 files, found more; raise the limit if that is genuine"),
                asks(
                        "silence",
                        IMPATIENT,
                        ServerAnswer.silence(),
                        FIRST + "signed URLs: no answer in time (attempt 1 of 1); run again later"),
                new Fault(
                        "every URL twice",
                        ONCE,
                        (server, bot) -> server.failAsks(
                                bot, urls(server.url(bot, "2026-02-26", 0), server.url(bot, "2026-02-26", 0))),
                        List.of()),
                new Fault(
                        "a URL that leads elsewhere",
                        ONCE,
                        (server, bot) -> server.failAsks(bot, urls("https://elsewhere.example/x.json?Signature=abc")),
                        List.of(FIRST + "signed URL 1 of 1: leads to elsewhere.example" + NOT_ALLOWED)),
                new Fault(
                        "a URL that leads into the network",
                        ONCE,
                        (server, bot) -> server.failAsks(bot, urls("https://169.254.169.254/latest?Signature=abc")),
                        List.of(FIRST + "signed URL 1 of 1: leads to 169.254.169.254" + NOT_ALLOWED)));
    }

    static Stream<Fault> downloads() {
        return Stream.of(
                files("a body that ends too early", ONCE, ServerAnswer.cutAfter(20), FILE + BROKEN),
                files("a body that is resumed", TWICE, ServerAnswer.cutAfter(20)),
                files(
                        "a Content-Length of less",
                        ONCE,
                        ServerAnswer.declaring(20),
                        FILE + "the content ends in the middle (attempt 1 of 1); run again later"),
                files(
                        "a web page",
                        ONCE,
                        ServerAnswer.of(200, "text/html", "<html>Sign in"),
                        FILE + "expected a Data Export file, found a web page; run again later"),
                files(
                        "a web page that does not say so",
                        ONCE,
                        ServerAnswer.json("<html>Sign in"),
                        FILE + "not a Data Export file: expected a JSON array or object, found '<' at byte 0; get the"
                                + " file again"),
                files(
                        "a redirect to elsewhere",
                        ONCE,
                        ServerAnswer.status(302, "Location", "https://elsewhere.example/x.json?Signature=abc"),
                        FIRST + "the redirect of shard 0: leads to elsewhere.example" + NOT_ALLOWED),
                files(
                        "a gzip that inflates to far more",
                        ONCE,
                        RunFaultTest::bomb,
                        FILE
                                + "expected at most 300 inflated bytes for one byte, found more; raise the limit if the file"
                                + " is genuine"),
                files("a stall", IMPATIENT, ServerAnswer.stallAfter(20), FILE + STALLED),
                files("a drip", IMPATIENT, ServerAnswer.drip(), FILE + STALLED),
                new Fault(
                        "a connection that is reset half way",
                        ONCE,
                        (server, bot) -> server.failAsks(
                                bot,
                                urls(resetting.base() + "/conversation_" + bot + "_2026-02-26_000000000000.json?s=1")),
                        List.of(FILE + BROKEN)),
                files("a signed URL that has expired", ONCE, ServerAnswer.status(403)),
                new Fault(
                        "signed URLs that are always refused",
                        ONCE,
                        (server, bot) -> server.failFiles(
                                bot, ServerAnswer.status(403), ServerAnswer.status(403), ServerAnswer.status(403)),
                        List.of(FILE + "expected the file, found status 403, also with 2 new signed URLs; run again"
                                + " later")));
    }

    /** Answers with 32 MiB of blanks in an array, as a gzip of a thousandth of that. */
    private static void bomb(HttpExchange exchange, byte[] body, CountDownLatch closing) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream gzip = new GZIPOutputStream(exchange.getResponseBody())) {
            gzip.write('[');
            gzip.write(" ".repeat(32 << 20).getBytes(StandardCharsets.US_ASCII));
        }
    }

    @ParameterizedTest
    @MethodSource({"refusals", "answers", "downloads"})
    void oneBotsFaultCostsItsDaysAloneUntilTheNextRun(Fault fault) throws IOException {
        DatabaseSettings database = TestDatabases.empty(Dialect.H2);
        Installation installation = installation(folder, database, vendor, fault.fetch());
        Cli cli = installation.cli(MORNING);
        fault.cause().accept(server, BOT);
        Cli.Result result = cli.run("run");

        int failed = fault.failures().size();
        assertThat(complaints(result)).isEqualTo(fault.messages());
        assertThat(result.exitStatus()).isEqualTo(failed == 0 ? 0 : 5);
        assertThat(result.outLines().get(0))
                .startsWith("9 days asked for: " + (9 - failed) + " fetched, 0 unchanged"
                        + (failed == 0 ? "" : ", " + failed + " failed") + "; " + (9 - failed) + " files landed, ");
        assertThat(RunBook.of(database)).containsExactly(booked(fault));
        assertThat(LandingDump.of(installation.landing())).isEqualTo(landedWithout(fault));

        server.heal();
        Cli.Result next = cli.run("run");
        assertThat(next.exitStatus()).as(next.err()).isZero();
        assertThat(complaints(next)).isEmpty();
        assertThat(Dump.of(database)).isEqualTo(undisturbedTables);
        assertThat(LandingDump.of(installation.landing())).isEqualTo(undisturbedLanding);
        assertThat(server.violations()).isEmpty();
    }

    private static String booked(Fault fault) {
        int failed = fault.failures().size();
        String error = (failed == 1 ? "1 day" : failed + " days") + " could not be fetched, the first: ";
        return "|run=1|command=run"
                + (failed == 0 ? "|status=completed|exit_status=0" : "|status=failed|exit_status=5")
                + "|asked_day_count=9|failed_day_count=" + failed
                + "|landed_count=%1$d|found_count=%1$d|loaded_count=%1$d".formatted(9 - failed)
                + "|unchanged_count=0|failed_count=0|report_count=1|error="
                + (failed == 0 ? "null" : error + fault.messages().get(0));
    }

    private static Map<String, String> landedWithout(Fault fault) {
        Map<String, String> landed = new TreeMap<>(undisturbedLanding);
        fault.failures()
                .forEach(failure ->
                        landed.keySet().removeIf(file -> file.startsWith(BOT + "/" + failure.substring(0, 10) + "/")));
        return landed;
    }

    /** What the command told of failures, without the warnings about days that are missing now. */
    private static List<String> complaints(Cli.Result result) {
        return result.errLines().stream()
                .filter(line -> line.startsWith("botledger: ") && !line.startsWith("botledger: warning: bot "))
                .map(line -> line.substring("botledger: ".length()))
                .toList();
    }

    private static Installation installation(Path folder, DatabaseSettings database, Vendor vendor, String fetch)
            throws IOException {
        return Installation.of(
                folder,
                database,
                vendor.server(),
                vendor.bots(),
                ("window_days: 3, downloads: 1, " + fetch).split(", "));
    }
}
