package io.botledger.reports;

import java.math.BigDecimal;

/** The text of a value. */
final class CellText {
    private CellText() {}

    /** Numbers without exponent, days and times as by ISO 8601; null for null. */
    static String of(Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
