package io.botledger.reports;

/** What the report {@code coverage} says of the days of a bot: a character for each day of the range. */
final class DashboardCoverage {
    private static final String NOT_YET = ".";
    private static final char LOADED = 'l';
    private static final char GROWING = 'g';
    private static final char EMPTY = 'e';
    private static final char FAILED = 'f';
    private static final char ABSENT = 'a';
    private static final char MISSING = 'm';

    private final DashboardRange range;
    private final StringBuilder states;

    /** Until its first day, the first that is {@link #add added}, nothing of the bot is missing. */
    DashboardCoverage(DashboardRange range) {
        this.range = range;
        this.states = new StringBuilder(NOT_YET.repeat(range.length()));
    }

    void add(DashboardRow row) {
        states.setCharAt(range.offset(row.day("day")), state(row));
    }

    private static char state(DashboardRow row) {
        return switch (row.text("status")) {
            case "missing" -> MISSING;
            case "absent" -> ABSENT;
            case "failed" -> FAILED;
            case "growing" -> GROWING;
            default -> row.number("loaded_conversations") + row.number("rejected_records") == 0 ? EMPTY : LOADED;
        };
    }

    String states() {
        return states.toString();
    }
}
