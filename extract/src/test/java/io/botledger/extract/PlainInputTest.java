package io.botledger.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botledger.model.Conversation;
import io.botledger.model.ExportFileName;
import io.botledger.model.Reject;
import io.botledger.sample.SampleExports;
import io.botledger.sample.SampleSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares what becomes of a record that a {@link PlainInput} reads first with what Jackson alone makes of it. */
class PlainInputTest {
    private static final int MAX_DEPTH = 100;
    private static final int DAMAGED_OF_EACH = 15;

    private final ConversationParser parser = new ConversationParser(MAX_DEPTH);
    private final ConversationParser jackson = new ConversationParser(MAX_DEPTH);

    @Test
    void readsEverySampleWithoutJackson() throws IOException {
        for (byte[] record : samples()) {
            assertThat(parser.parsePlain(record, 0, record.length))
                    .isEqualTo(byJackson(record).conversation());
            assertThat(parser.rejects().isEmpty()).isTrue();
        }
    }

    @Test
    void readsDamagedSamplesAsJacksonDoes() throws IOException {
        Random random = new Random(20240507);
        for (byte[] record : samples()) {
            for (int i = 0; i < DAMAGED_OF_EACH; i++) {
                assertSame(Damage.to(record, random));
            }
        }
    }

    @Test
    void readsWithinLargerBytes() throws IOException {
        byte[] bytes = Reading.utf8("9\"" + record("1") + ",\"x\":1}");
        assertThat(parser.parsePlain(bytes, 2, bytes.length - 9).extra()).isEqualTo("{\"new\":1}");
        for (int length = 0; length < bytes.length - 9; length++) {
            int cut = length;
            assertThatThrownBy(() -> parser.parsePlain(bytes, 2, cut)).isInstanceOf(NotPlainException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "-1",
                "10.50",
                "1e5",
                "1E+05",
                "1.5e-7",
                "123456789012345678901234567890",
                "true",
                "false",
                "\"\"",
                "\" \"",
                "\"a\\\"b\\\\c\\/d\\b\\f\\n\\r\\t\"",
                "\"\\u00e9\\u20AC\\ud83d\\ude00\\u0041\\u007f\\u07ff\"",
                "\"\u00e9\u20ac\ud83d\ude00\"",
                "\"\u2028\u007f\"",
                "[]",
                "{}",
                "[ ]",
                "{ }",
                "[1 , [\t2,\r\n{\"a\" : [ ] } ] ]",
                "{\"a\\n\\u00e9\":1,\"\u00e9\":2,\"\":3}",
                "\"{\\\"a\\\":[1,\\\"\\\\u00e9\\\\n\\\"]}\""
            })
    void readsWhatIsPlainAsJacksonDoes(String value) throws IOException {
        assertSame(Reading.utf8(inList(value)));
        for (String text : List.of(record(value), inParams(value), inTextOfParams(value))) {
            byte[] bytes = Reading.utf8(text);
            assertThatCode(() -> parser.parsePlain(bytes, 0, bytes.length))
                    .as(text)
                    .doesNotThrowAnyException();
            assertSame(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01",
                "-",
                "-01",
                "+1",
                ".5",
                "1.",
                "1.e5",
                "1e",
                "1e+",
                "0x1",
                "NaN",
                "-Infinity",
                "Infinity",
                "tru",
                "nulls",
                "True",
                "\"",
                "\"a",
                "\"\\\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"\\u\uff11\uff11\uff11\uff11\"",
                "\"\\u0000\"",
                "\"\\ud800\"",
                "\"\\udc00\"",
                "\"\\ud800\\u0041\"",
                "\"\\ud800x\"",
                "\"\\ud800\\n\"",
                "\"\t\"",
                "\"\n\"",
                "\"\ufffd\"",
                "[",
                "[1",
                "[1,]",
                "[,1]",
                "[1 2]",
                "[1}",
                "{]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{,}",
                "{1:2}",
                "{a:1}",
                "{'a':1}",
                "{\"a\" 1}",
                "{\"a\":1 \"b\":2}",
                "{\"\\ud800\":1}",
                "{\"\\u0000\":1}",
                "1}",
                "1}{",
                "1} 2",
                "/**/1",
                "\u00a01",
                "\u00001",
                "\f1"
            })
    void leavesWhatIsNotPlainToJackson(String value) {
        for (String text : List.of(record(value), inParams(value))) {
            byte[] bytes = Reading.utf8(text);
            assertThatThrownBy(() -> parser.parsePlain(bytes, 0, bytes.length))
                    .as(text)
                    .isInstanceOf(NotPlainException.class);
            assertSame(bytes);
        }
        for (String text : List.of(inList(value), inTextOfParams(value), value)) {
            assertSame(Reading.utf8(text));
        }
    }

    @Test
    void keepsANamelessMemberThatComesFirst() throws IOException {
        byte[] record = Reading.utf8("{\"\":[1],\"conversation_id\":\"c\"}");
        assertThat(parser.parsePlain(record, 0, record.length).extra()).isEqualTo("{\"\":[1]}");
        assertThat(jackson.parseByJackson(record, 0, record.length).extra()).isEqualTo("{\"\":[1]}");
    }

    @Test
    void leavesRejectsToJackson() {
        for (String record : List.of(
                "[]",
                "1",
                "{}",
                "{\"bot_id\":\"b\"}",
                "{\"conversation_id\":\" \"}",
                "{\"conversation_id\":\"a\",\"CONVERSATION_ID\":\"b\"}",
                "{\"conversation_id\":\"c\",\"test_mode\":\"perhaps\"}",
                "{\"conversation_id\":\"c\",\"labels\":\"[1\"}",
                "{\"conversation_id\":\"c\",\"triggered_replies\":[\"{\"]}",
                "{\"conversation_id\":\"c\",\"bot_messages_count\":-1}")) {
            byte[] bytes = Reading.utf8(record);
            parser.rejects().clear();
            assertThatThrownBy(() -> parser.parsePlain(bytes, 0, bytes.length)).isInstanceOf(NotPlainException.class);
            assertThat(parser.rejects().isEmpty()).isTrue();
            assertSame(bytes);
        }
    }

    @Test
    void leavesBytesThatAreNoUtf8ToJackson() {
        int[][] bad = {
            {0x80},
            {0xc3},
            {0xc0, 0x80},
            {0xc1, 0xbf},
            {0xe0, 0x80, 0x80},
            {0xed, 0xa0, 0x80},
            {0xe2, 0x82},
            {0xf0, 0x80, 0x80, 0x80},
            {0xf4, 0x90, 0x80, 0x80},
            {0xf8, 0x88, 0x80, 0x80, 0x80},
            {0xff},
            {0xef, 0xbb}
        };
        for (int[] bytes : bad) {
            for (String place : List.of(
                    "\"bot_name\":\"?\"",
                    "\"?\":1",
                    "\"labels\":[\"a?\"]",
                    "\"x\":{\"a\":[\"?b\"]}",
                    "\"conversations_data\":\"{\\\"a\\\":\\\"?\\\"}\"",
                    "\"segments\":[{\"k\":\"?\"}]",
                    "\"test_mode\":\"?\"",
                    "?")) {
                byte[] record = withBytes("{\"conversation_id\":\"c\"," + place + "}", bytes);
                assertThatThrownBy(() -> parser.parsePlain(record, 0, record.length))
                        .isInstanceOf(NotPlainException.class);
                assertSame(record);
            }
        }
    }

    @Test
    void readsNestingOfEveryDepthAsJacksonDoes() {
        for (int depth = 1; depth < MAX_DEPTH + 10; depth++) {
            String mixed = "[{\"a\":".repeat(depth / 2) + "[]" + "}]".repeat(depth / 2);
            String arrays = "[".repeat(depth) + "]".repeat(depth);
            for (String nested : List.of(mixed, arrays)) {
                for (String text : List.of(record(nested), inList(nested), inParams(nested), inTextOfParams(nested))) {
                    assertSame(Reading.utf8(text));
                }
            }
        }
    }

    @Test
    void readsTextsOfEveryLengthAsJacksonDoes() {
        for (int length = 0; length < 700; length++) {
            for (String text : List.of("x".repeat(length), "\u00e9".repeat(length), "\\n".repeat(length))) {
                assertSame(Reading.utf8("{\"conversation_id\":\"c\",\"bot_name\":\"" + text + "\",\"" + text + "\":\""
                        + text + "\",\"test_mode\":\"" + text + "\",\"conversation_start_time\":\"" + text + "\"}"));
            }
        }
        assertSame(Reading.utf8(record("\"" + "\\n".repeat(600_000) + "\"")));
    }

    private void assertSame(byte[] record) {
        assertThat(outcome(parser.rejects(), () -> parser.parse(record, 0, record.length)))
                .as(() -> new String(record, UTF_8))
                .isEqualTo(byJackson(record));
    }

    private Outcome byJackson(byte[] record) {
        return outcome(jackson.rejects(), () -> jackson.parseByJackson(record, 0, record.length));
    }

    private static Outcome outcome(Rejects rejects, Parsing parsing) {
        rejects.clear();
        try {
            return new Outcome(parsing.parse(), rejects.all(), null);
        } catch (IOException broken) {
            return new Outcome(null, List.of(), broken.getMessage());
        }
    }

    private static String record(String value) {
        return "{\"conversation_id\":\"c\",\"new\":" + value + "}";
    }

    private static String inList(String value) {
        return "{\"labels\":[" + value + ",\"x\"],\"segments\":[" + value + "],\"conversation_id\":\"c\"}";
    }

    private static String inParams(String value) {
        return "{\"conversation_id\":\"c\",\"conversations_data\":{\"p\":" + value + "}}";
    }

    private static String inTextOfParams(String value) {
        String text = "{\"p\":" + value + "}";
        return "{\"conversation_id\":\"c\",\"conversations_data\":\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\t", "\\t")
                        .replace("\r", "\\r")
                        .replace("\n", "\\n")
                + "\"}";
    }

    private static byte[] withBytes(String record, int[] bytes) {
        int at = record.indexOf('?');
        byte[] inserted = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            inserted[i] = (byte) bytes[i];
        }
        return Reading.joined(Reading.utf8(record.substring(0, at)), inserted, Reading.utf8(record.substring(at + 1)));
    }

    private static List<byte[]> samples() throws IOException {
        List<byte[]> samples = new ArrayList<>();
        for (SampleSettings.Schema schema : SampleSettings.Schema.values()) {
            for (SampleSettings.Values values : SampleSettings.Values.values()) {
                for (SampleSettings.KeyCase keys : SampleSettings.KeyCase.values()) {
                    samples.addAll(samples(SampleSettings.builder()
                            .conversations(100)
                            .days(1)
                            .bots(1)
                            .shape(SampleSettings.Shape.JSONL)
                            .schema(schema)
                            .values(values)
                            .keys(keys)
                            .build()));
                }
            }
        }
        return samples;
    }

    private static List<byte[]> samples(SampleSettings settings) throws IOException {
        SampleExports exports = new SampleExports(settings);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (ExportFileName name : exports.fileNames()) {
            exports.write(name, SampleExports.ALL, lines);
        }
        return lines.toString(UTF_8).lines().map(Reading::utf8).toList();
    }

    private interface Parsing {
        Conversation parse() throws IOException;
    }

    private record Outcome(Conversation conversation, List<Reject> rejects, String error) {}
}
