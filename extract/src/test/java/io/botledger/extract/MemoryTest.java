package io.botledger.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Large files need no more memory than their largest record. */
class MemoryTest {
    private static final int RECORDS = 300_000;
    private static final byte[] RECORD = Reading.utf8("{\"conversation_id\":\"c\",\"x\":\"" + "y".repeat(970) + "\"},");

    @Test
    void streamsThreeHundredMegabytesThroughASmallWindow() {
        Stream<byte[]> middle = IntStream.range(0, RECORDS).mapToObj(i -> RECORD);
        FileErrors errors = new FileErrors("big.json");
        try (ContentSource source = new ContentSource(file(middle), errors, Long.MAX_VALUE)) {
            RecordSplitter splitter = new RecordSplitter(source, errors, ReaderSettings.defaults());
            RecordSlice slice = splitter.next();
            long records = 0;
            int largest = 0;
            while (slice != null) {
                records++;
                largest = Math.max(largest, slice.bytes().length);
                slice = splitter.next();
            }
            assertThat(records).isEqualTo(RECORDS);
            assertThat(source.count()).isEqualTo(RECORDS * (long) RECORD.length + 2);
            assertThat(largest).isEqualTo(131_072);
        }
    }

    @Test
    void dropsARecordThatIsTooLarge() {
        byte[] piece = Reading.utf8("z".repeat(1 << 20));
        Stream<byte[]> middle = Stream.concat(
                Stream.of(Reading.utf8("{\"x\":\"")),
                Stream.concat(IntStream.range(0, 100).mapToObj(i -> piece), Stream.of(Reading.utf8("\"},"), RECORD)));
        ReaderSettings settings = new ReaderSettings(2L << 20, 100, Long.MAX_VALUE, ReaderSettings.OnTruncated.FAIL);
        FileErrors errors = new FileErrors("big.json");
        try (ContentSource source = new ContentSource(file(middle), errors, Long.MAX_VALUE)) {
            RecordSplitter splitter = new RecordSplitter(source, errors, settings);
            RecordSlice large = splitter.next();
            assertThat(large.kind()).isEqualTo(RecordSlice.Kind.TOO_LARGE);
            assertThat(large.byteCount()).isEqualTo(100L * (1 << 20) + 8);
            RecordSlice next = splitter.next();
            assertThat(next.kind()).isEqualTo(RecordSlice.Kind.VALUE);
            assertThat(next.bytes().length).isLessThanOrEqualTo((2 << 20) + 131_072);
        }
    }

    private static InputStream file(Stream<byte[]> middle) {
        Stream<byte[]> parts =
                Stream.concat(Stream.of(Reading.utf8("[")), Stream.concat(middle, Stream.of(Reading.utf8("]"))));
        return new PiecesInput(parts.iterator());
    }

    /** Bytes that are made while they are read. */
    private static final class PiecesInput extends InputStream {
        private final Iterator<byte[]> pieces;
        private ByteArrayInputStream piece = new ByteArrayInputStream(new byte[0]);

        PiecesInput(Iterator<byte[]> pieces) {
            this.pieces = pieces;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int length) {
            while (piece.available() == 0) {
                if (!pieces.hasNext()) {
                    return -1;
                }
                piece = new ByteArrayInputStream(pieces.next());
            }
            return piece.read(target, from, length);
        }
    }
}
