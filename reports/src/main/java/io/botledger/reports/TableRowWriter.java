package io.botledger.reports;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * {@link ReportFormat#TABLE}. The widths are those of the first rows; a later value that is wider is shown whole, out of
 * line.
 */
final class TableRowWriter implements RowWriter {
    private static final int MEASURED_ROWS = 1_000;
    private static final int WIDEST_CELL = 60;
    private static final String GAP = "  ";

    private final Writer writer;
    private final List<List<String>> measured = new ArrayList<>();
    private List<ReportColumn> columns;
    private int[] widths;

    TableRowWriter(Writer writer) {
        this.writer = writer;
    }

    @Override
    public void begin(List<ReportColumn> shown) {
        columns = shown;
    }

    @Override
    public void row(List<Object> values) throws IOException {
        List<String> cells = values.stream().map(TableRowWriter::cell).toList();
        if (widths != null) {
            writeLine(cells);
            return;
        }
        measured.add(cells);
        if (measured.size() == MEASURED_ROWS) {
            writeMeasured();
        }
    }

    private static String cell(Object value) {
        return value == null ? "-" : DisplayText.cut(DisplayText.visible(CellText.of(value)), WIDEST_CELL);
    }

    @Override
    public List<String> end() throws IOException {
        if (measured.size() == 1 && columns.size() > MANY_COLUMNS) {
            writeTransposed(measured.get(0));
        } else if (widths == null) {
            writeMeasured();
        }
        writer.flush();
        return List.of();
    }

    private void writeTransposed(List<String> cells) throws IOException {
        List<String> headings = headings();
        int headingWidth = widest(headings);
        int cellWidth = widest(cells);
        for (int i = 0; i < cells.size(); i++) {
            writer.write(DisplayText.pad(headings.get(i), headingWidth, false) + GAP
                    + DisplayText.pad(cells.get(i), cellWidth, true) + "\n");
        }
    }

    private static int widest(List<String> texts) {
        return texts.stream().mapToInt(DisplayText::width).max().orElse(0);
    }

    private void writeMeasured() throws IOException {
        List<String> headings = headings();
        widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            int cells = widest(measured.stream().map(row -> row.get(column)).toList());
            widths[i] = Math.max(DisplayText.width(headings.get(i)), cells);
        }
        writeLine(headings);
        List<String> rules = new ArrayList<>();
        for (int width : widths) {
            rules.add("-".repeat(width));
        }
        writeLine(rules);
        for (List<String> row : measured) {
            writeLine(row);
        }
        measured.clear();
    }

    private List<String> headings() {
        return columns.stream().map(ReportColumn::heading).toList();
    }

    private void writeLine(List<String> cells) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            boolean right = columns.get(i).type().numeric();
            line.append(i == 0 ? "" : GAP).append(DisplayText.pad(cells.get(i), widths[i], right));
        }
        writer.write(line.toString().stripTrailing() + "\n");
    }
}
