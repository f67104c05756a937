package io.botledger.reports;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** {@link ReportFormat#HTML}. Every cell is a paragraph of its own direction, so that none can turn its neighbours. */
final class HtmlRowWriter implements RowWriter {
    private static final String STYLE = TextFile.read("page.css");
    private static final String NULL = "<span class=\"null\">\u2013</span>";

    private final Writer page;
    private final ReportHead head;
    private List<ReportColumn> columns;
    private long rowCount;

    HtmlRowWriter(Writer page, ReportHead head) {
        this.page = page;
        this.head = head;
    }

    @Override
    public void begin(List<ReportColumn> shown) throws IOException {
        columns = shown;
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
                <main>
                <h1 dir="auto">%s</h1>
                <p class="question" dir="auto">%s</p>
                """.formatted(title, STYLE, title, HtmlText.of(head.question())));
        writeParameters();
        for (String warning : head.warnings()) {
            page.write("<p class=\"warning\" role=\"note\" dir=\"auto\">" + HtmlText.of(warning) + "</p>\n");
        }
        page.write("<div class=\"rows\" role=\"region\" aria-label=\"Rows\" tabindex=\"0\">\n<table>\n<thead>\n<tr>");
        for (ReportColumn column : columns) {
            page.write("<th scope=\"col\"" + alignment(column) + ">" + HtmlText.of(column.heading()) + "</th>");
        }
        page.write("</tr>\n</thead>\n<tbody>\n");
    }

    private void writeParameters() throws IOException {
        if (head.parameters().isEmpty()) {
            return;
        }
        page.write("<dl class=\"parameters\">\n");
        for (Map.Entry<String, List<String>> parameter : head.parameters().entrySet()) {
            page.write("<div><dt>" + HtmlText.of(ReportColumn.heading(parameter.getKey())) + "</dt>");
            for (String value : parameter.getValue()) {
                page.write("<dd dir=\"auto\">" + HtmlText.of(value) + "</dd>");
            }
            page.write("</div>\n");
        }
        page.write("</dl>\n");
    }

    private static String alignment(ReportColumn column) {
        return column.type().numeric() ? " class=\"number\"" : "";
    }

    @Override
    public void row(List<Object> values) throws IOException {
        rowCount++;
        page.write("<tr>");
        for (int i = 0; i < values.size(); i++) {
            boolean heading = i == 0 && !columns.get(i).type().numeric();
            page.write(heading ? "<th scope=\"row\"" : "<td" + alignment(columns.get(i)));
            page.write(columns.get(i).type() == ReportColumn.Type.TEXT ? " dir=\"auto\">" : ">");
            page.write(cell(columns.get(i), values.get(i)));
            page.write(heading ? "</th>" : "</td>");
        }
        page.write("</tr>\n");
    }

    private static String cell(ReportColumn column, Object value) {
        if (value == null) {
            return NULL;
        }
        if (column.type() == ReportColumn.Type.RATE && value instanceof BigDecimal share) {
            return share.movePointRight(2).toPlainString() + "%";
        }
        return HtmlText.of(CellText.of(value));
    }

    @Override
    public List<String> end() throws IOException {
        page.write("</tbody>\n</table>\n</div>\n<p>" + rowCount + (rowCount == 1 ? " row" : " rows") + "</p>\n"
                + "<details>\n<summary>What the columns mean</summary>\n<dl>\n");
        for (ReportColumn column : columns) {
            String unit = column.unit() == null ? "" : " (" + column.unit() + ")";
            page.write("<dt>" + HtmlText.of(column.heading() + unit) + "</dt><dd dir=\"auto\">"
                    + HtmlText.of(column.meaning()) + "</dd>\n");
        }
        page.write("</dl>\n</details>\n</main>\n</body>\n</html>\n");
        page.flush();
        return List.of();
    }
}
