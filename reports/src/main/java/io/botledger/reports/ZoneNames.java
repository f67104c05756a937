package io.botledger.reports;

import io.botledger.model.Suggestion;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of time zones that a report takes. */
final class ZoneNames {
    /**
     * {@code UTC} and the names of the IANA database that hold a slash. Those without one are left out, since databases
     * differ in them: for PostgreSQL, {@code CET} has no summer time, and {@code +02:00} lies west of Greenwich.
     */
    static final Set<String> ALL = all();

    private static final Pattern OFFSET = Pattern.compile("(?i)(?:utc|gmt)? ?([+-])([0-9]{1,2})(?::?([0-9]{2}))?");

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
        Matcher offset = OFFSET.matcher(typed);
        if (offset.matches()) {
            return hint(offset.group(1), Integer.parseInt(offset.group(2)), offset.group(3));
        }
        String lower = typed.toLowerCase(Locale.ROOT).replace(' ', '_');
        return ALL.stream()
                .filter(name -> ("/" + name.toLowerCase(Locale.ROOT)).endsWith("/" + lower))
                .min(Comparator.comparingInt(String::length))
                .map(name -> "; did you mean " + name + "?")
                .orElseGet(() -> Suggestion.didYouMean(typed, ALL));
    }

    /** The names that look like an offset count hours west of Greenwich, so that the one that looks the same is wrong. */
    private static String hint(String sign, int hours, String minutes) {
        boolean whole = minutes == null || minutes.equals("00");
        if (hours == 0 && whole) {
            return "; did you mean UTC?";
        }
        boolean ahead = sign.equals("+");
        String name = "Etc/GMT" + (ahead ? "-" : "+") + hours;
        return whole && ALL.contains(name)
                ? "; name a region, whose clocks change with summer, or for " + hours
                        + (hours == 1 ? " hour" : " hours")
                        + (ahead ? " ahead of" : " behind") + " UTC all year round " + name
                        + " (the sign of these names is turned round)"
                : "; name a region of this offset, such as Asia/Kolkata for +05:30";
    }
}
