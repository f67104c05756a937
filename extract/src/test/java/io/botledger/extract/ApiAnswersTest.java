package io.botledger.extract;

import static io.botledger.extract.Fetching.BOT_DAY;
import static io.botledger.extract.Fetching.DAY;
import static io.botledger.extract.Fetching.ONE;
import static io.botledger.extract.Fetching.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each answer to the request for signed URLs means. */
class ApiAnswersTest {
    private static final String WHERE = "bot b, 2024-05-31: ";
    private static final String ASKING = WHERE + "signed URLs: ";

    @TempDir
    private Path folder;

    @AutoClose
    private Fetching fetching;

    private SimulatedExportServer server;

    @BeforeEach
    void begin() {
        fetching = new Fetching(folder);
        server = fetching.server;
    }

    @Test
    void landsADay() {
        server.put("b", DAY, TWO);
        BotDayResult result = fetching.fetch();
        assertThat(result)
                .isEqualTo(new BotDayResult(
                        BOT_DAY, FetchOutcome.FETCHED, 1, 1, TWO.length(), List.of(), Optional.empty()));
        assertThat(fetching.contents()).isEqualTo(Map.of("b/2024-05-31/0", List.of(TWO)));
        assertThat(server.requests()).containsExactly("ask b 2024-05-31 200", "file b 2024-05-31 0 200");
        assertThat(server.violations()).isEmpty();
    }

    @Test
    void asksVersion2AndASchemeWhereConfigured() {
        server.put("b", DAY, ONE);
        assertThat(fetching.fetch(fetching.api(
                                fetching.settings().version(ApiVersion.V2).build()))
                        .outcome())
                .isEqualTo(FetchOutcome.FETCHED);
        ExportApi bearer = fetching.api(fetching.settings().scheme("Bearer").build());
        assertThat(fetching.fetch(bearer).error().orElseThrow()).hasMessageContaining("refused (401)");
    }

    @Test
    void tellsHowToMakeANewKey() {
        server.alwaysAsks("b", ServerAnswer.status(401));
        assertThat(fetching.failure())
                .isEqualTo(
                        WHERE + "the API key was refused (401): it is wrong or was revoked. An admin makes a new one"
                                + " under User Management, Organization Management, the organization's profile, API Key, Generate;"
                                + " it is shown once and revokes the old one. Put it where the configuration reads the key from");
    }

    @Test
    void tellsWhatToCheckAfterA400() {
        server.failAsks("b", ServerAnswer.status(400));
        assertThat(fetching.failure())
                .isEqualTo(
                        WHERE + "the request was refused (400): expected a bot and a day that the API knows; check the"
                                + " day, the bot id, the organization id and the version of the API");
    }

    @Test
    void tellsThatTheKeyIsNotForTheBot() {
        server.failAsks("b", ServerAnswer.status(403));
        assertThat(fetching.failure())
                .isEqualTo(
                        WHERE + "access was refused (403): the key is not for this bot; check organization id and bot"
                                + " id, and ask the vendor whether the Data Export API is enabled");
    }

    @Test
    void followsNoRedirectOfTheApi() {
        server.failAsks("b", ServerAnswer.status(307, "Location", "https://elsewhere.example/?secret=1"));
        assertThat(fetching.failure())
                .isEqualTo(WHERE + "expected an answer, found a redirect (307); check the base of the API");
    }

    @Test
    void tellsAnUnknownStatus() {
        server.failAsks("b", ServerAnswer.status(418));
        assertThat(fetching.failure())
                .isEqualTo(WHERE + "expected status 200, found 418; check base and version of the API");
    }

    @Test
    void takesA404AndAnEmptyListForAbsentAndAsksAgain() {
        assertThat(fetching.fetch().outcome()).isEqualTo(FetchOutcome.ABSENT);
        assertThat(fetching.landing.state(BOT_DAY))
                .isEqualTo(new DayState(DayStatus.ABSENT, Optional.of(fetching.time.instant()), List.of()));
        server.failAsks("b", ServerAnswer.json("{\"urls\":[]}"));
        assertThat(fetching.fetch().outcome()).isEqualTo(FetchOutcome.ABSENT);
        assertThat(fetching.contents()).isEmpty();
        fetching.heals();
    }

    @Test
    void keepsWhatHasLandedWhenTheExportIsGone() {
        fetching.heals();
        server.remove("b", DAY);
        BotDayResult gone = fetching.fetch();
        assertThat(gone.outcome()).isEqualTo(FetchOutcome.ABSENT);
        assertThat(gone.warnings())
                .containsExactly(WHERE + "the API has no export any more; the landed files (1) stay");
        assertThat(fetching.landing.state(BOT_DAY).status()).isEqualTo(DayStatus.COMPLETE);
    }

    @Test
    void triesAgainWithGrowingWaitsAndThenGivesUp() {
        server.alwaysAsks("b", ServerAnswer.status(503));
        assertThat(fetching.failure()).isEqualTo(ASKING + "answered 503 (attempt 3 of 3); run again later");
        assertThat(fetching.time.pauses()).containsExactly(Duration.ofSeconds(3), Duration.ofMillis(4500));
    }

    @Test
    void succeedsAfterA429AndA500() {
        server.put("b", DAY, ONE);
        server.failAsks("b", ServerAnswer.status(429), ServerAnswer.status(500));
        assertThat(fetching.fetch().outcome()).isEqualTo(FetchOutcome.FETCHED);
    }

    @Test
    void waitsAsLongAsItIsAsked() {
        server.put("b", DAY, ONE);
        server.failAsks(
                "b",
                ServerAnswer.status(429, "Retry-After", "90"),
                ServerAnswer.status(503, "Retry-After", "Sat, 01 Jun 2024 03:02:07 GMT"));
        assertThat(fetching.fetch().outcome()).isEqualTo(FetchOutcome.FETCHED);
        assertThat(fetching.time.pauses()).containsExactly(Duration.ofSeconds(90), Duration.ofSeconds(37));
    }

