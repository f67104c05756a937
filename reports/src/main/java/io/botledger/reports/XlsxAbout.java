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

    private final Worksheet sheet;
    private int nextRow;

    private XlsxAbout(Worksheet sheet) {
        this.sheet = sheet;
    }

    static void write(Workbook workbook, ReportHead head, List<ReportColumn> columns, List<String> warnings)
            throws IOException {
        XlsxAbout about = new XlsxAbout(workbook.newWorksheet(NAME));
        about.row("Report", head.title());
        about.row("Question", head.question());
        head.facts().forEach(fact -> fact.texts().forEach(text -> about.row(fact.label(), text)));
        warnings.forEach(warning -> about.row("Warning", warning));
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
}
