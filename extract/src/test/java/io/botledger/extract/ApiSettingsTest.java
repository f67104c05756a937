package io.botledger.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ApiSettingsTest {
    @Test
    void knowsThePresets() {
        Map.of(
                        "eu", "https://api.ultimate.ai",
                        " US ", "https://api.us.ultimate.ai",
                        "subdomain: Acme-1", "https://acme-1.zendesk.com/ai-agents/api",
                        "subdomain:x", "https://x.zendesk.com/ai-agents/api",
                        "https://proxy.example/ultimate//", "https://proxy.example/ultimate",
                        "http://127.0.0.1:8080", "http://127.0.0.1:8080",
                        "http://localhost:1/x", "http://localhost:1/x",
                        "http://[::1]:1", "http://[::1]:1")
                .forEach((base, address) -> assertThat(base(base)).isEqualTo(URI.create(address)));
    }

    @Test
    void refusesOtherBases() {
        String expected = "expected eu, us, \"subdomain: NAME\" or an https address," + " found something else";
        for (String base :
                List.of("", "asia", "subdomain: a.b", "subdomain: -a", "api.ultimate.ai", "https:///x", "a b")) {
            usage(() -> base(base), expected);
        }
        String loopback = "expected https (http only for this machine itself), found ";
        usage(() -> base("http://api.ultimate.ai"), loopback + "http");
        usage(() -> base("HTTP://127.0.0.1.evil.example"), loopback + "http");
        usage(() -> base("ftp://api.ultimate.ai"), loopback + "ftp");
        for (String base : List.of("https://u:p@h.example", "https://h.example?k=1", "https://h.example#f")) {
            usage(() -> base(base), "expected an address without user, query and fragment; leave them out");
        }
    }

    @Test
    void checksTheOtherSettings() {
        ApiSettingsBuilder builder = ApiSettings.builder();
        usage(() -> builder.scheme("Be arer"), "expected one word such as Bearer, or nothing");
        usage(() -> builder.ttlMinutes(0), "life of signed URLs: expected 1 to 1440 minutes, found 0");
        for (String host : List.of("com", "*.com", "https://x.example", "x.example/y", "x.example:1", "")) {
            usage(
                    () -> builder.allowedHosts(List.of(host)),
                    "allowed host \"" + host + "\": expected a name of at least two labels, without port and path");
        }
        assertThatThrownBy(() -> new ApiTimeouts(Duration.ZERO, Duration.ZERO, Duration.ZERO))
                .hasMessage("connect PT0S is not positive");
        assertThatThrownBy(() -> new ApiRetries(0, Duration.ZERO, Duration.ZERO, Duration.ZERO))
                .hasMessage("maxAttempts 0 is not at least 1");
        assertThatThrownBy(() -> new SourceLimits(1, 0, 1)).hasMessage("a limit is below 1");
        usage(
                () -> new ExportApi(builder.build(), "a b", Secret.of("k"), Clock.systemUTC()),
                "organization id: expected 1 to 200 printable characters without blanks; copy the id from the vendor");
    }

    @Test
    void doublesWaitsUpToTheLongest() {
        ApiRetries retries = ApiRetries.defaults();
        assertThat(List.of(retries.delay(1), retries.delay(2), retries.delay(5), retries.delay(6), retries.delay(900)))
                .extracting(Duration::toSeconds)
                .containsExactly(1L, 2L, 16L, 30L, 30L);
    }

    @Test
    void readsBothFormsOfRetryAfter() {
        Instant now = Instant.parse("2024-06-01T03:00:00Z");
        assertThat(RetryAfter.parse(" 119 ", now)).contains(Duration.ofSeconds(119));
        assertThat(RetryAfter.parse("Sat, 01 Jun 2024 03:00:30 GMT", now)).contains(Duration.ofSeconds(30));
        assertThat(RetryAfter.parse("Sat, 01 Jun 2024 02:00:00 GMT", now)).contains(Duration.ZERO);
        for (String other : List.of("", "-1", "1.5", "soon", "99999999999", "Sun, 01 Jun 2024 03:00:30 GMT")) {
            assertThat(RetryAfter.parse(other, now)).as(other).isEmpty();
        }
    }

    @Test
    void masksKeys() {
        Secret secret = Secret.of(" abc-123\r\n");
        assertThat(secret).hasToString("***");
        assertThat(secret.reveal()).isEqualTo("abc-123");
        usage(() -> Secret.of(" \n"), "the API key is empty; set the variable or file that holds it");
        String message = "the API key has a character that no key can have, at position 3 of 5; copy the key again";
        for (String key : List.of("ab cd", "ab\ncd", "abécd")) {
            usage(() -> Secret.of(key), message);
        }
    }

    @Test
    void redactsKeysAndSignatures() {
        Redactor redactor = new Redactor(List.of(Secret.of("abc"), Secret.of("abc-123")));
        assertThat(redactor.redact("key abc-123 and abc, jdbc:postgresql://h/d?user=x"))
                .isEqualTo("key *** and ***, jdbc:postgresql://h/d?user=x");
        assertThat(redactor.redact("GET https://h.example/p?a=1&X-Goog-Signature=ff, 'http://u:p@h/x?y' done"))
                .isEqualTo("GET https://h.example/p?*** 'http://***@h/x?***' done");
        assertThat(redactor.redact(
                        "a=1&X-Amz-Signature=ff00&b=2 Signature=aa x-goog-credential=me%40x GoogleAccessId=i"))
                .isEqualTo("a=1&X-Amz-Signature=***&b=2 Signature=*** x-goog-credential=*** GoogleAccessId=***");
    }

    private static URI base(String text) {
        return ApiSettings.builder().base(text).build().base();
    }

    private static void usage(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .hasMessage(message)
                .hasNoCause()
                .isInstanceOfSatisfying(
                        BotledgerException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.USAGE));
    }
}
