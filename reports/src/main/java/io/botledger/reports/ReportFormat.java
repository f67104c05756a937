package io.botledger.reports;

import java.io.Writer;
import java.util.Locale;

/** The forms that a report can be written in. The same rows always give the same bytes. */
public enum ReportFormat {
    /**
     * RFC 4180 with a header row, comma, and CR LF at the end of each line; null is an empty field, the empty text
     * {@code ""}. Texts are written as they are, also those that a spreadsheet would take for a formula.
     */
    CSV,
    /** One array of objects, one object a line; numbers are JSON numbers, null is {@code null}. */
    JSON,
    /**
     * Aligned columns for a terminal, or one line per column where a single row has many; null is {@code -}, control
     * characters are made visible and long texts cut with {@code …}. For people: not to be parsed.
     */
    TABLE;

    /** The ending of a file in this format, without a dot. */
    public String fileEnding() {
        return this == TABLE ? "txt" : name().toLowerCase(Locale.ROOT);
    }

    RowWriter rowWriter(Writer writer) {
        return switch (this) {
            case CSV -> new CsvRowWriter(writer);
            case JSON -> new JsonRowWriter(writer);
            case TABLE -> new TableRowWriter(writer);
        };
    }
}
