package io.botledger.reports;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Days, as runs of those that follow each other.
 *
 * @param runs in their order, with a gap between each two
 */
record DayRuns(List<Run> runs) {
    private static final int SHOWN = 5;

    /** The days from a first to a last one. */
    record Run(LocalDate first, LocalDate last) {
        long count() {
            return ChronoUnit.DAYS.between(first, last) + 1;
        }

        @Override
        public String toString() {
            return first.equals(last) ? first.toString() : first + " to " + last;
        }
    }

    DayRuns {
        runs = List.copyOf(runs);
    }

    static DayRuns of(SortedSet<LocalDate> days) {
        List<Run> runs = new ArrayList<>();
        days.forEach(day -> add(runs, new Run(day, day)));
        return new DayRuns(runs);
    }

    /** These and some that do not begin before the last of these runs. */
    DayRuns and(LocalDate first, LocalDate last) {
        List<Run> more = new ArrayList<>(runs);
        add(more, new Run(first, last));
        return new DayRuns(more);
    }

    private static void add(List<Run> runs, Run next) {
        Run before = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (before == null || next.first().isAfter(before.last().plusDays(1))) {
            runs.add(next);
        } else if (next.last().isAfter(before.last())) {
            runs.set(runs.size() - 1, new Run(before.first(), next.last()));
        }
    }

    long count() {
        return runs.stream().mapToLong(Run::count).sum();
    }

    /** In words: {@code 2026-01-06, 2026-01-09 to 2026-01-12 and 3 more}. */
    @Override
    public String toString() {
        long more = runs.stream().skip(SHOWN).mapToLong(Run::count).sum();
        return runs.stream().limit(SHOWN).map(Run::toString).collect(Collectors.joining(", "))
                + (more == 0 ? "" : " and " + more + " more");
    }
}
