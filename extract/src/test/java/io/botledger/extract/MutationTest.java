package io.botledger.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import io.botledger.model.ExportRecord;
import io.botledger.model.Reject;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damages files at random, from a fixed seed, and looks for what must hold whatever was damaged. */
class MutationTest {
    private static final int FILES = 8_000;
    private static final String RECORD =
            "{\"conversation_id\":\"id\",\"LABELS\":\"[\\\"ä\\\",1]\",\"test_mode\":\"true\","
                    + "\"conversation_start_time\":\"2024-05-07T10:11:12.123Z\",\"conversation_end_time\":1715076672.5,"
                    + "\"conversations_data\":\"{\\\"a\\\":[1.5,{\\\"b\\\":null}],\\\"c\\\":\\\"😀\\\"}\","
                    + "\"triggered_intent_replies\":[{\"intent_name\":\"x\",\"z\":1},\"{\\\"intent_id\\\":3}\",\"y\"],"
                    + "\"segments\":[{\"name\":\"s\"},{}],\"bot_messages_count\":\"3.0\",\"new\":{\"k\":[true,NaN]}}";
    private static final List<String> FILES_TO_DAMAGE = List.of(
            "[" + RECORD + "," + RECORD + "," + RECORD + "]",
            RECORD + "\n" + RECORD + "\n" + RECORD + "\n",
            "\ufeff[\n" + RECORD + ",\n" + RECORD + "\n][" + RECORD + "]",
            RECORD.replace(",", ",\n") + RECORD);

    @Test
    void readsDamagedFilesWithoutSurprise() {
        Random random = new Random(20240507);
        for (int i = 0; i < FILES; i++) {
            byte[] file = Reading.utf8(FILES_TO_DAMAGE.get(i % FILES_TO_DAMAGE.size()));
            byte[] damaged = Damage.to(random.nextInt(8) == 0 ? Reading.gzip(file) : file, random);
            ReaderSettings settings = new ReaderSettings(
                    random.nextBoolean() ? 16L << 20 : 600,
                    random.nextBoolean() ? 100 : 3,
                    1L << 30,
                    random.nextBoolean() ? ReaderSettings.OnTruncated.FAIL : ReaderSettings.OnTruncated.REJECT);
            try {
                assertSound(Reading.records(damaged, settings), settings);
            } catch (BotledgerException error) {
                assertThat(error.code()).isIn(ErrorCode.FILE_UNREADABLE, ErrorCode.FILE_TRUNCATED);
            }
        }
    }

    private static void assertSound(List<ExportRecord> records, ReaderSettings settings) {
        long behind = 0;
        for (int i = 0; i < records.size(); i++) {
            ExportRecord record = records.get(i);
            assertThat(record.ordinal()).isEqualTo(i + 1L);
            assertThat(record.byteOffset()).isGreaterThanOrEqualTo(behind);
            behind = record.byteOffset() + record.byteCount();
            assertThat(record.conversation() != null)
                    .isEqualTo(record.rejects().stream().allMatch(reject -> reject.kind() == Reject.Kind.VALUE));
            assertThat(record.conversation() == null || record.byteCount() <= settings.maxRecordBytes())
                    .isTrue();
        }
    }
}
