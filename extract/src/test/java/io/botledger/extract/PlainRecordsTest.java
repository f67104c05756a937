package io.botledger.extract;

import static io.botledger.extract.Reading.utf8;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.model.BotledgerException;
import io.botledger.model.ExportRecord;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compares records that are read where they begin with records that a {@link RecordScanner} cut out before. */
class PlainRecordsTest {
    private static final int DAMAGED = 3_000;
    private static final int BYTES_READ_AT_ONCE = 1 << 17;

    private static final String BRACES =
            "{\"conversation_id\":\"a\",\"bot_name\":\"}]{[,:\",\"x}\":[\"{\",{\"y\\\"}\":\"\"}]}";
    private static final String ESCAPES =
            "{\"conversation_id\":\"\\\"\\\\\",\"bot_name\":\"\\\\\\\"}\\\\\",\"conversations_data\":\"{\\\"p\\\":\\\"\\\\\\\"}{\\\"}\"}";
    private static final String BEYOND_ASCII =
            "{\"conversation_id\":\"\u00e4\u20ac\ud83d\ude00\",\"labels\":[\"\\u00e4\\ud83d\\ude00\"]}";
    private static final String BLANKS = "{ \"conversation_id\" :\t\"b\" ,\r \"labels\" : [ \"l\" , \"m\" ] }";
    private static final String LINES = "{\n \"conversation_id\":\n\"l\",\n\"labels\":[\n\n],\"x\":{\n\"y\":\n{\n}}\n}";
    private static final String REJECTED_VALUE = "{\"conversation_id\":\"v\",\"test_mode\":\"perhaps\",\"x\":[{}]}";
    private static final String REJECTED = "{\"conversation_id\":nul,\"x\":[\"{\"]}";
    private static final List<String> RECORDS =
            List.of(BRACES, ESCAPES, BEYOND_ASCII, BLANKS, REJECTED_VALUE, REJECTED, "{}", BRACES);
    private static final List<String> FILES = List.of(
            "[" + String.join(",", RECORDS) + "," + LINES + "]",
            "\ufeff[\n" + String.join("\n,\n", RECORDS) + "\n" + LINES + "][" + BRACES + "]\n" + LINES,
            String.join("\n", RECORDS) + "\n",
            String.join("\r\n", RECORDS) + LINES + "\n" + BRACES,
            String.join("", RECORDS),
            LINES + LINES + "\n" + LINES + " " + BRACES + "\n" + LINES + "\n" + BRACES);

    @Test
    void readsAlikeWhereverABufferEnds() {
        for (String text : FILES) {
            byte[] file = utf8(text);
            List<?> expected = cutBefore(new ByteArrayInputStream(file), Reading.REJECTING);
            for (int first = 0; first <= file.length; first++) {
                InputStream parts = new SequenceInputStream(
                        new ByteArrayInputStream(file, 0, first),
                        new ByteArrayInputStream(file, first, file.length - first));
                assertThat(read(parts, Reading.REJECTING))
                        .as("%s, %s bytes first", text, first)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void readsAlikeWhereARecordGoesOverTheWindow() {
        for (String record : List.of(ESCAPES, REJECTED_VALUE)) {
            String rest = "," + record + ",17]";
            for (int before = BYTES_READ_AT_ONCE - utf8(record).length - 3; before <= BYTES_READ_AT_ONCE; before++) {
                byte[] file = utf8("[" + " ".repeat(before) + record + rest);
                assertSame(file, Reading.REJECTING);
            }
        }
    }

    @Test
    void readsAlikeWhereverAFileIsCut() {
        for (String text : FILES) {
            byte[] file = utf8(text);
            for (int length = 0; length <= file.length; length++) {
                assertSame(Arrays.copyOf(file, length), Reading.REJECTING);
            }
        }
    }

    @Test
    void readsAlikeWhatIsDamaged() {
        Random random = new Random(20240507);
        for (int i = 0; i < DAMAGED; i++) {
            byte[] file = utf8(FILES.get(i % FILES.size()));
            assertSame(
                    Damage.to(random.nextInt(8) == 0 ? Reading.gzip(file) : file, random),
                    new ReaderSettings(
                            random.nextBoolean() ? 1 << 20 : 60,
                            random.nextBoolean() ? 100 : 2,
                            1L << 30,
                            random.nextBoolean()
                                    ? ReaderSettings.OnTruncated.FAIL
                                    : ReaderSettings.OnTruncated.REJECT));
        }
    }

    @Test
    void aLineThatIsOpenDoesNotTakeTheNextOnes() {
        String open = "{\"conversation_id\":\"o\",\"x\":[1,\n";
        for (String next :
                List.of("1]}", "{\"conversation_id\":\"n\"}", "{\"y\":[\n2]}]}", "\"conversation_id\":\"n\"}")) {
            assertSame(utf8(BRACES + "\n" + open + next + "\n" + BRACES + "\n"), Reading.REJECTING);
            assertSame(utf8(open + next + "\n" + BRACES + "\n"), Reading.REJECTING);
            assertSame(utf8("[" + open + next + ",\n" + BRACES + "\n]"), Reading.REJECTING);
        }
    }

    @Test
    void readsAlikeAtTheLimits() {
        String longest = "{\"conversation_id\":\"" + "x".repeat(40) + "\"}";
        for (int maxBytes = longest.length() - 2; maxBytes < longest.length() + 2; maxBytes++) {
            assertSame(
                    utf8("[" + longest + "," + longest + "]"),
                    new ReaderSettings(maxBytes, 100, 1L << 30, ReaderSettings.OnTruncated.FAIL));
        }
        for (int depth = 1; depth < 110; depth++) {
            String deep = "{\"conversation_id\":\"d\",\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
            assertSame(utf8(deep + "\n" + deep), Reading.REJECTING);
        }
    }

    private static void assertSame(byte[] file, ReaderSettings settings) {
        assertThat(read(new ByteArrayInputStream(file), settings))
                .as(() -> new String(file, UTF_8))
                .isEqualTo(cutBefore(new ByteArrayInputStream(file), settings));
    }

    /** The records, behind them the message of the error that ended the file. */
    private static List<Object> read(InputStream file, ReaderSettings settings) {
        List<Object> records = new ArrayList<>();
        try (ExportReader reader = ExportReader.over(file, "test.json", settings)) {
            reader.forEachRemaining(records::add);
        } catch (BotledgerException error) {
            records.add(error.getMessage());
        }
        return records;
    }

    private static List<Object> cutBefore(InputStream file, ReaderSettings settings) {
        FileErrors errors = new FileErrors("test.json");
        List<Object> records = new ArrayList<>();
        try (ContentSource source = new ContentSource(file, errors, settings.maxInflatedBytes())) {
            RecordSplitter splitter = new RecordSplitter(source, errors, settings);
            RecordReader reader = new RecordReader(settings, new ConversationParser(settings.maxDepth()));
            for (RecordSlice slice = splitter.next(); slice != null; slice = splitter.next()) {
                if (slice.kind() == RecordSlice.Kind.TRUNCATED
                        && settings.onTruncated() == ReaderSettings.OnTruncated.FAIL) {
                    throw errors.truncated(slice);
                }
                ExportRecord record = reader.read(slice);
                records.add(record);
            }
        } catch (BotledgerException error) {
            records.add(error.getMessage());
        }
        return records;
    }
}
