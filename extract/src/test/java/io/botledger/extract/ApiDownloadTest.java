package io.botledger.extract;

import static io.botledger.extract.Fetching.BOT_DAY;
import static io.botledger.extract.Fetching.DAY;
import static io.botledger.extract.Fetching.ONE;
import static io.botledger.extract.Fetching.TWO;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to downloads that go wrong. */
class ApiDownloadTest {
    private static final String FILE = "bot b, 2024-05-31, shard 0 from 127.0.0.1: ";
    private static final String GIVEN_UP = " (attempt 3 of 3); run again later";
    /** 300 kB that do not deflate well. */
    private static final String LARGE = large();

    @TempDir
    private Path folder;

    @AutoClose
    private Fetching fetching;

    private SimulatedExportServer server;

    @BeforeEach
    void begin() {
        fetching = new Fetching(folder);
        server = fetching.server;
        server.put("b", DAY, LARGE);
    }

    @Test
    void goesOnWhereItStopped() {
        server.failFiles("b", ServerAnswer.cutAfter(100_000));
        BotDayResult result = fetching.fetch();
        assertThat(result.outcome()).isEqualTo(FetchOutcome.FETCHED);
        assertThat(result.bytes()).isEqualTo(LARGE.length());
        assertThat(fetching.contents()).isEqualTo(Map.of("b/2024-05-31/0", List.of(LARGE)));
        assertThat(server.requests())
                .containsExactly(
                        "ask b 2024-05-31 200", "file b 2024-05-31 0 200", "file b 2024-05-31 0 206 bytes=100000-");
    }

    @Test
    void beginsAgainWhereRangesAreNotUnderstood() {
        server.ranges(false);
        server.failFiles("b", ServerAnswer.cutAfter(100_000));
        assertThat(fetching.fetch().outcome()).isEqualTo(FetchOutcome.FETCHED);
        assertThat(fetching.contents()).isEqualTo(Map.of("b/2024-05-31/0", List.of(LARGE)));
    }

    @Test
    void beginsAgainWhereNothingProvesThatTheContentIsTheSame() {
        server.etags(false);
        server.failFiles("b", ServerAnswer.cutAfter(100_000));
        assertThat(fetching.fetch().outcome()).isEqualTo(FetchOutcome.FETCHED);
        assertThat(server.requests()).noneMatch(request -> request.contains("bytes="));
        assertThat(fetching.contents()).isEqualTo(Map.of("b/2024-05-31/0", List.of(LARGE)));
    }

    @Test
    void mixesNoTwoContents() {
        server.failFiles("b", (exchange, body, closing) -> {
            server.put("b", DAY, TWO);
            ServerAnswer.cutAfter(100_000).give(exchange, body, closing);
        });
        assertThat(fetching.fetch().outcome()).isEqualTo(FetchOutcome.FETCHED);
        assertThat(fetching.contents()).isEqualTo(Map.of("b/2024-05-31/0", List.of(TWO)));
    }

    @Test
    void trustsNoRangeThatBeginsElsewhere() {
        server.failFiles("b", ServerAnswer.cutAfter(100_000), (exchange, body, closing) -> {
            exchange.getResponseHeaders().set("Content-Range", "bytes 100001-" + (body.length - 1) + "/" + body.length);
            exchange.sendResponseHeaders(206, body.length - 100_001);
            exchange.getResponseBody().write(body, 100_001, body.length - 100_001);
        });
        assertThat(fetching.fetch().outcome()).isEqualTo(FetchOutcome.FETCHED);
        assertThat(fetching.contents()).isEqualTo(Map.of("b/2024-05-31/0", List.of(LARGE)));
    }

    @Test
    void givesUpABodyThatAlwaysBreaksAtTheSamePlace() {
        server.ranges(false);
        server.alwaysFiles("b", ServerAnswer.cutAfter(200_000));
        assertThat(fetching.failure()).isEqualTo(FILE + "the connection broke before the answer was whole" + GIVEN_UP);
        assertThat(fetching.time.pauses()).hasSizeBetween(2, 5);
    }

