package io.botledger.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DiceTest {
    @Test
    void givesTheNumbersOfSplitMix64() {
        SplittableRandom reference = new SplittableRandom(42);
        Dice dice = new Dice(42);
        for (int i = 0; i < 100; i++) {
            assertThat(dice.nextLong()).isEqualTo(reference.nextLong());
        }
    }

    @Test
    void staysWithinBounds() {
        Dice dice = new Dice(1);
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            seen.add(dice.between(3, 5));
        }
        assertThat(seen).containsExactlyInAnyOrder(3, 4, 5);
    }

    @Test
    void gaussianHasMeanZeroAndDeviationOne() {
        Dice dice = new Dice(1);
        double[] numbers = DoubleStream.generate(dice::gaussian).limit(20_000).toArray();
        assertThat(DoubleStream.of(numbers).average().orElseThrow()).isBetween(-0.03, 0.03);
        assertThat(DoubleStream.of(numbers).map(x -> x * x).average().orElseThrow())
                .isBetween(0.95, 1.05);
    }

    @Test
    void seedsDependOnTheOrderOfTheParts() {
        assertThat(Dice.seed(1, 2, 3, 4)).isNotEqualTo(Dice.seed(1, 3, 2, 4)).isNotEqualTo(Dice.seed(2, 1, 3, 4));
    }
}
