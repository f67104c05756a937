package io.botledger.extract;

import static io.botledger.extract.Reading.outcomes;
import static io.botledger.extract.Reading.records;
import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cuts small files of every container behind each of their bytes. */
class CutAtAnyByteTest {
    private static final String A = "{\"conversation_id\":\"a\",\"labels\":[\"ä\\\"}\"]}";
    private static final String B = "{\"conversation_id\":\"b\",\"n\":{\"x\":[{},1]}}";
    private static final String C = "{\n \"conversation_id\": \"c\"\n}";
    private static final String FLAT_C = C.replace("\n", "");
    private static final List<String> WHOLE = List.of("a", "b", "c");
    private static final Map<String, String> FREE = Map.of(
            "lines", A + "\n" + B + "\n" + FLAT_C + "\n",
            "behind each other", A + B + C);
    private static final Map<String, String> ARRAYS =
            Map.of("array", "[" + A + ",\n" + B + "," + C + "]", "mixed", "[" + A + "," + B + "," + C + "]\n[]");

    @Test
    void arraysFailWhereverTheyAreCut() {
        ARRAYS.forEach((container, text) -> {
            byte[] file = Reading.utf8(text);
            int closed = text.contains("\n[]") ? file.length - 3 : file.length;
            for (int length = 1; length < closed; length++) {
                assertThat(outcome(Arrays.copyOf(file, length)))
                        .as("%s cut at %s", container, length)
                        .isEqualTo("truncated");
            }
            assertThat(outcome(file)).isEqualTo(WHOLE.toString());
            assertThat(outcome(new byte[0])).isEqualTo("[]");
        });
    }

    @Test
    void freeRecordsFailUnlessCutBetweenTwo() {
        FREE.forEach((container, text) -> {
            byte[] file = Reading.utf8(text);
            for (int length = 0; length <= file.length; length++) {
                byte[] cut = Arrays.copyOf(file, length);
                int complete = completeRecords(container, length);
                String expected =
                        complete < 0 ? "truncated" : WHOLE.subList(0, complete).toString();
                assertThat(outcome(cut)).as("%s cut at %s", container, length).isEqualTo(expected);
            }
        });
    }

    @Test
    void gzipsFailWhereverTheyAreCut() {
        byte[] file = Reading.joined(
                Reading.gzip(Reading.utf8(A + "\n")), Reading.gzip(Reading.utf8(B + "\n" + FLAT_C + "\n")));
        int firstMember = Reading.gzip(Reading.utf8(A + "\n")).length;
        assertThat(outcome(file)).isEqualTo(WHOLE.toString());
        for (int length = 1; length < file.length; length++) {
            String expected = length == firstMember ? "[a]" : "truncated";
            assertThat(outcome(Arrays.copyOf(file, length)))
                    .as("cut at %s", length)
                    .isEqualTo(expected);
        }
    }

    @Test
    void aRejectStandsForWhatWasCut() {
        for (String text : List.of("[" + A + "," + B + "," + C + "]", A + "\n" + B + "\n" + FLAT_C)) {
            byte[] file = Reading.utf8(text);
            for (int length = 1; length < file.length; length++) {
                List<String> outcomes = outcomes(records(Arrays.copyOf(file, length), Reading.REJECTING));
                int complete = outcomes.indexOf("truncated") < 0 ? outcomes.size() : outcomes.size() - 1;
                assertThat(outcomes.subList(0, complete)).isEqualTo(WHOLE.subList(0, complete));
                assertThat(outcomes.size() - complete).isLessThanOrEqualTo(1);
            }
        }
    }

    /** How many records a cut behind {@code length} bytes leaves whole; -1 if it goes through one. */
    private static int completeRecords(String container, int length) {
        int separator = container.equals("lines") ? 1 : 0;
        int end = 0;
        int complete = 0;
        for (String record : List.of(A, B, container.equals("lines") ? FLAT_C : C)) {
            if (length <= end + (complete == 0 ? 0 : separator)) {
                return complete;
            }
            end += (complete == 0 ? 0 : separator) + Reading.utf8(record).length;
            if (length < end) {
                return -1;
            }
            complete++;
        }
        return complete;
    }

    private static String outcome(byte[] file) {
        try {
            return outcomes(records(file, ReaderSettings.defaults())).toString();
        } catch (BotledgerException error) {
            assertThat(error.code()).isEqualTo(ErrorCode.FILE_TRUNCATED);
            return "truncated";
        }
    }
}
