package io.botledger.extract;

/**
 * Reads one instant of the form {@code 2024-05-07T10:11:12.123456Z} and its variants: a space for the T, no fraction, no
 * seconds, no time at all (midnight), a zone of Z, UTC, GMT or an offset such as +02, +0200 or +02:00, or none (UTC), with
 * or without blanks before it; letters in any case.
 *
 * <p>By hand because times are one value in ten of an export, and a formatter for each variant costs microseconds.
 */
final class IsoInstant {
    private static final int MAX_OFFSET_MINUTES = 18 * 60;
    private static final int[] DAYS_BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};
    private static final int DAYS_FROM_YEAR_1_TO_1970 = 719_162;

    private final char[] chars;
    private final int to;
    private int at;
    private boolean failed;
    private boolean yearOutOfRange;

    IsoInstant(char[] chars, int from, int to) {
        this.chars = chars;
        this.to = to;
        at = from;
    }

    /** Microseconds since 1970, or one of the constants of {@link InstantText}. */
    long epochMicros() {
        long days = date();
        long micros = !failed && at < to ? time() : 0;
        int offsetMinutes = !failed && at < to ? zone() : 0;
        if (failed || at != to) {
            return InstantText.NOT_READABLE;
        }
        if (yearOutOfRange) {
            return InstantText.OUT_OF_RANGE;
        }
        return InstantText.inRange(days * 86_400_000_000L + micros - offsetMinutes * 60_000_000L);
    }

    private long date() {
        boolean signed = accept('-') || accept('+');
        int begin = at;
        int year = 0;
        while (isDigit() && at - begin < 9) {
            year = year * 10 + (chars[at++] - '0');
        }
        require(at - begin >= 4 && accept('-'));
        int month = twoDigits();
        require(accept('-'));
        int day = twoDigits();
        yearOutOfRange = signed || at - begin > 10 || year == 0;
        require(month >= 1 && month <= 12 && day >= 1);
        require(failed || day <= daysOf(year, month));
        return failed ? 0 : daysSince1970(year, month, day);
    }

    private long time() {
        if (!accept('T') && !accept('t')) {
            require(accept(' '));
            skipBlanks();
        }
        int hour = twoDigits();
        require(accept(':'));
        int minute = twoDigits();
        int second = accept(':') ? twoDigits() : 0;
        require(hour < 24 && minute < 60 && second <= 60);
        long micros = accept('.') || accept(',') ? fraction() : 0;
        return ((hour * 60L + minute) * 60 + second) * 1_000_000 + micros;
    }

    private long fraction() {
        long micros = 0;
        long unit = 100_000;
        while (isDigit()) {
            micros += (chars[at++] - '0') * unit;
            unit /= 10;
        }
        return micros;
    }

    private int zone() {
        skipBlanks();
        if (accept('Z') || accept('z') || acceptWord("UTC") || acceptWord("GMT")) {
            return 0;
        }
        boolean west = accept('-');
        require(west || accept('+'));
        int minutes = twoDigits() * 60;
        if (accept(':') || isDigit()) {
            int beyondHour = twoDigits();
            require(beyondHour < 60);
            minutes += beyondHour;
        }
        require(minutes <= MAX_OFFSET_MINUTES);
        return west ? -minutes : minutes;
    }

    private int twoDigits() {
        if (to - at < 2 || !isDigit(chars[at]) || !isDigit(chars[at + 1])) {
            failed = true;
            return 0;
        }
        at += 2;
        return (chars[at - 2] - '0') * 10 + (chars[at - 1] - '0');
    }

    private boolean accept(char expected) {
        if (at < to && chars[at] == expected) {
            at++;
            return true;
        }
        return false;
    }

    private boolean acceptWord(String word) {
        if (to - at < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if ((chars[at + i] & ~0x20) != word.charAt(i)) {
                return false;
            }
        }
        at += word.length();
        return true;
    }

    private void skipBlanks() {
        while (at < to && chars[at] == ' ') {
            at++;
        }
    }

    private void require(boolean condition) {
        failed |= !condition;
    }

    private boolean isDigit() {
        return at < to && isDigit(chars[at]);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int daysOf(int year, int month) {
        return DAYS_BEFORE_MONTH[month] - DAYS_BEFORE_MONTH[month - 1] + (month == 2 && isLeap(year) ? 1 : 0);
    }

    private static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    private static long daysSince1970(int year, int month, int day) {
        long before = year - 1L;
        long days = before * 365 + before / 4 - before / 100 + before / 400;
        int leapDay = month > 2 && isLeap(year) ? 1 : 0;
        return days + DAYS_BEFORE_MONTH[month - 1] + leapDay + day - 1 - DAYS_FROM_YEAR_1_TO_1970;
    }
}
