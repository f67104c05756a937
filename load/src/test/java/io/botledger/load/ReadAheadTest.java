package io.botledger.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.model.Conversation;
import io.botledger.model.ExportRecord;
import io.botledger.model.ExportRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReadAheadTest {
    private static final long LARGER_THAN_ALL_ROOM = 10L << 20;
    private static final long MORE_THAN_HALF_OF_IT = 3L << 20;

    /** Records of one size, each of which fills a batch. */
    private static final class Records implements ExportRecords {
        private final long count;
        private final long byteCount;
        private final Conversation conversation = TestExport.conversation("c", "m");
        private volatile long read;
        private volatile Thread reader;
        private volatile boolean closed;

        Records(long count, long byteCount) {
            this.count = count;
            this.byteCount = byteCount;
        }

        @Override
        public boolean hasNext() {
            return read < count;
        }

        @Override
        public ExportRecord next() {
            reader = Thread.currentThread();
            long ordinal = read + 1;
            read = ordinal;
            return new ExportRecord(ordinal, 0, byteCount, conversation, List.of(), null);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static List<Long> ordinals(ReadAhead ahead) {
        List<Long> ordinals = new ArrayList<>();
        for (RecordBatch batch = ahead.next(); batch != null; batch = ahead.next()) {
            batch.records().forEach(record -> ordinals.add(record.ordinal()));
        }
        return ordinals;
    }

    @Test
    void batchesLargerThanAllRoomComeOneAfterTheOther() {
        Records records = new Records(5, LARGER_THAN_ALL_ROOM);
        try (ReadAhead ahead = ReadAhead.of(() -> records)) {
            assertThat(ordinals(ahead)).containsExactly(1L, 2L, 3L, 4L, 5L);
        }
        assertThat(records.closed).isTrue();
    }

    @Test
    void aWriterThatFailsEndsAReaderThatWaitsForRoom() {
        Records endless = new Records(Long.MAX_VALUE, MORE_THAN_HALF_OF_IT);
        try (ReadAhead ahead = ReadAhead.of(() -> endless)) {
            assertThat(ahead.next().records()).hasSize(1);
            while (endless.read < 2 || endless.reader.getState() != Thread.State.WAITING) {
                assertThat(endless.read).isLessThanOrEqualTo(2);
            }
        }
        assertThat(endless.closed).isTrue();
        assertThat(endless.read).isEqualTo(2);
    }
}
