package io.botledger.sample;

import java.time.Instant;
import java.time.LocalDate;

/** Spells times with microseconds, in UTC. */
final class TimeText {
    private static final int SECONDS_PER_DAY = 86_400;

    private TimeText() {}

    /** As in {@code 2024-05-07T10:11:12.123456Z}. */
    static String iso(Instant time) {
        return text(time, 'T', "Z");
    }

    /** As in {@code 2024-05-07 10:11:12.123456 UTC}. */
    static String warehouse(Instant time) {
        return text(time, ' ', " UTC");
    }

    private static String text(Instant time, char separator, String zone) {
        long epochSecond = time.getEpochSecond();
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(epochSecond, SECONDS_PER_DAY));
        int second = Math.floorMod(epochSecond, SECONDS_PER_DAY);
        StringBuilder text = new StringBuilder(30);
        digits(text, day.getYear(), 1_000).append('-');
        digits(text, day.getMonthValue(), 10).append('-');
        digits(text, day.getDayOfMonth(), 10).append(separator);
        digits(text, second / 3_600, 10).append(':');
        digits(text, second / 60 % 60, 10).append(':');
        digits(text, second % 60, 10).append('.');
        return digits(text, time.getNano() / 1_000, 100_000).append(zone).toString();
    }

    private static StringBuilder digits(StringBuilder text, int number, int highestPlace) {
        for (int place = highestPlace; place > 0; place /= 10) {
            text.append((char) ('0' + number / place % 10));
        }
        return text;
    }
}
