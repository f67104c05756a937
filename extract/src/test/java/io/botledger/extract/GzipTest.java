package io.botledger.extract;

import static io.botledger.extract.Reading.gzip;
import static io.botledger.extract.Reading.joined;
import static io.botledger.extract.Reading.outcomes;
import static io.botledger.extract.Reading.records;
import static io.botledger.extract.Reading.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botledger.extract.ReaderSettings.OnTruncated;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class GzipTest {
    private static final byte[] A = utf8("{\"conversation_id\":\"a\"}\n");
    private static final byte[] B = utf8("{\"conversation_id\":\"b\"}\n");

    @Test
    void readsMembersAsOneFile() {
        byte[] members = joined(gzip(A), gzip(new byte[0]), gzip(B), new byte[700]);
        assertThat(outcomes(records(members, ReaderSettings.defaults()))).containsExactly("a", "b");
        assertThat(records(gzip(new byte[0]), ReaderSettings.defaults())).isEmpty();
        assertThat(outcomes(records(gzip(joined(utf8("\ufeff"), A)), ReaderSettings.defaults())))
                .containsExactly("a");
    }

    /** Header with extra field, name, comment and header checksum (not checked), made by hand. */
    @Test
    void readsHeadersWithEveryField() {
        byte[] plain = gzip(A);
        byte[] header = HexFormat.of().parseHex("1f8b081e000000000003" + "0200abcd" + "6e00" + "636300" + "0000");
        byte[] file = joined(header, Arrays.copyOfRange(plain, 10, plain.length));
        assertThat(outcomes(records(file, ReaderSettings.defaults()))).containsExactly("a");
    }

    @Test
    void refusesDamage() {
        byte[] checksum = gzip(A);
        checksum[checksum.length - 8] ^= 1;
        assertCorrupt(checksum, 24, "the checksum or length of a gzip member does not match its content");
        byte[] data = gzip(A);
        data[10] = 7;
        assertCorrupt(data, 0, "damaged deflate data");
        byte[] method = gzip(A);
        method[2] = 9;
        assertCorrupt(method, 0, "a gzip header of an unknown kind");
        assertCorrupt(joined(gzip(A), utf8("xyz")), 24, "bytes after the last gzip member");
    }

    @Test
    void tellsThatAGzipIsCut() {
        byte[] file = gzip(joined(A, B));
        byte[] cut = Arrays.copyOf(file, file.length - 1);
        assertThatThrownBy(() -> records(cut, ReaderSettings.defaults()))
                .isInstanceOfSatisfying(
                        BotledgerException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.FILE_TRUNCATED))
                .hasMessage("test.json: the file ends after record 2, at byte 48: expected the rest of the file,"
                        + " found the end at byte 48; get the file again");
        assertThat(outcomes(records(cut, Reading.REJECTING))).containsExactly("a", "b", "truncated");
    }

    @Test
    void refusesMoreContentThanAllowed() {
        byte[] bomb = gzip(new byte[50_000_000]);
        bomb = joined(gzip(utf8("[1,")), bomb);
        ReaderSettings settings = new ReaderSettings(1_000, 100, 1_000_000, OnTruncated.REJECT);
        byte[] file = bomb;
        assertThatThrownBy(() -> records(file, settings))
                .isInstanceOfSatisfying(
                        BotledgerException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.FILE_UNREADABLE))
                .hasMessage("test.json: expected at most 1000000 bytes of content, found more;"
                        + " raise the limit if the file is genuine");
        assertThat(outcomes(records(gzip(A), new ReaderSettings(1_000, 100, A.length, OnTruncated.FAIL))))
                .containsExactly("a");
    }

    private static void assertCorrupt(byte[] file, int inflated, String why) {
        assertThatThrownBy(() -> records(file, ReaderSettings.defaults()))
                .isInstanceOfSatisfying(
                        BotledgerException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.FILE_UNREADABLE))
                .hasMessage("test.json: corrupt gzip after " + inflated + " inflated bytes: " + why
                        + "; get the file again");
    }
}
