package io.botledger.reports;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The figures of one bot in one channel. */
final class DashboardGroup {
    /** By the day's offset. */
    final Map<Integer, DashboardSums> days = new TreeMap<>();
    /** By period, of as many days before it. */
    final Map<Integer, DashboardSums> before = new TreeMap<>();
    /** Conversations by band and language. */
    final Map<Cell<String>, long[]> languages = new TreeMap<>();
    /** Conversations by band and hour of the week. */
    final Map<Cell<Integer>, long[]> hours = new TreeMap<>();
    /** Conversations, and those that the bot handled, by band and intent. */
    final Map<Cell<String>, long[]> intents = new TreeMap<>();

    /** What is counted, in one band of days; {@code key} may be null and is the last then. */
    record Cell<T extends Comparable<T>>(int band, T key) implements Comparable<Cell<T>> {
        @Override
        public int compareTo(Cell<T> other) {
            int order = Integer.compare(band, other.band);
            if (order != 0 || key == other.key) {
                return order;
            }
            if (key == null || other.key == null) {
                return key == null ? 1 : -1;
            }
            return key.compareTo(other.key);
        }
    }

    /** Conversations without a message that was not understood, though an answer did not understand. */
    long contradicted;

    void addDay(DashboardRow row, DashboardRange range, List<String> measures) {
        int offset = range.offset(row.day("day"));
        List<Integer> periods = range.periods();
        for (int period = 0; period < periods.size(); period++) {
            int first = range.length() - periods.get(period);
            if (offset < first && offset >= first - periods.get(period)) {
                before.computeIfAbsent(period, key -> new DashboardSums(measures.size()))
                        .add(row, measures);
            }
        }
        if (offset >= 0) {
            contradicted += row.number("contradicted");
            days.computeIfAbsent(offset, key -> new DashboardSums(measures.size()))
                    .add(row, measures);
            add(languages, new Cell<>(range.band(offset), row.text("language")), row.number("conversations"));
        }
    }

    void addHour(DashboardRow row) {
        int slot = (row.index("weekday") - 1) * 24 + row.index("hour");
        add(hours, new Cell<>(row.index("band"), slot), row.number("conversations"));
    }

    void addIntent(DashboardRow row) {
        Cell<String> cell = new Cell<>(row.index("band"), row.text("intent"));
        add(intents, cell, row.number("conversations"), row.number("bot_handled"));
    }

    private static <T extends Comparable<T>> void add(Map<Cell<T>, long[]> cells, Cell<T> cell, long... counts) {
        long[] sums = cells.computeIfAbsent(cell, key -> new long[counts.length]);
        for (int i = 0; i < counts.length; i++) {
            sums[i] += counts[i];
        }
    }
}
