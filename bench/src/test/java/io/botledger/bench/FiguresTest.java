package io.botledger.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final Layout FOUR_FILES = new Layout(200_000, 4);
    private static final Figure LOAD = Figure.load(Goals.H2, FOUR_FILES, 0);
    private static final Figure LIMIT = Figure.limit(Goals.H2, FOUR_FILES);

    private final Figures figures = new Figures();

    private void add(Figure figure, double... wallSeconds) {
        for (double wall : wallSeconds) {
            figures.add(figure, new Usage(wall, 0, wall * 10));
        }
    }

    @Test
    void medianIsTheMiddleOrTheMeanOfTheMiddle() {
        add(LOAD, 9, 1, 2);
        assertThat(figures.wall(LOAD)).hasValue(2);
        add(LOAD, 3);
        assertThat(figures.wall(LOAD)).hasValue(2.5);
        assertThat(figures.peak(LOAD)).hasValue(90);
    }

    @Test
    void nothingMeasuredIsNoFigure() {
        add(LOAD, 9);
        assertThat(figures.wall(LIMIT)).isEmpty();
        assertThat(figures.ratio(LOAD, LIMIT)).isEmpty();
    }

    @Test
    void aPeakThatTheSystemDoesNotTellIsNoFigure() {
        figures.add(LOAD, new Usage(1, 1, 0));
        assertThat(figures.peak(LOAD)).isEmpty();
    }

    @Test
    void targetsAreJudgedByMediansOfTheirSize() {
        add(LOAD, 12, 99, 11);
        add(LIMIT, 24, 25, 1);
        Settings settings = new Settings(200_000, 3, Set.of());
        assertThat(Goals.of(settings, figures))
                .contains(new Goal("H2, 4 files: load ÷ limit", OptionalDouble.of(0.5), 1.0, 0.6, "", true))
                .contains(new Goal("H2, 4 files: load", OptionalDouble.of(12), 20, 10, " s", true))
                .filteredOn(goal -> goal.measured().isPresent())
                .extracting(Goal::figure, Goal::verdict)
                .containsExactly(tuple("0.50", "met, and the aim"), tuple("12.00 s", "met"));
    }

    @Test
    void aTargetSaysWhenItIsNotMet() {
        assertThat(new Goal("memory", OptionalDouble.of(401), 400, 256, Goals.MEGABYTES, true).verdict())
                .isEqualTo("**not met**");
        assertThat(new Goal("memory", OptionalDouble.of(401), 400, 256, Goals.MEGABYTES, false).verdict())
                .isEqualTo("other size");
        assertThat(new Goal("memory", OptionalDouble.empty(), 400, 256, Goals.MEGABYTES, true).verdict())
                .isEqualTo("not measured");
    }

    @Test
    void aDatabaseAloneMeansEverythingOnIt() {
        assertThat(new Settings(100, 1, Set.of(Part.H2)).parts())
                .containsExactlyInAnyOrder(
                        Part.H2, Part.LOAD, Part.GROWTH, Part.NOTHING_NEW, Part.REPORTS, Part.STARTUP);
        assertThat(new Settings(100, 1, Set.of(Part.GROWTH)).parts())
                .containsExactlyInAnyOrder(Part.PG, Part.H2, Part.GROWTH);
        assertThat(new Settings(100, 1, Set.of()).parts()).containsExactlyInAnyOrder(Part.values());
    }
}
