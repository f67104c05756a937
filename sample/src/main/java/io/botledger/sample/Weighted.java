package io.botledger.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Things that are drawn with different frequencies. A thing may be null: then nothing is drawn that often. */
final class Weighted<T> {
    private static final int ZIPF_SCALE = 10_000;

    private final List<T> things;
    private final int[] upperBounds;

    private Weighted(List<T> things, int[] weights) {
        if (things.size() != weights.length) {
            throw new IllegalArgumentException(things.size() + " things, but " + weights.length + " weights");
        }
        this.things = things;
        this.upperBounds = weights.clone();
        Arrays.parallelPrefix(upperBounds, Integer::sum);
    }

    static <T> Weighted<T> of(List<T> things, int... weights) {
        return new Weighted<>(Collections.unmodifiableList(new ArrayList<>(things)), weights);
    }

    /** Frequency falls with the rank, as 1, 1/2, 1/3, …. */
    static <T> Weighted<T> zipf(List<T> things) {
        int[] weights = new int[things.size()];
        Arrays.setAll(weights, rank -> ZIPF_SCALE / (rank + 1));
        return of(things, weights);
    }

    static Weighted<Integer> indexes(int... weights) {
        Integer[] indexes = new Integer[weights.length];
        Arrays.setAll(indexes, index -> index);
        return of(Arrays.asList(indexes), weights);
    }

    T draw(Dice dice) {
        int ticket = dice.below(upperBounds[upperBounds.length - 1]);
        int from = 0;
        int to = upperBounds.length - 1;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (ticket < upperBounds[middle]) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return things.get(from);
    }

    /** Up to {@code count} different things: what is drawn again is left out. */
    List<T> drawDistinct(Dice dice, int count) {
        List<T> drawn = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            T thing = draw(dice);
            if (!drawn.contains(thing)) {
                drawn.add(thing);
            }
        }
        return drawn;
    }
}
