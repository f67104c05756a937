package io.botledger.reports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** {@link ReportFormat#CSV}. */
final class CsvRowWriter implements RowWriter {
    private final CsvWriter csv;

    CsvRowWriter(Writer writer) {
        csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(writer);
    }

    @Override
    public void begin(List<ReportColumn> columns) {
        csv.writeRecord(columns.stream().map(ReportColumn::name).toList());
    }

    @Override
    public void row(List<Object> values) {
        csv.writeRecord(values.stream().map(CellText::of).toList());
    }

    @Override
    public void end() throws IOException {
        csv.flush();
    }
}
