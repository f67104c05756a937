package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlFormatTest {
    private static final Pattern TAG = Pattern.compile("<(/?[a-z0-9]+)[^<>]*>");
    private static final Pattern FIRST_CELL =
            Pattern.compile("(?s)<tbody>\n<tr><th scope=\"row\" class=\"(?:line|text)\" dir=\"auto\">(.*?)</th>");
    private static final Map<String, String> ENTITIES =
            Map.of("&lt;", "<", "&gt;", ">", "&quot;", "\"", "&#39;", "'", "&amp;", "&");

    private static String body(String page) {
        return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    }

    private static List<String> tags(String page) {
        return TAG.matcher(page).results().map(match -> match.group(1)).toList();
    }

    @Test
    void noTextIsMarkupAndEachIsReadBack() throws IOException {
        List<String> harmless = tags(Rows.text(ReportFormat.HTML, Rows.of("x"), Rows.EMPTY));
        for (String text : Rows.TEXTS) {
            String page = Rows.text(ReportFormat.HTML, Rows.of(text), Rows.EMPTY);
            assertThat(tags(page)).isEqualTo(harmless);
            assertThat(cell(page)).isEqualTo(shown(text));
        }
    }

    private static String cell(String page) {
        Matcher matcher = FIRST_CELL.matcher(page);
        assertThat(matcher.find()).isTrue();
        assertThat(matcher.group(1)).doesNotContain("<", ">", "\"", "'");
        return Pattern.compile("&[^;]*;")
                .matcher(matcher.group(1))
                .replaceAll(match -> Matcher.quoteReplacement(ENTITIES.get(match.group())));
    }

    /** Ends of lines are one in a page, and control characters none. */
    private static String shown(String text) {
        return text.replaceAll("\r\n?", "\n")
                .replace("\u0001", "\u2401")
                .replace("\u001F", "\u241F")
                .replace("\u007F", "\u2421")
                .replace("\u0085", "<U+0085>");
    }

    @Test
    void aPageTellsWhatWasAskedForAndWhatItMeans() throws IOException {
        StringWriter page = new StringWriter();
        HtmlRowWriter writer = new HtmlRowWriter(page, Rows.HEAD);
        writer.begin(Rows.COLUMNS.subList(0, 4));
        writer.row(Rows.FULL.subList(0, 4));
        writer.row(Rows.EMPTY.subList(0, 4));
        assertThat(writer.end()).isEmpty();
        assertThat(body(page.toString())).isEqualTo("""
                <main style="--type-size: 9.0pt">
                <h1 dir="auto">A &lt;title&gt;</h1>
                <p class="question" dir="auto">Why &amp; how?</p>
                <dl class="facts">
                <div><dt>Days</dt><dd dir="auto">2024-05-01 to 2024-05-31</dd></div>
                <div><dt>Bot</dt><dd dir="auto">b1</dd><dd dir="auto">b2</dd></div>
                <div><dt>Made</dt><dd dir="auto">2024-06-01 04:30 UTC by botledger 1.2.3</dd></div>
                </dl>
                <p class="warning" role="note" dir="auto">&lt;careful&gt;</p>
                <div class="rows" role="region" aria-label="Rows" tabindex="0">
                <table>
                <thead>
                <tr><th scope="col">Some text</th><th scope="col" class="number">N</th><th scope="col" class="number">Seconds</th><th scope="col" class="number">Share</th></tr>
                </thead>
                <tbody>
                <tr><th scope="row" class="line" dir="auto">t</th><td class="number">-12</td><td class="number">-1,500.25</td><td class="number">33.33%</td></tr>
                <tr><th scope="row" dir="auto"><span class="null">\u2013</span></th><td class="number"><span class="null">\u2013</span></td><td class="number"><span class="null">\u2013</span></td><td class="number"><span class="null">\u2013</span></td></tr>
                </tbody>
                </table>
                </div>
                <p>2 rows</p>
                <details>
                <summary>What the columns mean</summary>
                <dl>
                <dt>Some text</dt><dd dir="auto">A text.</dd>
                <dt>N (rows)</dt><dd dir="auto">A whole number.</dd>
                <dt>Seconds (seconds)</dt><dd dir="auto">A number.</dd>
                <dt>Share (of n)</dt><dd dir="auto">A share.</dd>
                </dl>
                </details>
                """);
    }

    @Test
    void aPageNeedsNothingElseAndRunsNothing() throws IOException {
        String page = Rows.text(ReportFormat.HTML);
        assertThat(page)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .contains("content=\"default-src 'none'; style-src 'unsafe-inline'\"")
                .contains("<title>A &lt;title&gt;</title>")
                .contains("@media (prefers-color-scheme: dark)", "@media print")
                .contains("<tbody>\n</tbody>", "<p>0 rows</p>")
                .doesNotContain("http:", "https:", "url(", "@import", "<script", "<link", "<img")
                .endsWith("</main>\n</body>\n</html>\n");
        assertThat(unclosed(page)).isEmpty();
    }

    private static List<String> unclosed(String page) {
        Deque<String> open = new ArrayDeque<>();
        for (MatchResult tag : TAG.matcher(page).results().toList()) {
            if (tag.group(1).startsWith("/")) {
                assertThat(tag.group(1)).isEqualTo("/" + open.pop());
            } else if (!tag.group(1).equals("meta")) {
                open.push(tag.group(1));
            }
        }
        return List.copyOf(open);
    }

    @Test
    void aSingleRowOfManyColumnsStandsOnItsSideWithWhatEachMeans() throws IOException {
        assertThat(body(Rows.text(ReportFormat.HTML, Rows.FULL))).isEqualTo("""
                <main>
                <h1 dir="auto">A &lt;title&gt;</h1>
                <p class="question" dir="auto">Why &amp; how?</p>
                <dl class="facts">
                <div><dt>Days</dt><dd dir="auto">2024-05-01 to 2024-05-31</dd></div>
                <div><dt>Bot</dt><dd dir="auto">b1</dd><dd dir="auto">b2</dd></div>
                <div><dt>Made</dt><dd dir="auto">2024-06-01 04:30 UTC by botledger 1.2.3</dd></div>
                </dl>
                <p class="warning" role="note" dir="auto">&lt;careful&gt;</p>
                <table class="side">
                <tbody>
                <tr><th scope="row">Some text</th><td class="line" dir="auto">t</td><td class="meaning">A text.</td></tr>
                <tr><th scope="row">N</th><td class="number">-12</td><td class="meaning">A whole number.</td></tr>
                <tr><th scope="row">Seconds</th><td class="number">-1,500.25</td><td class="meaning">A number.</td></tr>
                <tr><th scope="row">Share</th><td class="number">33.33%</td><td class="meaning">A share.</td></tr>
                <tr><th scope="row">Day</th><td class="line">2024-02-29</td><td class="meaning">A day.</td></tr>
                <tr><th scope="row">At (UTC)</th><td class="line">2024-05-07 22:59:59</td><td class="meaning">A time.</td></tr>
                <tr><th scope="row">Yes</th><td class="line">true</td><td class="meaning">A truth.</td></tr>
                </tbody>
                </table>
                """);
    }

    @Test
    void rowsBeyondThoseThatAreMeasuredAreThereToo() throws IOException {
        StringWriter page = new StringWriter();
        HtmlRowWriter writer = new HtmlRowWriter(page, Rows.HEAD);
        writer.begin(Rows.COLUMNS.subList(0, 2));
        for (int i = 1; i <= 1_001; i++) {
            writer.row(List.of("row", new BigDecimal(i)));
        }
        writer.end();
        assertThat(page.toString())
                .contains("<p>1,001 rows</p>")
                .containsOnlyOnce("<td class=\"number\">1,000</td>")
                .containsOnlyOnce("<td class=\"number\">1,001</td>");
    }

    @ParameterizedTest
    @CsvSource({
        "RATE,1.000000,100.00%",
        "RATE,0.999949,99.99%",
        "RATE,0.999950,100.00%",
        "RATE,-0.000010,0.00%",
        "RATE,12.345650,'1,234.57%'",
        "INTEGER,1234567890123456789,'1,234,567,890,123,456,789'",
        "INTEGER,999,999",
        "DECIMAL,-1234.5,'-1,234.5'",
        "DECIMAL,0.000001,0.000001"
    })
    void numbersAreWrittenForPeople(ReportColumn.Type type, BigDecimal number, String text) {
        ReportColumn column = new ReportColumn("n", type, "rows", "A number.");
        assertThat(HtmlCell.of(column, number)).isEqualTo(new HtmlCell(text, "number", text.length()));
    }

    @Test
    void aShortTextStandsInALineAndALongOneMayBeBroken() {
        ReportColumn column = Rows.COLUMNS.get(0);
        String fits = "x".repeat(24);
        assertThat(HtmlCell.of(column, fits)).isEqualTo(new HtmlCell(fits, "line", 24));
        assertThat(HtmlCell.of(column, fits + "y")).isEqualTo(new HtmlCell(fits + "y", "text", 24));
        assertThat(HtmlCell.of(column, "two\nlines")).isEqualTo(new HtmlCell("two\nlines", "text", 9));
        assertThat(HtmlCell.of(column, "\u6C49".repeat(12)).kind()).isEqualTo("line");
        assertThat(HtmlCell.of(column, "\u6C49".repeat(13)).kind()).isEqualTo("text");
    }
}
