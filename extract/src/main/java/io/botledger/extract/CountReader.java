package io.botledger.extract;

import java.io.IOException;
import java.math.BigDecimal;

/** Reads counts: whole numbers from 0 to 2147483647 as number or text, also written as 3.0 or 1e2. */
final class CountReader {
    private static final Expected<Integer> EXPECTED = new Expected<>("a whole number from 0 to " + Integer.MAX_VALUE);
    private static final BigDecimal MAX = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final int SAFE_DIGITS = 9;

    private CountReader() {}

    static Integer count(JsonInput json) throws IOException {
        return switch (json.token()) {
            case VALUE_NULL -> null;
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parsed(json);
            default -> EXPECTED.wrongType(json);
        };
    }

    private static Integer parsed(JsonInput json) throws IOException {
        char[] chars = json.chars();
        int from = json.charsFrom();
        int to = from + json.charsLength();
        while (from < to && Character.isWhitespace(chars[from])) {
            from++;
        }
        while (from < to && Character.isWhitespace(chars[to - 1])) {
            to--;
        }
        if (from == to) {
            return null;
        }
        int simple = simpleCount(chars, from, to);
        return simple >= 0 ? Integer.valueOf(simple) : decimalCount(json, DecimalText.parse(chars, from, to));
    }

    private static int simpleCount(char[] chars, int from, int to) {
        if (to - from > SAFE_DIGITS) {
            return -1;
        }
        int count = 0;
        for (int i = from; i < to; i++) {
            if (chars[i] < '0' || chars[i] > '9') {
                return -1;
            }
            count = count * 10 + (chars[i] - '0');
        }
        return count;
    }

    private static Integer decimalCount(JsonInput json, BigDecimal number) throws IOException {
        if (number == null) {
            return EXPECTED.notReadable(json);
        }
        if (number.signum() < 0 || number.compareTo(MAX) > 0) {
            return EXPECTED.outOfRange(json);
        }
        if (number.stripTrailingZeros().scale() > 0) {
            return EXPECTED.notReadable(json);
        }
        return number.intValue();
    }
}
