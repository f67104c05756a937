package io.botledger.reports;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the report {@code coverage} says of the days of a bot, a character for each day. */
final class DashboardCoverage {
    private static final char LOADED = 'l';
    private static final char GROWING = 'g';
    private static final char EMPTY = 'e';
    private static final char FAILED = 'f';
    private static final char ABSENT = 'a';
    private static final char MISSING = 'm';
    /** Before the first day that is known of the bot. */
    private static final char NOT_YET = '.';

    /** What decides for a day that needs several files. */
    private static final String WORST_FIRST = "" + MISSING + FAILED + NOT_YET + GROWING + LOADED + EMPTY + ABSENT;

    private static final String UNLOADED = "" + MISSING + FAILED;

    private final TreeMap<LocalDate, Character> states = new TreeMap<>();

    void add(DashboardRow row) {
        states.put(row.day("day"), state(row));
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

    /** The first day that is known of the bot. */
    LocalDate first() {
        return states.firstKey();
    }

    /** The states of the files of some days. */
    String files(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1))
                .map(day -> String.valueOf(state(day)))
                .collect(Collectors.joining());
    }

    /** The states of some days, each that of its files that is the worst. */
    String days(LocalDate first, LocalDate last, FileDays fileDays) {
        return first.datesUntil(last.plusDays(1))
                .map(day -> worst(files(fileDays.first(day), fileDays.last(day))))
                .collect(Collectors.joining());
    }

    /** Those of some days for which a file is missing or could not be loaded. */
    List<LocalDate> unloaded(LocalDate first, LocalDate last, FileDays fileDays) {
        String days = days(first, last, fileDays);
        return first.datesUntil(last.plusDays(1))
                .filter(day -> UNLOADED.indexOf(days.charAt(Math.toIntExact(ChronoUnit.DAYS.between(first, day)))) >= 0)
                .toList();
    }

    private static String worst(String files) {
        int place = files.chars().map(WORST_FIRST::indexOf).min().orElseThrow();
        return WORST_FIRST.substring(place, place + 1);
    }

    /** After the days that are known a file is missing, as in the report if it is asked for such a day. */
    private char state(LocalDate day) {
        char unknown = day.isBefore(first()) ? NOT_YET : MISSING;
        return states.getOrDefault(day, unknown);
    }
}
