package io.botledger.reports;

import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The last sheet of a workbook: what the rows are about, what to be warned of, and what each column means. */
final class XlsxAbout {
    /** The name of the sheet. */
    static final String NAME = "About";

    private static final int[] WIDTHS = {32, 28, 100};
    private static final double LINE_HEIGHT = 15;
    /** Excel takes no row that is higher than 409 points. */
    private static final int MOST_LINES = 27;

    private final Worksheet sheet;
    private int nextRow;

    private XlsxAbout(Worksheet sheet) {
        this.sheet = sheet;
    }

    static void write(Workbook workbook, ReportHead head, List<ReportColumn> columns, List<String> warnings)
            throws IOException {
        XlsxAbout about = new XlsxAbout(workbook.newWorksheet(NAME));
        about.fact("Report", head.title());
        about.fact("Question", head.question());
        head.facts().forEach(fact -> fact.texts().forEach(text -> about.fact(fact.label(), text)));
        warnings.forEach(warning -> about.fact("Warning", warning));
        about.nextRow++;
        about.row("Column", "Unit", "Meaning");
        for (int i = 0; i < WIDTHS.length; i++) {
            about.sheet.style(about.nextRow - 1, i).bold().set();
            about.sheet.width(i, WIDTHS[i]);
        }
        for (ReportColumn column : columns) {
            about.row(column.readableHeading(), column.unit(), column.meaning());
            about.sheet
                    .style(about.nextRow - 1, WIDTHS.length - 1)
                    .wrapText(true)
                    .set();
        }
        XlsxRowWriter.layOut(about.sheet);
        about.sheet.finish();
    }

    private void row(String... texts) {
        for (int i = 0; i < texts.length; i++) {
            if (texts[i] != null) {
                sheet.inlineString(nextRow, i, XlsxText.inline(XlsxText.cut(texts[i])));
            }
        }
        nextRow++;
    }

    /** A label and a text of any length, which is shown whole: it takes the other columns, and as many lines as it needs. */
    private void fact(String label, String text) {
        int last = WIDTHS.length - 1;
        int lines = 1 + text.length() / (WIDTHS[1] + WIDTHS[last] - 8);
        if (lines > 1) {
            sheet.range(nextRow, 1, nextRow, last).merge();
            sheet.style(nextRow, 1).wrapText(true).verticalAlignment("top").set();
            sheet.style(nextRow, 0).verticalAlignment("top").set();
            sheet.rowHeight(nextRow, LINE_HEIGHT * Math.min(lines, MOST_LINES));
        }
        row(label, text);
    }
}
