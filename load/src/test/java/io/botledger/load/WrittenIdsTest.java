package io.botledger.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WrittenIdsTest {
    private static List<String> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "conversation-" + i).toList();
    }

    @Test
    void whatWasWrittenIsAlwaysSuspected() {
        WrittenIds written = new WrittenIds();
        List<String> suspected = new ArrayList<>();
        for (int i = 0; i < 300_000; i += 1_000) {
            suspected.addAll(written.addAll(1, ids(i, i + 1_000)));
        }
        assertThat(suspected).hasSizeLessThan(10);
        assertThat(written.addAll(1, ids(0, 300_000))).isEqualTo(ids(0, 300_000));
    }

    @Test
    void ofSomeItTellsThoseThatWereWritten() {
        WrittenIds written = new WrittenIds();
        assertThat(written.addAll(1, ids(100, 200))).isEmpty();
        assertThat(written.addAll(1, ids(0, 300))).isEqualTo(ids(100, 200));
    }

    @Test
    void eachBotHasItsOwnConversations() {
        WrittenIds written = new WrittenIds();
        assertThat(written.addAll(1, ids(0, 100))).isEmpty();
        assertThat(written.addAll(2, ids(0, 100))).isEmpty();
        assertThat(written.addAll(1, List.of())).isEmpty();
    }
}
