package io.botledger.reports;

import io.botledger.model.Suggestion;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The names of time zones that a report takes. */
final class ZoneNames {
    /**
     * {@code UTC} and the names of the IANA database that hold a slash. Those without one are left out, since databases
     * differ in them: for PostgreSQL, {@code CET} has no summer time, and {@code +02:00} lies west of Greenwich.
     */
    static final Set<String> ALL = all();

    private ZoneNames() {}

    private static Set<String> all() {
        Set<String> names = new TreeSet<>();
        for (String name : ZoneId.getAvailableZoneIds()) {
            // Of Java alone.
            if (name.contains("/") && !name.startsWith("SystemV/")) {
                names.add(name);
            }
        }
        names.add("UTC");
        return names;
    }

    /** The name that was probably meant: the same in another case, the one of this city, or the closest. */
    static String didYouMean(String typed) {
        String lower = typed.toLowerCase(Locale.ROOT).replace(' ', '_');
        return ALL.stream()
                .filter(name -> ("/" + name.toLowerCase(Locale.ROOT)).endsWith("/" + lower))
                .min(Comparator.comparingInt(String::length))
                .map(name -> "; did you mean " + name + "?")
                .orElseGet(() -> Suggestion.didYouMean(typed, ALL));
    }
}
