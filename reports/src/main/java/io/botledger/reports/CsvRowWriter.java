package io.botledger.reports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** {@link ReportFormat#CSV}. */
final class CsvRowWriter implements RowWriter {
    /** First characters by which spreadsheets know a formula (OWASP, "CSV Injection"). */
    private static final String FORMULA = "=+-@\t\r";

    private final Writer writer;
    private final CsvWriter csv;
    private final CsvStyle style;
    private List<ReportColumn> columns;

    CsvRowWriter(Writer writer, CsvStyle style) {
        this.writer = writer;
        this.style = style;
        csv = CsvWriter.builder()
                .fieldSeparator(style.separator())
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(writer);
    }

    @Override
    public void begin(List<ReportColumn> shown) throws IOException {
        columns = shown;
        if (style.byteOrderMark()) {
            writer.write('\uFEFF');
        }
        csv.writeRecord(columns.stream().map(ReportColumn::name).toList());
    }

    @Override
    public void row(List<Object> values) {
        List<String> fields = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            String text = CellText.of(values.get(i));
            fields.add(columns.get(i).type() == ReportColumn.Type.TEXT ? defused(text) : text);
        }
        csv.writeRecord(fields);
    }

    private String defused(String text) {
        boolean formula = text != null && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return formula && !style.raw() ? "'" + text : text;
    }

    @Override
    public List<String> end() throws IOException {
        csv.flush();
        return List.of();
    }
}
