package io.botledger.extract;

import java.math.BigDecimal;

/** Decimal numbers as text, read in a time that no number, however long or large, can stretch. */
final class DecimalText {
    /** Stands for every number of too many digits. */
    static final BigDecimal BEYOND = new BigDecimal("1e1000");

    private static final int MAX_LENGTH = 100;
    private static final int MAX_EXPONENT_LENGTH = 7;

    private DecimalText() {}

    /** The number, or {@link #BEYOND}; null if the text is not a decimal number. */
    static BigDecimal parse(char[] chars, int from, int to) {
        int at = behindSign(chars, from, to);
        int wholeEnd = behindDigits(chars, at, to);
        int digits = wholeEnd - at;
        at = wholeEnd;
        if (at < to && chars[at] == '.') {
            int fractionEnd = behindDigits(chars, at + 1, to);
            digits += fractionEnd - at - 1;
            at = fractionEnd;
        }
        if (digits == 0) {
            return null;
        }
        return at == to ? bounded(chars, from, to, 0) : exponential(chars, from, at, to);
    }

    private static BigDecimal exponential(char[] chars, int from, int mantissaEnd, int to) {
        if (chars[mantissaEnd] != 'e' && chars[mantissaEnd] != 'E') {
            return null;
        }
        int first = behindSign(chars, mantissaEnd + 1, to);
        if (first == to || behindDigits(chars, first, to) != to) {
            return null;
        }
        return bounded(chars, from, to, to - first);
    }

    private static BigDecimal bounded(char[] chars, int from, int to, int exponentLength) {
        return to - from > MAX_LENGTH || exponentLength > MAX_EXPONENT_LENGTH
                ? BEYOND
                : new BigDecimal(chars, from, to - from);
    }

    private static int behindSign(char[] chars, int from, int to) {
        return from < to && (chars[from] == '-' || chars[from] == '+') ? from + 1 : from;
    }

    private static int behindDigits(char[] chars, int from, int to) {
        int at = from;
        while (at < to && chars[at] >= '0' && chars[at] <= '9') {
            at++;
        }
        return at;
    }
}
