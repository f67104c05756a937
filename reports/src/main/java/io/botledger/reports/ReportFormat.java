package io.botledger.reports;

import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The forms that a report can be written in; texts are UTF-8. The same rows always give the same bytes, save that
 * {@link #XLSX} and {@link #HTML} also tell when they were made.
 */
public enum ReportFormat {
    /**
     * RFC 4180 with a header row, comma, and CR LF at the end of each line; null is an empty field, the empty text
     * {@code ""}. A text that begins with {@code =}, {@code +}, {@code -}, {@code @}, tab or CR gets a {@code '} before
     * it, so that no spreadsheet takes it for a formula; {@link CsvStyle} switches that off, and tells of separators.
     */
    CSV("csv"),
    /** One array of objects, one object a line; numbers are JSON numbers, null is {@code null}. Texts are as they are. */
    JSON("json"),
    /**
     * A workbook for Excel and its like: a sheet with a fixed header row, numbers, days and times (UTC) as such, rates as
     * percentages. Rows that do not fit on a sheet (1,048,576) go on another; the last one, {@code About}, tells what the page
     * of {@link #HTML} tells beside the rows. A number of more than 15 digits and a day before March 1900 are texts, since
     * Excel would change them; a text of more than 32,767 characters is cut, with a warning.
     */
    XLSX("xlsx"),
    /**
     * One page that needs nothing else, for people: title, question, days, what was asked for, warnings, the rows, and what each
     * column means. Numbers have their thousands apart, rates are percentages of two digits, times are in UTC to the second,
     * null is {@code –}. One row of many columns stands on its side. Follows the reader's choice of light or dark, and is
     * printed with nothing cut, on paper that lies on its side where the table is wide.
     */
    HTML("html"),
    /**
     * Aligned columns for a terminal, or one line per column where a single row has many; null is {@code -}, control
     * characters are made visible and long texts cut with {@code …}. For people: not to be parsed.
     */
    TABLE("txt");

    private final String fileEnding;

    ReportFormat(String fileEnding) {
        this.fileEnding = fileEnding;
    }

    /** The ending of a file in this format, without a dot. */
    public String fileEnding() {
        return fileEnding;
    }

    /** Whether it can't be read on a terminal. */
    public boolean binary() {
        return this == XLSX;
    }

    /** Whether it tells more than the rows: title, days, what was asked for. */
    boolean hasHead() {
        return this == HTML || this == XLSX;
    }

    /** The format of a file by the ending of its name, in any case; empty if no format has that ending. */
    public static Optional<ReportFormat> ofFile(String fileName) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        for (ReportFormat format : values()) {
            if (format.fileEnding.equals(ending)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    RowWriter rowWriter(OutputStream bytes, ReportHead head, CsvStyle csv) {
        return switch (this) {
            case CSV -> new CsvRowWriter(text(bytes), csv);
            case JSON -> new JsonRowWriter(text(bytes));
            case XLSX -> new XlsxRowWriter(bytes, head);
            case HTML -> new HtmlRowWriter(text(bytes), head);
            case TABLE -> new TableRowWriter(text(bytes));
        };
    }

    private static Writer text(OutputStream bytes) {
        return new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    }
}
