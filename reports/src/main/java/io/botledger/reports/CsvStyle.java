package io.botledger.reports;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;

/**
 * How CSV is written where a program asks for more than RFC 4180 says.
 *
 * @param separator between two fields: comma, semicolon (what Excel expects where the comma is the decimal sign) or tab
 * @param byteOrderMark whether the file begins with U+FEFF, by which Excel knows UTF-8
 * @param raw whether texts are written as they are, also those that a spreadsheet takes for a formula
 */
public record CsvStyle(char separator, boolean byteOrderMark, boolean raw) {
    /** Comma, no byte order mark, formulas defused. */
    public static final CsvStyle DEFAULT = new CsvStyle(',', false, false);

    /** Checks the separator. */
    public CsvStyle {
        if (",;\t".indexOf(separator) < 0) {
            throw new IllegalArgumentException("separator must be a comma, a semicolon or a tab");
        }
    }

    /** The same with another separator. */
    public CsvStyle withSeparator(char other) {
        return new CsvStyle(other, byteOrderMark, raw);
    }

    /** The same with or without the byte order mark. */
    public CsvStyle withByteOrderMark(boolean mark) {
        return new CsvStyle(separator, mark, raw);
    }

    /** The same with texts as they are, or defused. */
    public CsvStyle withRaw(boolean asTheyAre) {
        return new CsvStyle(separator, byteOrderMark, asTheyAre);
    }

    /**
     * Reads a separator: {@code comma}, {@code semicolon}, {@code tab}, or one of the first two itself.
     *
     * @throws BotledgerException with {@link ErrorCode#USAGE} for anything else
     */
    public static char parseSeparator(String text) {
        return switch (text) {
            case "comma", "," -> ',';
            case "semicolon", ";" -> ';';
            case "tab" -> '\t';
            default ->
                throw new BotledgerException(
                        ErrorCode.USAGE, "expected comma, semicolon or tab, found \"" + text + "\"");
        };
    }
}
