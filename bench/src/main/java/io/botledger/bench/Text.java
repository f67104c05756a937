package io.botledger.bench;

import java.util.Locale;

/** How figures are written for people. */
final class Text {
    private Text() {}

    /** Digits in groups: {@code 200,000}. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Two decimals. */
    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** No decimals. */
    static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
