package io.botledger.reports;

import java.time.LocalDate;

/** Which days of a bot are loaded: a character for each day of the range. */
final class DashboardCoverage {
    private static final char NOT_YET = '.';
    private static final char LOADED = 'l';
    private static final char EMPTY = 'e';
    private static final char FAILED = 'f';
    private static final char MISSING = 'm';

    private final DashboardRange range;
    private final StringBuilder states = new StringBuilder();

    /** Until its first day nothing of the bot is missing; from then on everything is, until it is {@link #add added}. */
    DashboardCoverage(DashboardRange range, LocalDate firstDay) {
        this.range = range;
        for (int day = 0; day < range.length(); day++) {
            states.append(day < range.offset(firstDay) ? NOT_YET : MISSING);
        }
    }

    void add(DashboardRow row) {
        LocalDate day = row.day("day");
        if (day != null) {
            states.setCharAt(range.offset(day), state(row));
        }
    }

    private static char state(DashboardRow row) {
        if (row.number("loaded_files") == 0) {
            return FAILED;
        }
        return row.number("records") == 0 ? EMPTY : LOADED;
    }

    String states() {
        return states.toString();
    }
}
