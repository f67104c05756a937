package io.botledger.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A value as people read it in a page: numbers with their thousands apart, rates with two digits, times to the second.
 *
 * @param markup what stands in the cell, escaped
 * @param kind the class that tells how it may be broken into lines, as {@code page.css} knows it; empty for any way
 * @param width how many characters it takes in a line, at the least
 */
record HtmlCell(String markup, String kind, int width) {
    /** The widest text that always stands in one line. */
    private static final int WIDEST_LINE = 24;

    private static final String NULL = "<span class=\"null\">\u2013</span>";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    static HtmlCell of(ReportColumn column, Object value) {
        boolean numeric = column.type().numeric();
        if (value == null) {
            return new HtmlCell(NULL, numeric ? "number" : "", 1);
        }
        String text = text(column, value);
        int width = DisplayText.width(text);
        String kind = numeric ? "number" : width > WIDEST_LINE || hasLines(text) ? "text" : "line";
        return new HtmlCell(HtmlText.of(text), kind, numeric ? width : Math.min(width, WIDEST_LINE));
    }

    private static String text(ReportColumn column, Object value) {
        if (value instanceof BigDecimal number) {
            return column.type() == ReportColumn.Type.RATE
                    ? grouped(number.movePointRight(2).setScale(2, RoundingMode.HALF_UP)) + "%"
                    : grouped(number);
        }
        return value instanceof Instant time ? TIME.format(time) : CellText.of(value);
    }

    private static String grouped(BigDecimal number) {
        return String.format(Locale.ROOT, "%,." + number.scale() + "f", number);
    }

    private static boolean hasLines(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }
}
