package io.botledger.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/** Everything that was measured, in the order in which it was first measured. */
final class Figures {
    private final Map<Figure, List<Usage>> usages = new LinkedHashMap<>();

    void add(Figure figure, Usage usage) {
        usages.computeIfAbsent(figure, unused -> new ArrayList<>()).add(usage);
    }

    /** Every round of a figure; empty if it was not measured. */
    List<Usage> of(Figure figure) {
        return List.copyOf(usages.getOrDefault(figure, List.of()));
    }

    void forEach(BiConsumer<Figure, List<Usage>> visitor) {
        usages.forEach(visitor);
    }

    /** The figures of a kind. */
    List<Figure> of(Part kind) {
        return usages.keySet().stream().filter(figure -> figure.kind() == kind).toList();
    }

    /** The median wall time in seconds; empty if it was not measured. */
    OptionalDouble wall(Figure figure) {
        return median(of(figure), Usage::wallSeconds);
    }

    /** The greatest peak of memory in megabytes; empty if it was not measured, or could not be. */
    OptionalDouble peak(Figure figure) {
        return of(figure).stream()
                .mapToDouble(Usage::peakMegabytes)
                .filter(peak -> peak > 0)
                .max();
    }

    /** One median wall time by another; empty if one of them was not measured. */
    OptionalDouble ratio(Figure figure, Figure to) {
        OptionalDouble above = wall(figure);
        OptionalDouble below = wall(to);
        return above.isPresent() && below.isPresent()
                ? OptionalDouble.of(above.getAsDouble() / below.getAsDouble())
                : OptionalDouble.empty();
    }

    /** The middle one; of an even number the mean of the two in the middle; empty of none. */
    static OptionalDouble median(List<Usage> rounds, ToDoubleFunction<Usage> of) {
        double[] sorted = rounds.stream().mapToDouble(of).sorted().toArray();
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        int half = sorted.length / 2;
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2);
    }
}