    @Test
    void givesUpWhenAskedToWaitTooLong() {
        server.failAsks("b", ServerAnswer.status(429, "Retry-After", "101"));
        assertThat(fetching.failure())
                .isEqualTo(
                        ASKING + "answered 429 and asks to wait 101 s, more than the 100 s allowed; run again later");
    }

    @Test
    void refusesWhatIsNoJson() {
        server.failAsks("b", ServerAnswer.of(200, "text/html", "<!doctype html><p>Maintenance"));
        assertThat(fetching.failure()).isEqualTo(WHERE + "expected JSON, found a web page; check the base of the API");
        for (String text : List.of("key: value", "{\"urls\":[\"a\"", "{\"urls\":[\"a\",}")) {
            server.failAsks("b", ServerAnswer.json(text));
            assertThat(fetching.fetch().error().orElseThrow())
                    .hasMessage(WHERE + "expected JSON, found something else; check the base of the API");
        }
        server.failAsks("b", ServerAnswer.json(" "));
        assertThat(fetching.fetch().error().orElseThrow())
                .hasMessage(WHERE + "expected JSON, found nothing; check the base of the API");
    }

    @Test
    void refusesJsonWithoutUrls() {
        server.failAsks("b", ServerAnswer.json("{\"error\":{\"urls\":[]}}"));
        String message = WHERE + "expected a list \"urls\" of texts, found none; check the version of the API";
        assertThat(fetching.failure()).isEqualTo(message);
        for (String text : List.of("[]", "\"urls\"", "{\"urls\":null}", "{\"urls\":[1]}", "{\"urls\":{\"a\":1}}")) {
            server.failAsks("b", ServerAnswer.json(text));
            assertThat(fetching.fetch().error().orElseThrow()).as(text).hasMessage(message);
        }
    }

    @Test
    void takesTheOtherNameOfTheListAndOtherMembers() {
        server.put("b", DAY, ONE);
        server.failAsks(
                "b",
                ServerAnswer.json("{\"meta\":[{\"x\":1}],\"Signed_URLs\":[\"" + server.url("b", DAY, 0)
                        + "\"],\"date\":{\"day\":1}}"));
        assertThat(fetching.fetch().outcome()).isEqualTo(FetchOutcome.FETCHED);
    }

    @Test
    void refusesTheUrlsOfAnotherDayOrBot() {
        server.failAsks("b", ServerAnswer.json("{\"date\":\"2024-05-30\",\"urls\":[]}"));
        assertThat(fetching.failure())
                .isEqualTo(WHERE + "expected the day that was asked for, found another; report it to the vendor");
        String other = WHERE + "expected files of this bot and day, found a file of another; report it to the vendor";
        server.failAsks("b", list(server.url("c", DAY, 0)));
        assertThat(fetching.fetch().error().orElseThrow()).hasMessage(other);
        server.failAsks("b", list(server.url("b", "2024-05-30", 0)));
        assertThat(fetching.fetch().error().orElseThrow()).hasMessage(other);
    }

    @Test
    void refusesMoreFilesThanAllowed() {
        server.put("b", DAY, ONE, ONE, ONE);
        ExportApi strict = fetching.api(
                fetching.settings().limits(new SourceLimits(1000, 10, 2)).build());
        assertThat(fetching.failure(strict))
                .isEqualTo(WHERE + "expected at most 2 files, found more; raise the limit if that is genuine");
    }

    @Test
    void tellsWhenNobodyAnswers() {
        server.alwaysAsks("b", ServerAnswer.silence());
        assertThat(fetching.failure(fetching.api(Fetching.IMPATIENT, Fetching.PATIENT)))
                .isEqualTo(ASKING + "no answer in time (attempt 3 of 3); run again later");
    }

    @Test
    void tellsWhenNobodyIsThere() {
        ExportApi nobody =
                fetching.api(fetching.settings().base("http://127.0.0.1:1").build());
        assertThat(fetching.failure(nobody)).isEqualTo(ASKING + "no connection (attempt 3 of 3); run again later");
    }

    @Test
    void namesBaseWhereNoSuchHostIsKnown() {
        ExportApi mistyped =
                fetching.api(fetching.settings().base("https://api.invalid").build());
        assertThat(fetching.failure(mistyped))
                .isEqualTo(ASKING + "the host's name is not known (attempt 3 of 3); check base in the configuration and"
                        + " the network, then run again");
    }

    @Test
    void namesWhatToCheckWhereNobodyIsTrusted() {
        ApiRetries once = new ApiRetries(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);
        ApiAttempts attempts = new ApiAttempts("signed URLs", "base", once, fetching.time.timing());
        TransferException failure = TransferException.of(new SSLHandshakeException("https://h.example/?Signature=1"));
        assertThatThrownBy(() -> attempts.failed(failure))
                .hasMessage("signed URLs: no trusted TLS connection (attempt 1 of 1); check base, then run again")
                .hasNoCause();
    }

    @Test
    void checksWithoutFetching() {
        server.put("b", DAY, ONE, TWO);
        assertThat(fetching.api().check(BOT_DAY)).isEqualTo(OptionalInt.of(2));
        assertThat(fetching.api().check(new BotDay("b", DAY.minusDays(1)))).isEmpty();
        assertThat(server.requests()).containsExactly("ask b 2024-05-31 200", "ask b 2024-05-30 404");
    }

    static ServerAnswer list(String... urls) {
        return ServerAnswer.json("{\"urls\":[\"" + String.join("\",\"", urls) + "\"]}");
    }
}
