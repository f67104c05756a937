package io.botledger.reports;

import java.io.IOException;
import java.util.List;

/** Writes rows in one format. Values are as {@link ResultColumns} reads them. Flushes at the end, and closes nothing. */
sealed interface RowWriter permits CsvRowWriter, HtmlRowWriter, JsonRowWriter, TableRowWriter, XlsxRowWriter {
    /** A report of one row that has more columns than these stands on its side where people read it: a line for each. */
    int MANY_COLUMNS = 6;

    /** Before the first row. */
    void begin(List<ReportColumn> columns) throws IOException;

    /** The next row, one value per column. */
    void row(List<Object> values) throws IOException;

    /**
     * After the last row.
     *
     * @return what the format could not hold, to be told as warnings; empty if it holds everything
     */
    List<String> end() throws IOException;
}
