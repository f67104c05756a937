package io.botledger.extract;

import static io.botledger.extract.Reading.outcomes;
import static io.botledger.extract.Reading.records;
import static io.botledger.extract.Reading.rejects;
import static io.botledger.extract.Reading.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import io.botledger.model.ExportRecord;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ContainersTest {
    private static final String A = "{\"conversation_id\":\"a\"}";
    private static final String B = "{\"conversation_id\":\"b\"}";
    private static final String C = "{\"conversation_id\":\"c\"}";
    private static final String PRETTY_D = "{\n  \"conversation_id\": \"d\",\n  \"x\": {\n    \"y\": [\n 1 ]\n  }\n}";

    @Test
    void readsArrays() {
        assertThat(outcomes("[" + A + "," + B + "]")).containsExactly("a", "b");
        assertThat(outcomes("[\n" + A + ",\r\n" + B + "\n]\n")).containsExactly("a", "b");
        assertThat(outcomes("[\n" + PRETTY_D + ",\n" + PRETTY_D + "]")).containsExactly("d", "d");
        assertThat(outcomes("[" + A + "][" + B + "]\n[]\n[" + C + "]")).containsExactly("a", "b", "c");
    }

    @Test
    void readsJsonLinesAndObjectsBehindEachOther() {
        assertThat(outcomes(A + "\n" + B + "\r\n\n" + C)).containsExactly("a", "b", "c");
        assertThat(outcomes(A + B + " " + C + "\n")).containsExactly("a", "b", "c");
        assertThat(outcomes(PRETTY_D + "\n" + PRETTY_D)).containsExactly("d", "d");
        assertThat(outcomes(A)).containsExactly("a");
        assertThat(outcomes(PRETTY_D + A + "\n" + B + "\n" + A)).containsExactly("d", "a", "b", "a");
    }

    @Test
    void readsNothingFromEmptyDays() {
        for (String empty : List.of("", " \n\t\r\n", "[]", "[ ]\n", "\ufeff", "\ufeff[]", "[][]")) {
            assertThat(records(empty)).as(empty).isEmpty();
        }
    }

    @Test
    void skipsAByteOrderMarkAndCountsIt() {
        assertThat(records("\ufeff[" + A + "]"))
                .extracting(ExportRecord::ordinal, ExportRecord::byteOffset, ExportRecord::byteCount)
                .containsExactly(tuple(1L, 4L, 23L));
    }

    @Test
    void tellsOrdinalOffsetAndLength() {
        assertThat(records("[" + A + ", 17 ,\n" + B + "]"))
                .extracting(ExportRecord::ordinal, ExportRecord::byteOffset, ExportRecord::byteCount)
                .containsExactly(tuple(1L, 1L, 23L), tuple(2L, 26L, 2L), tuple(3L, 31L, 23L));
    }

    @Test
    void toleratesStrayAndMissingCommas() {
        assertThat(outcomes("[," + A + ",," + B + C + ",]")).containsExactly("a", "b", "c");
        assertThat(outcomes(A + ",\n" + B + ",")).containsExactly("a", "b");
    }

    @Test
    void rejectsElementsThatAreNoObjects() {
        List<ExportRecord> records = records("[1,null,\"x{\\\"]\",[" + A + ",[]],true,-2.5e3," + A + ",\"\",NaN]");
        assertThat(outcomes(records))
                .containsExactly(
                        "not_an_object",
                        "not_an_object",
                        "not_an_object",
                        "not_an_object",
                        "not_an_object",
                        "not_an_object",
                        "a",
                        "not_an_object",
                        "not_an_object");
        assertThat(rejects(records.get(0)))
                .containsExactly("not_an_object : expected an object, found a number of 1 character");
        assertThat(rejects(records.get(1))).containsExactly("not_an_object : expected an object, found null");
        assertThat(rejects(records.get(2)))
                .containsExactly("not_an_object : expected an object, found text of 4 characters");
        assertThat(rejects(records.get(3))).containsExactly("not_an_object : expected an object, found an array");
    }

    @Test
    void readsOnBehindABrokenRecord() {
        List<ExportRecord> records = records("[" + A + ",{\"conversation_id\":nul}," + B + ",{\"x\":[}]," + C + "]");
        assertThat(outcomes(records)).containsExactly("a", "broken_json", "b", "broken_json", "c");
        assertThat(rejects(records.get(1)))
                .containsExactly(
                        "broken_json : expected one JSON value, found something else at byte 19 of the record");
        assertThat(records.get(1).sha256())
                .isEqualTo("0bb6c41976ec7afe5959cae5a1f7fe13b564f54b0219c4034e2b94c1c7c1cf56");
    }

    @Test
    void rejectsGarbageBetweenAndBehindRecords() {
        assertThat(outcomes("[" + A + "]\0\0\0\0")).containsExactly("a", "broken_json");
        assertThat(outcomes("[" + A + "} foo bar ," + B + "]]\n} xyz\n" + C))
                .containsExactly("a", "broken_json", "b", "broken_json", "broken_json", "c");
        assertThat(outcomes(A + "\nxx" + B + "\n" + C + "}\nnull\n"))
                .containsExactly("a", "broken_json", "b", "c", "broken_json", "not_an_object");
        assertThat(records("[" + A + "] xy  \n"))
                .extracting(ExportRecord::byteOffset, ExportRecord::byteCount)
                .containsExactly(tuple(1L, 23L), tuple(26L, 2L));
    }

    @Test
    void leavesABrokenLineBehind() {
        List<ExportRecord> records =
                records(A + "\n{\"conversation_id\":\"x\n" + B + "\n{\"y\":[1,\n{\"z\":\"\\\n" + C);
        assertThat(outcomes(records)).containsExactly("a", "broken_json", "b", "broken_json", "broken_json", "c");
        assertThat(rejects(records.get(1)))
                .containsExactly("broken_json : expected the rest of the record, found the end of its line");
        assertThat(records.get(1).byteOffset()).isEqualTo(24);
        assertThat(records.get(1).byteCount()).isEqualTo(21);
        assertThat(outcomes(A + "\n[" + B + "\n" + C + "\n")).containsExactly("a", "broken_json", "c");
    }

    @Test
    void leavesABrokenFirstLineBehindWhereJsonCantGoOn() {
        assertThat(outcomes("{\"conversation_id\":\"x\n" + A + "\n" + B)).containsExactly("broken_json", "a", "b");
        assertThat(outcomes("{\"x\":[1\n" + A + "\n" + B)).containsExactly("broken_json", "a", "b");
        assertThat(outcomes("[\n{\"x\":\"y\",\n \"z\":\"\n" + A + ",\n" + B + "\n]"))
                .containsExactly("broken_json", "a", "b");
        assertThat(outcomes("{\"x\":\"y\nz\",\"conversation_id\":\"q\"}\n" + A)).containsExactly("broken_json", "a");
        assertThat(outcomes("[{\"conversation_id\":\"q\",\"x\":[\n{},\n{}]}]")).containsExactly("q");
    }

    /** Each look back at all blanks before a line feed would take hours. */
    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void readsOnOverAMillionBlankLines() {
        String blank = "\n".repeat(1 << 20);
        assertThat(outcomes("[{" + blank + "\"conversation_id\":\"q\"}]")).containsExactly("q");
        assertThat(outcomes("[{\"conversation_id\":\"q\"" + blank + "," + blank + "\"x\":" + blank + "{}}]"))
                .containsExactly("q");
        assertThat(outcomes("{\"x\":[1" + blank + A + "\n" + B)).containsExactly("broken_json", "a", "b");
        assertThat(outcomes("{\"x\":\"" + blank + A + "\n" + B)).containsExactly("broken_json", "a", "b");
        assertThat(outcomes("{\"x\":\"" + blank + "\"" + blank + A + "\n" + B))
                .containsExactly("broken_json", "a", "b");
    }

    @Test
    void failsAtATruncatedFile() {
        assertTruncated(
                "[" + A + ",{\"conv",
                "test.json: the file ends in the middle of record 2, which begins at byte 25:"
                        + " expected the rest of the record, found the end at byte 31; get the file again");
        assertTruncated(
                "[" + A + "\n",
                "test.json: the file ends after record 1, at byte 25: expected the rest of the file,"
                        + " found the end at byte 25; get the file again");
        assertTruncated(
                A + "\n" + B + "\n{\"x\":1",
                "test.json: the file ends in the middle of record 3, which begins at byte 48:"
                        + " expected the rest of the record, found the end at byte 54; get the file again");
    }

    @Test
    void rejectsTheTruncatedRecordWhereToldTo() {
        List<ExportRecord> cut = records(utf8("[" + A + ",{\"conv"), Reading.REJECTING);
        assertThat(outcomes(cut)).containsExactly("a", "truncated");
        assertThat(rejects(cut.get(1)))
                .containsExactly("truncated : expected the rest of the record, found the end of the file");
        List<ExportRecord> open = records(utf8("[" + A), Reading.REJECTING);
        assertThat(outcomes(open)).containsExactly("a", "truncated");
        assertThat(open.get(1).byteOffset()).isEqualTo(24);
        assertThat(open.get(1).byteCount()).isZero();
        assertThat(open.get(1).sha256())
                .as("the well-known hash of nothing")
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(rejects(open.get(1)))
                .containsExactly("truncated : expected the rest of the file, found the end of the file");
        assertThat(outcomes(records(utf8("[" + A + ",tru"), Reading.REJECTING))).containsExactly("a", "truncated");
    }

    @Test
    void refusesFilesThatAreNoJson() {
        assertUnreadable(utf8(" \n<html>{}</html>"), "'<' at byte 2");
        assertUnreadable(utf8("\"conversation_id\""), "'\"' at byte 0");
        assertUnreadable(new byte[] {(byte) 0xff, (byte) 0xfe, '[', 0, ']', 0}, "0xFF at byte 0");
        assertUnreadable(new byte[] {'[', 0, ']', 0}, "0x00 at byte 1");
        assertUnreadable(new byte[] {0, '[', 0, ']'}, "0x00 at byte 0");
        assertUnreadable(new byte[] {(byte) 0xef, (byte) 0xbb}, "0xEF at byte 0");
    }

    @Test
    void throwsAgainWhatItThrewOnce() {
        try (ExportReader reader =
                ExportReader.over(new ByteArrayInputStream(utf8("x")), "test.json", ReaderSettings.defaults())) {
            assertThatThrownBy(reader::hasNext).isInstanceOf(BotledgerException.class);
            assertThatThrownBy(reader::hasNext).isInstanceOf(BotledgerException.class);
            assertThatThrownBy(reader::next).isInstanceOf(BotledgerException.class);
        }
    }

    @Test
    void givesNothingBehindTheEnd() {
        try (ExportReader reader =
                ExportReader.over(new ByteArrayInputStream(utf8("[]")), "test.json", ReaderSettings.defaults())) {
            assertThat(reader.hasNext()).isFalse();
            assertThat(reader.hasNext()).isFalse();
            assertThatThrownBy(reader::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    private static void assertTruncated(String file, String message) {
        assertThatThrownBy(() -> records(file))
                .isInstanceOfSatisfying(
                        BotledgerException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.FILE_TRUNCATED))
                .hasMessage(message);
    }

    private static void assertUnreadable(byte[] file, String found) {
        assertThatThrownBy(() -> records(file, ReaderSettings.defaults()))
                .isInstanceOfSatisfying(
                        BotledgerException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.FILE_UNREADABLE))
                .hasMessage("test.json: not a Data Export file: expected a JSON array or object, found " + found
                        + "; get the file again");
    }
}
