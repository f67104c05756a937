package io.botledger.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeightedTest {
    @Test
    void drawsByWeightAndNeverWhatHasNone() {
        Weighted<String> weighted = Weighted.of(List.of("none", "three", "never", "one", "last"), 0, 3, 0, 1, 0);
        Dice dice = new Dice(1);
        List<String> drawn =
                IntStream.range(0, 4_000).mapToObj(i -> weighted.draw(dice)).toList();
        assertThat(drawn).containsOnly("three", "one");
        assertThat(drawn.stream().filter("three"::equals).count()).isBetween(2_900L, 3_100L);
    }

    @Test
    void zipfFallsWithTheRank() {
        Weighted<Integer> weighted = Weighted.zipf(List.of(0, 1, 2));
        Dice dice = new Dice(1);
        int[] counts = new int[3];
        IntStream.range(0, 11_000).forEach(i -> counts[weighted.draw(dice)]++);
        assertThat(counts[0]).isBetween(5_800, 6_200);
        assertThat(counts[1]).isBetween(2_800, 3_200);
    }

    @Test
    void refusesWeightsThatDoNotMatch() {
        assertThatThrownBy(() -> Weighted.of(List.of("a"), 1, 2)).hasMessage("1 things, but 2 weights");
    }
}
