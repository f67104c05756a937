package io.botledger.reports;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@link ReportFormat#HTML}. Every cell is a paragraph of its own direction, so that none can turn its neighbours. The first
 * rows tell how the page is printed, and whether there is but one, which then stands on its side.
 */
final class HtmlRowWriter implements RowWriter {
    private static final String STYLE = TextFile.read("page.css");
    private static final int MEASURED_ROWS = 1_000;

    private final Writer page;
    private final ReportHead head;
    private final List<List<HtmlCell>> measured = new ArrayList<>();
    private List<ReportColumn> columns;
    private boolean begun;
    private long rowCount;

    HtmlRowWriter(Writer page, ReportHead head) {
        this.page = page;
        this.head = head;
    }

    @Override
    public void begin(List<ReportColumn> shown) {
        columns = shown;
    }

    @Override
    public void row(List<Object> values) throws IOException {
        rowCount++;
        List<HtmlCell> cells = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            cells.add(HtmlCell.of(columns.get(i), values.get(i)));
        }
        if (begun) {
            writeRow(cells);
            return;
        }
        measured.add(cells);
        if (measured.size() == MEASURED_ROWS) {
            writeMeasured();
        }
    }

    @Override
    public List<String> end() throws IOException {
        if (rowCount == 1 && columns.size() > MANY_COLUMNS) {
            writeOnItsSide(measured.get(0));
        } else {
            if (!begun) {
                writeMeasured();
            }
            page.write("</tbody>\n</table>\n</div>\n<p>" + String.format(Locale.ROOT, "%,d", rowCount)
                    + (rowCount == 1 ? " row" : " rows") + "</p>\n");
            writeMeanings();
        }
        page.write("</main>\n</body>\n</html>\n");
        page.flush();
        return List.of();
    }

    private void writeHead(String attributesOfMain) throws IOException {
        String title = HtmlText.of(head.title());
        page.write("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <main%s>
                <h1 dir="auto">%s</h1>
                <p class="question" dir="auto">%s</p>
                """.formatted(title, STYLE, attributesOfMain, title, HtmlText.of(head.question())));
        writeFacts();
        for (String warning : head.warnings()) {
            page.write("<p class=\"warning\" role=\"note\" dir=\"auto\">" + HtmlText.of(warning) + "</p>\n");
        }
    }

    private void writeFacts() throws IOException {
        if (head.facts().isEmpty()) {
            return;
        }
        page.write("<dl class=\"facts\">\n");
        for (ReportHead.Fact fact : head.facts()) {
            page.write("<div><dt>" + HtmlText.of(fact.label()) + "</dt>");
            for (String text : fact.texts()) {
                page.write("<dd dir=\"auto\">" + HtmlText.of(text) + "</dd>");
            }
            page.write("</div>\n");
        }
        page.write("</dl>\n");
    }

    private void writeMeasured() throws IOException {
        begun = true;
        writeHead(HtmlPaper.of(columns, measured).attributes());
        page.write("<div class=\"rows\" role=\"region\" aria-label=\"Rows\" tabindex=\"0\">\n<table>\n<thead>\n<tr>");
        for (ReportColumn column : columns) {
            page.write("<th scope=\"col\"" + (column.type().numeric() ? " class=\"number\"" : "") + ">"
                    + HtmlText.of(column.readableHeading()) + "</th>");
        }
        page.write("</tr>\n</thead>\n<tbody>\n");
        for (List<HtmlCell> row : measured) {
            writeRow(row);
        }
        measured.clear();
    }

    private void writeRow(List<HtmlCell> cells) throws IOException {
        page.write("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            boolean heading = i == 0 && !columns.get(i).type().numeric();
            writeCell(heading ? "th scope=\"row\"" : "td", i, cells.get(i));
            page.write(heading ? "</th>" : "</td>");
        }
        page.write("</tr>\n");
    }

    private void writeCell(String tag, int column, HtmlCell cell) throws IOException {
        page.write("<" + tag + (cell.kind().isEmpty() ? "" : " class=\"" + cell.kind() + "\""));
        page.write(columns.get(column).type() == ReportColumn.Type.TEXT ? " dir=\"auto\">" : ">");
        page.write(cell.markup());
    }

    private void writeOnItsSide(List<HtmlCell> cells) throws IOException {
        writeHead("");
        page.write("<table class=\"side\">\n<tbody>\n");
        for (int i = 0; i < cells.size(); i++) {
            ReportColumn column = columns.get(i);
            page.write("<tr><th scope=\"row\">" + HtmlText.of(column.readableHeading()) + "</th>");
            writeCell("td", i, cells.get(i));
            page.write("</td><td class=\"meaning\">" + HtmlText.of(column.meaning()) + "</td></tr>\n");
        }
        page.write("</tbody>\n</table>\n");
    }

    private void writeMeanings() throws IOException {
        page.write("<details>\n<summary>What the columns mean</summary>\n<dl>\n");
        for (ReportColumn column : columns) {
            String unit = column.unit() == null ? "" : " (" + column.unit() + ")";
            page.write("<dt>" + HtmlText.of(column.heading() + unit) + "</dt><dd dir=\"auto\">"
                    + HtmlText.of(column.meaning()) + "</dd>\n");
        }
        page.write("</dl>\n</details>\n");
    }
}
