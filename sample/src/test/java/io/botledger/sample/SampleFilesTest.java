package io.botledger.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.model.Conversation;
import io.botledger.model.ExportFileName;
import io.botledger.sample.SampleSettings.KeyCase;
import io.botledger.sample.SampleSettings.Schema;
import io.botledger.sample.SampleSettings.Shape;
import io.botledger.sample.SampleSettings.Values;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class SampleFilesTest {
    private static SampleSettingsBuilder small() {
        return SampleSettings.builder().conversations(300).days(2).shards(2);
    }

    /** Large enough to hold the rarest things too. */
    private static SampleSettingsBuilder larger() {
        return small().conversations(1_200);
    }

    private static boolean hasTwoMembers(String extra) {
        return extra != null && extra.contains("\",\"");
    }

    private static byte[] content(SampleExports exports, ExportFileName name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.write(name, SampleExports.ALL, out);
        byte[] bytes = out.toByteArray();
        return exports.settings().gzip() ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes;
    }

    private static byte[] everything(SampleExports exports) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (ExportFileName name : exports.fileNames()) {
            all.writeBytes(content(exports, name));
        }
        return all.toByteArray();
    }

    private static List<SampleSettings> allSpellings() {
        List<SampleSettings> spellings = new ArrayList<>();
        for (Schema schema : Schema.values()) {
            for (Shape shape : Shape.values()) {
                for (KeyCase keys : KeyCase.values()) {
                    for (Values values : Values.values()) {
                        SampleSettingsBuilder builder = larger().schema(schema).shape(shape);
                        spellings.add(builder.keys(keys).values(values).build());
                        spellings.add(builder.gzip(true).build());
                    }
                }
            }
        }
        return spellings;
    }

    @Test
    void everySpellingReadsBackAsTheSameConversations() throws IOException {
        SampleExports v2 = new SampleExports(larger().schema(Schema.V2).build());
        SampleExports v3 = new SampleExports(larger().schema(Schema.V3).build());
        assertThat(allSpellings()).hasSize(32);
        assertThat(v2.conversations().map(Conversation::extra)).anyMatch(SampleFilesTest::hasTwoMembers);
        for (SampleSettings spelling : allSpellings()) {
            SampleExports exports = new SampleExports(spelling);
            SampleExports expected = spelling.schema() == Schema.V2 ? v2 : v3;
            for (ExportFileName name : exports.fileNames()) {
                List<Conversation> made = new ArrayList<>();
                expected.conversations(name).forEachRemaining(made::add);
                assertThat(ExportParser.parse(content(exports, name)))
                        .as("%s of %s", name, spelling)
                        .isEqualTo(made);
            }
        }
    }

    @Test
    void bytesAreTheSameOnEveryMachine() throws Exception {
        assertThat(sha256(everything(new SampleExports(small().build()))))
                .isEqualTo("88255c9ee189673b9f8d77d3b991d3fd4e9edf5cd31c2cf42ac94b5e2fe78ed4");
        SampleSettings warehouse = small().seed(-7)
                .bots(5)
                .schema(Schema.V2)
                .shape(Shape.JSONL)
                .keys(KeyCase.UPPER)
                .values(Values.STRINGS)
                .build();
        assertThat(sha256(everything(new SampleExports(warehouse))))
                .isEqualTo("84f283d852d2d01a5a80622b397b0875dd28642b7c12793a5ba613a20b9f1e2f");
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void upperCaseSparesTheNamesOfSessionParameters() throws IOException {
        SampleExports exports = new SampleExports(
                small().keys(KeyCase.UPPER).values(Values.TYPED).build());
        String text = new String(everything(exports), StandardCharsets.UTF_8);
        assertThat(text)
                .contains("\"TRIGGERED_REPLIES\":[{\"REPLY_TIMESTAMP\":", "\"NOT_MEANINGFUL\":true", "\"SENTIMENT\":")
                .contains("\\\"entryPage\\\":", "\\\"order_id\\\":", "\\\"Rückmeldung (free text)\\\":")
                .doesNotContainPattern("[{,]\"[a-z_]+\":");
    }

    @Test
    void countsAreCalledByTheVersionOfTheSchema() throws IOException {
        String v2 = new String(
                everything(new SampleExports(small().schema(Schema.V2).build())), StandardCharsets.UTF_8);
        String v3 = new String(
                everything(new SampleExports(small().schema(Schema.V3).build())), StandardCharsets.UTF_8);
        assertThat(v2).contains("\"llm_notUnderstood_count\":").doesNotContain("knowledge_", "resolution_tier");
        assertThat(v3).contains("\"knowledge_notUnderstood_count\":").doesNotContain("\"llm_");
    }

    @Test
    void valuesAreSpelledTypedOrAsStrings() throws IOException {
        String typed = new String(
                everything(new SampleExports(small().values(Values.TYPED).build())), StandardCharsets.UTF_8);
        String strings = new String(
                everything(new SampleExports(small().values(Values.STRINGS).build())), StandardCharsets.UTF_8);
        assertThat(typed)
                .containsPattern("\"conversation_end_time\":\"2026-01-0[12]T\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z\"")
                .containsPattern("\"bot_messages_count\":\\d")
                .contains("\"test_mode\":false", "\"labels\":[\"", "\"labels\":[]", "\\\"isLoggedIn\\\":true");
        assertThat(strings)
                .containsPattern("\"conversation_end_time\":\"2026-01-0[12] \\d\\d:\\d\\d:\\d\\d\\.\\d{6} UTC\"")
                .containsPattern("\"bot_messages_count\":\"\\d+\"")
                .contains("\"test_mode\":\"false\"", "\"labels\":\"[\\\"", "\\\"isLoggedIn\\\":true")
                .doesNotContain("[]\",");
    }

    @Test
    void aFileWithoutConversationsIsAnEmptyArrayOrEmpty() throws IOException {
        SampleSettingsBuilder none = small().conversations(0);
        SampleExports array = new SampleExports(none.build());
        SampleExports lines = new SampleExports(none.shape(Shape.JSONL).build());
        ExportFileName name = array.fileNames().get(0);
        assertThat(content(array, name)).asString().isEqualTo("[]");
        assertThat(content(lines, name)).isEmpty();
    }

    @Test
    void jsonLinesHaveOneRecordALine() throws IOException {
        SampleExports exports = new SampleExports(small().shape(Shape.JSONL).build());
        String text = new String(everything(exports), StandardCharsets.UTF_8);
        assertThat(text.split("\n", -1)).hasSize(301).allMatch(line -> line.isEmpty() || line.startsWith("{\"bot_id"));
        assertThat(text).contains("🙏").doesNotContainPattern("\\\\u[0-9A-Fa-f]{4}");
    }
}