    @Test
    void takesAResetForABreak() throws Exception {
        try (ResettingServer resetting = ResettingServer.start()) {
            server.alwaysAsks("b", ApiAnswersTest.list(resetting.base() + "/b?sig=1"));
            assertThat(fetching.failure())
                    .isEqualTo(FILE + "the connection broke before the answer was whole" + GIVEN_UP);
        }
    }

    @Test
    void noticesAContentLengthThatIsTooSmall() {
        server.alwaysFiles("b", ServerAnswer.declaring(100_000));
        assertThat(fetching.failure()).isEqualTo(FILE + "the content ends in the middle" + GIVEN_UP);
    }

    @Test
    void landsTheWholeAfterAnAnswerThatWasTooShort() {
        server.failFiles("b", ServerAnswer.declaring(100_000));
        assertThat(fetching.fetch().outcome()).isEqualTo(FetchOutcome.FETCHED);
        assertThat(fetching.contents()).isEqualTo(Map.of("b/2024-05-31/0", List.of(LARGE)));
    }

    @Test
    void noticesAGzipThatIsCut() {
        byte[] gzip = Reading.gzip(Reading.utf8(LARGE));
        server.put("b", DAY, Arrays.copyOf(gzip, gzip.length - 5));
        assertThat(fetching.failure()).isEqualTo(FILE + "the content ends in the middle" + GIVEN_UP);
    }

    @Test
    void inflatesWhatIsSentAsGzip() {
        server.put("b", DAY, Reading.gzip(Reading.utf8(LARGE)));
        assertThat(fetching.fetch().outcome()).isEqualTo(FetchOutcome.FETCHED);
        assertThat(fetching.contents()).isEqualTo(Map.of("b/2024-05-31/0", List.of(LARGE)));
    }

    @Test
    void refusesAWebPage() {
        server.failFiles("b", ServerAnswer.of(200, "text/html; charset=utf-8", "<html>Sorry"));
        assertThat(fetching.failure())
                .isEqualTo(FILE + "expected a Data Export file, found a web page; run again later");
        server.put("b", DAY, "<html>Sorry");
        assertThat(fetching.fetch().error().orElseThrow())
                .hasMessage(FILE + "not a Data Export file: expected a JSON array or object, found '<' at byte 0;"
                        + " get the file again");
    }

