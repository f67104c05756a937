package io.botledger.extract;

import static io.botledger.extract.Reading.outcomes;
import static io.botledger.extract.Reading.records;
import static io.botledger.extract.Reading.rejects;
import static io.botledger.extract.Reading.utf8;
import static io.botledger.extract.Reading.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.extract.ReaderSettings.OnTruncated;
import io.botledger.model.ExportRecord;
import io.botledger.model.Reject;
import io.botledger.model.RejectReason;
import io.botledger.model.SessionParam;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostileInputTest {
    private static final String A = "{\"conversation_id\":\"a\"}";
    private static final ReaderSettings SMALL = new ReaderSettings(1_000, 5, 1L << 30, OnTruncated.FAIL);

    @Test
    void replacesCharactersThatNoDatabaseTakes() {
        ExportRecord record = with("\"bot_name\":\"a\\u0000b\\ud800\",\"labels\":[\"\\udc00x\",\"\\ud83d\\ude00\"],"
                + "\"conversations_data\":{\"k\\u0000\":\"\\ud800\\ud800\\udc00\"},\"n\":{\"q\":\"\\u0000\"}");
        assertThat(record.conversation().botName()).isEqualTo("a\ufffdb\ufffd");
        assertThat(record.conversation().labels()).containsExactly("\ufffdx", "\ud83d\ude00");
        assertThat(record.conversation().sessionParams())
                .containsExactly(new SessionParam("k\ufffd", "\ufffd\ud800\udc00"));
        assertThat(record.conversation().extra()).isEqualTo("{\"n\":{\"q\":\"\ufffd\"}}");
        assertThat(rejects(record))
                .containsExactly(
                        "text_replaced /bot_name: expected no U+0000 and no lone surrogates, found 2;"
                                + " replaced by U+FFFD",
                        "text_replaced /labels/0: expected no U+0000 and no lone surrogates, found 1;"
                                + " replaced by U+FFFD",
                        "text_replaced /conversations_data/…: expected no U+0000 and no lone surrogates, found 1;"
                                + " replaced by U+FFFD",
                        "text_replaced /conversations_data/…: expected no U+0000 and no lone surrogates, found 1;"
                                + " replaced by U+FFFD",
                        "text_replaced /n/q: expected no U+0000 and no lone surrogates, found 1;"
                                + " replaced by U+FFFD");
    }

    @Test
    void reportsTheSameBadTextEveryTime() {
        String bad = "{\"conversation_id\":\"c\",\"channel\":\"\\u0000\"}";
        assertThat(records("[" + bad + "," + bad + "]"))
                .allSatisfy(record -> assertThat(record.rejects()).hasSize(1));
    }

    @Test
    void replacesBytesThatAreNotUtf8() {
        byte[] file = "{\"conversation_id\":\"c\",\"bot_name\":\"M\u00fcller\",\"test_mode\":\"?\"}"
                .getBytes(StandardCharsets.ISO_8859_1);
        ExportRecord record = records(file, ReaderSettings.defaults()).get(0);
        assertThat(record.conversation().botName()).isEqualTo("M\ufffdller");
        assertThat(rejects(record))
                .containsExactly(
                        "text_replaced : expected UTF-8, found other bytes; replaced by U+FFFD",
                        "not_readable /test_mode: expected a boolean, found text of 1 character");
        byte[] broken = "{\"conversation_id\":\"\u00fc\",}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(rejects(records(broken, ReaderSettings.defaults()).get(0)))
                .containsExactly("broken_json : expected one JSON value in UTF-8, found something else");
    }

    @Test
    void survivesATextOfTwentyMegabytes() {
        String big = "{\"conversation_id\":\"x\",\"bot_name\":\"" + "y".repeat(20_000_000) + "\"}";
        List<ExportRecord> records = records("[" + A + "," + big + "," + A + "]");
        assertThat(outcomes(records)).containsExactly("a", "record_too_large", "a");
        assertThat(rejects(records.get(1)))
                .containsExactly("record_too_large : expected at most 16777216 bytes, found 20000037");
        assertThat(records.get(1).sha256())
                .isEqualTo(new Sha256().add(utf8(big), 0, big.length()).hex());
        assertThat(records.get(2).byteOffset()).isEqualTo(1 + 23 + 1 + 20_000_037 + 1);
        ReaderSettings roomy = new ReaderSettings(32L << 20, 100, 1L << 30, OnTruncated.FAIL);
        assertThat(rejects(records(utf8(big), roomy).get(0)))
                .containsExactly("too_long /bot_name: expected at most 500 bytes of UTF-8, found 20000000");
    }

    @Test
    void takesARecordOfExactlyTheAllowedLength() {
        String exact = "{\"conversation_id\":\"e\",\"x\":\"" + "y".repeat(970) + "\"}";
        assertThat(utf8(exact)).hasSize(1_000);
        assertThat(outcomes(records(utf8(exact + exact.replace("yy", "yyy")), SMALL)))
                .containsExactly("e", "record_too_large");
        assertThat(outcomes(records(utf8(A + "\n{\"x\":\"" + "y".repeat(2_000) + "\n" + A), SMALL)))
                .containsExactly("a", "record_too_large", "a");
        assertThat(outcomes(records(utf8(A + "\n" + "\0".repeat(300_000) + "\n" + A), SMALL)))
                .containsExactly("a", "record_too_large", "a");
    }

    @Test
    void rejectsDeepRecordsAndReadsOn() {
        String deep = "{\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        List<ExportRecord> records = records("[" + deep + "," + A + "]");
        assertThat(outcomes(records)).containsExactly("too_deep", "a");
        assertThat(rejects(records.get(0)))
                .containsExactly("too_deep : expected at most 100 levels of nesting, found 10001");
        assertThat(outcomes(records(utf8("{\"conversation_id\":1,\"x\":[[[[]]]]}{\"x\":[[[[[]]]]]}"), SMALL)))
                .containsExactly("1", "too_deep");
        assertThat(outcomes("[" + "[".repeat(100_000) + "]".repeat(100_000) + "," + A + "]"))
                .containsExactly("too_deep", "a");
    }

    @Test
    void rejectsDeepJsonWithinText() {
        String bomb = "[".repeat(10_000) + "]".repeat(10_000);
        ExportRecord record = with("\"conversations_data\":\"{\\\"x\\\":" + bomb + "}\",\"labels\":\"" + bomb
                + "\",\"triggered_intent_replies\":[\"{\\\"x\\\":" + bomb + "}\",\"ok\"],\"bot_id\":\"b\"");
        assertThat(rejects(record))
                .containsExactly(
                        "too_deep /conversations_data: expected at most 100 levels of nesting, found more",
                        "too_deep /labels: expected at most 100 levels of nesting, found more",
                        "too_deep /triggered_intent_replies/0: expected at most 100 levels of nesting, found more");
        assertThat(record.conversation().intentReplies()).hasSize(1);
        assertThat(record.conversation().botId()).isEqualTo("b");
    }

    @Test
    void listsNoMoreRejectsThanAllowed() {
        ExportRecord record = with("\"labels\":[" + "[],".repeat(4_999) + "\"kept\"]");
        assertThat(record.conversation().labels()).containsExactly("kept");
        assertThat(record.rejects()).hasSize(1_001);
        assertThat(record.rejects().get(1_000).reason()).isEqualTo(RejectReason.WRONG_TYPE);
        assertThat(record.rejects().get(1_000).message())
                .isEqualTo("expected at most 1000 rejects in a record, found 4999; the others are not listed");
    }

    @Test
    void leavesNamesOutOfPointersThatAreNotLikeThoseOfFields() {
        for (String name : List.of("n".repeat(65), "jane@example.com", "my order is late", "two words")) {
            ExportRecord record = with("\"conversations_data\":{\"" + name + "\":\"\\u0000\"}");
            assertThat(record.rejects()).extracting(Reject::pointer).as(name).containsOnly("/conversations_data/…");
        }
        ExportRecord known = with("\"größe_1.a\":{\"" + "n".repeat(64) + "\":\"\\u0000\"}");
        assertThat(known.rejects()).extracting(Reject::pointer).containsExactly("/größe_1.a/" + "n".repeat(64));
    }

    @Test
    void shortensPointersOfDeepPlaces() {
        String open = ("{\"" + "n".repeat(60) + "\":").repeat(50);
        ExportRecord record = with("\"x\":" + open + "\"\\u0000\"" + "}".repeat(50));
        assertThat(record.rejects().get(0).pointer())
                .hasSize(1_001)
                .startsWith("/x/nnn")
                .endsWith("…");
    }

    @Test
    void keepsApartNamesOfEqualHash() {
        StringBuilder names = new StringBuilder("\"Aa\":0");
        for (int i = 1; i < 4_096; i++) {
            names.append(",\"");
            for (int bit = 0; bit < 12; bit++) {
                names.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            names.append("\":").append(i);
        }
        assertThat(Reading.conversationWith("\"conversations_data\":{" + names + "}")
                        .sessionParams())
                .hasSize(4_096);
    }
}