    @Test
    void letsATransferTakeLongerThanAnAnswerMayTakeToBegin() {
        server.failFiles("b", ServerAnswer.pauseAfter(5, 4_000));
        ExportApi api = fetching.api(Duration.ofSeconds(3), Fetching.PATIENT);
        assertThat(fetching.fetch(api).outcome()).isEqualTo(FetchOutcome.FETCHED);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void endsATransferThatStalls() {
        server.alwaysFiles("b", ServerAnswer.stallAfter(5));
        assertThat(fetching.failure(fetching.api(Fetching.PATIENT, Fetching.IMPATIENT)))
                .isEqualTo(FILE + "the transfer stalled" + GIVEN_UP);
    }

    @Test
    void endsASlowDrip() {
        server.alwaysFiles("b", ServerAnswer.drip());
        assertThat(fetching.failure(fetching.api(Fetching.PATIENT, Fetching.IMPATIENT)))
                .isEqualTo(FILE + "the transfer stalled" + GIVEN_UP);
    }

    @Test
    void triesAgainWhenStorageIsBusy() {
        server.failFiles("b", ServerAnswer.status(503, "Retry-After", "7"), ServerAnswer.status(429));
        assertThat(fetching.fetch().outcome()).isEqualTo(FetchOutcome.FETCHED);
    }

    @Test
    void asksAnewForAnExpiredSignedUrl() {
        server.failFiles("b", (exchange, body, closing) -> {
            server.expireUrls();
            ServerAnswer.status(403).give(exchange, body, closing);
        });
        assertThat(fetching.fetch().outcome()).isEqualTo(FetchOutcome.FETCHED);
        assertThat(server.requests())
                .containsExactly(
                        "ask b 2024-05-31 200",
                        "file b 2024-05-31 0 403",
                        "ask b 2024-05-31 200",
                        "file b 2024-05-31 0 200");
    }

    @Test
    void asksAnewForAUrlThatExpiresBetweenTwoParts() {
        server.failFiles("b", (exchange, body, closing) -> {
            server.expireUrls();
            ServerAnswer.cutAfter(70_000).give(exchange, body, closing);
        });
        assertThat(fetching.fetch().outcome()).isEqualTo(FetchOutcome.FETCHED);
        assertThat(server.requests()).last().isEqualTo("file b 2024-05-31 0 206 bytes=70000-");
        assertThat(fetching.contents()).isEqualTo(Map.of("b/2024-05-31/0", List.of(LARGE)));
    }

    @Test
    void givesUpAUrlThatIsRefusedAgainAndAgain() {
        server.alwaysFiles("b", ServerAnswer.status(403));
        assertThat(fetching.failure())
                .isEqualTo(FILE + "expected the file, found status 403, also with 2 new signed URLs; run again later");
    }

    @Test
    void followsRedirectsToAllowedHostsOnly() {
        server.failFiles("b", ServerAnswer.status(302, "Location", server.url("b", DAY, 0)));
        assertThat(fetching.fetch().outcome()).isEqualTo(FetchOutcome.FETCHED);
        assertThat(server.violations()).isEmpty();
    }

    @Test
    void followsNoRedirectToElsewhere() {
        server.failFiles("b", ServerAnswer.status(302, "Location", "https://evil.example/x?X-Goog-Signature=1"));
        assertThat(fetching.failure())
                .isEqualTo("bot b, 2024-05-31: the redirect of shard 0: leads to evil.example, expected one of"
                        + " storage.googleapis.com, s3.amazonaws.com, s3.*.amazonaws.com, s3.dualstack.*.amazonaws.com;"
                        + " add the host to allowed_hosts if it is the vendor's storage");
    }

    @Test
    void followsNoRedirectInCircles() {
        server.alwaysFiles(
                "b",
                (exchange, body, closing) -> ServerAnswer.status(
                                302, "Location", exchange.getRequestURI().toString())
                        .give(exchange, body, closing));
        assertThat(fetching.failure())
                .isEqualTo(
                        "bot b, 2024-05-31: shard 0: expected at most 3 redirects, found more; report it to the vendor");
    }

    @Test
    void storesNothingThatTheServerSaysIsUnchanged() {
        fetching.fetch();
        List<Path> before = fetching.versions();
        server.forgetRequests();
        BotDayResult again = fetching.fetch();
        assertThat(again.outcome()).isEqualTo(FetchOutcome.UNCHANGED);
        assertThat(again.bytes()).isZero();
        assertThat(server.requests()).containsExactly("ask b 2024-05-31 200", "file b 2024-05-31 0 304");
        assertThat(fetching.versions()).isEqualTo(before);
    }

    @Test
    void storesNothingTwiceWhereThereIsNoEtag() {
        server.etags(false);
        fetching.fetch();
        BotDayResult again = fetching.fetch();
        assertThat(again.outcome()).isEqualTo(FetchOutcome.UNCHANGED);
        assertThat(again.bytes()).isEqualTo(LARGE.length());
        assertThat(fetching.versions()).hasSize(1);
    }

    @Test
    void landsWhatGrewBetweenTwoDays() {
        server.put("b", DAY, ONE);
        fetching.fetch();
        server.put("b", DAY, TWO);
        assertThat(fetching.fetch().outcome()).isEqualTo(FetchOutcome.FETCHED);
        assertThat(fetching.contents()).isEqualTo(Map.of("b/2024-05-31/0", List.of(ONE, TWO)));
    }

    @Test
    void letsAnOlderContentThatComesBackCountAgain() {
        for (String content : List.of(ONE, TWO, ONE)) {
            server.put("b", DAY, content);
            assertThat(fetching.fetch().outcome()).isEqualTo(FetchOutcome.FETCHED);
        }
        assertThat(fetching.contents()).isEqualTo(Map.of("b/2024-05-31/0", List.of(TWO, ONE)));
        assertThat(fetching.fetch().outcome()).isEqualTo(FetchOutcome.UNCHANGED);
    }

    @Test
    void fetchesAUrlThatIsListedTwiceOnce() {
        server.put("b", DAY, ONE);
        String url = server.url("b", DAY, 0);
        server.failAsks("b", ApiAnswersTest.list(url, url, server.url("b", DAY, 0)));
        BotDayResult result = fetching.fetch();
        assertThat(result.files()).isEqualTo(1);
        assertThat(server.requests()).containsExactly("ask b 2024-05-31 200", "file b 2024-05-31 0 200");
    }

    @Test
    void fetchesFiftyShards() {
        String[] shards = IntStream.range(0, 50)
                .mapToObj(i -> "{\"conversation_id\":\"" + i + "\"}\n")
                .toArray(String[]::new);
        server.put("b", DAY, shards);
        BotDayResult result = fetching.fetch();
        assertThat(result.files()).isEqualTo(50);
        assertThat(result.newVersions()).isEqualTo(50);
        assertThat(fetching.contents())
                .isEqualTo(IntStream.range(0, 50)
                        .boxed()
                        .collect(Collectors.toMap(i -> "b/2024-05-31/" + i, i -> List.of(shards[i]))));
        assertThat(fetching.landing.state(BOT_DAY).files()).hasSize(50);
    }

    @Test
    void warnsOfAShardThatIsNoLongerListed() {
        server.put("b", DAY, ONE, TWO);
        fetching.fetch();
        server.put("b", DAY, ONE);
        BotDayResult fewer = fetching.fetch();
        assertThat(fewer.outcome()).isEqualTo(FetchOutcome.UNCHANGED);
        assertThat(fewer.warnings())
                .containsExactly("bot b, 2024-05-31: the API no longer lists shard 1; the landed file stays");
    }

    @Test
    void landsAnEmptyDay() {
        server.put("b", DAY, "");
        assertThat(fetching.fetch().outcome()).isEqualTo(FetchOutcome.FETCHED);
        assertThat(fetching.contents()).isEqualTo(Map.of("b/2024-05-31/0", List.of("")));
    }

    @Test
    void refusesAGzipBomb() {
        byte[] bomb = Reading.gzip(("[" + " ".repeat(40 << 20) + "]").getBytes(StandardCharsets.UTF_8));
        server.put("b", DAY, bomb);
        ExportApi dense = fetching.api(
                fetching.settings().limits(new SourceLimits(1L << 30, 100, 9)).build());
        assertThat(fetching.failure(dense))
                .isEqualTo(FILE + "expected at most 100 inflated bytes for one byte, found more;"
                        + " raise the limit if the file is genuine");
        server.put("b", DAY, bomb);
        ExportApi large = fetching.api(
                fetching.settings().limits(new SourceLimits(1 << 20, 2000, 9)).build());
        assertThat(fetching.fetch(large).error().orElseThrow())
                .hasMessage(FILE + "expected at most 1048576 bytes of content, found more;"
                        + " raise the limit if the file is genuine");
    }

    private static String large() {
        Random random = new Random(7);
        return IntStream.range(0, 10_000)
                .mapToObj(i -> "{\"conversation_id\":\"" + Long.toString(random.nextLong() >>> 8, 36) + "\"}")
                .collect(Collectors.joining(",\n", "[", "]"));
    }
}
