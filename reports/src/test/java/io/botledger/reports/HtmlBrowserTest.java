package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report's page in a Chromium: how it reads on a screen, and what of it is on paper. */
class HtmlBrowserTest {
    private static final Path TARGET = Path.of("target", "html");
    private static final int SCREEN = 1_280;

    /** Between margins of 1 cm, in CSS pixels. */
    private static final int A4_PORTRAIT = 718;

    private static final int A4_LANDSCAPE = 1_047;
    private static final List<Object> FIGURES = List.of(
            "Payment declined (card, PayPal, invoice or voucher)",
            "Talk to a human/agent",
            new BigDecimal("1234567"),
            new BigDecimal("1.000000"));

    private static final Pattern MEDIA_BOX = Pattern.compile("/MediaBox \\[0 0 (\\d+)[.\\d]* (\\d+)");

    private static Browser browser;

    @BeforeAll
    static void start(@TempDir Path profile) throws IOException {
        Files.createDirectories(TARGET);
        browser = Browser.start(profile);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    /** A page of rows of a long and a short text, and of so many counts with their rates. */
    private static Path page(String name, int rates, int rows) throws IOException {
        List<ReportColumn> columns = new ArrayList<>();
        List<Object> row = new ArrayList<>(FIGURES.subList(0, 2));
        columns.add(new ReportColumn("intent_name", ReportColumn.Type.TEXT, null, "A text."));
        columns.add(new ReportColumn("next_intent", ReportColumn.Type.TEXT, null, "A text."));
        for (int i = 0; i < rates; i++) {
            columns.add(new ReportColumn(
                    "failed_escalation_conversations", ReportColumn.Type.INTEGER, "conversations", "A count."));
            columns.add(new ReportColumn("failed_escalation_rate", ReportColumn.Type.RATE, "of all", "A share."));
            row.addAll(FIGURES.subList(2, 4));
        }
        StringWriter page = new StringWriter();
        HtmlRowWriter writer = new HtmlRowWriter(page, Rows.HEAD);
        writer.begin(columns);
        for (List<Object> each : Collections.nCopies(rows, row)) {
            writer.row(each);
        }
        writer.end();
        return Files.writeString(TARGET.resolve(name + ".html"), page.toString());
    }

    private static long number(String expression) {
        return ((Number) browser.run("return " + expression)).longValue();
    }

    /** How much wider the page is than the paper between its margins. */
    private static long beyondThePaper(Path page, int width) {
        browser.open(page, "", width, "light");
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        long beyond = number("document.querySelector('table').getBoundingClientRect().right - " + width);
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        return beyond;
    }

    @Test
    void wordsOfTextsAreNotBroken() throws IOException {
        browser.open(page("words", 8, 3), "", SCREEN, "light");
        assertThat(number("document.querySelector('tbody th').clientWidth")).isGreaterThan(200);
        assertThat(browser.run("""
                const text = document.querySelector('tbody th').firstChild;
                const range = document.createRange();
                return text.data.split(/\\s/).every((word) => {
                  const begin = text.data.indexOf(word);
                  range.setStart(text, begin);
                  range.setEnd(text, begin + word.length);
                  return range.getClientRects().length === 1;
                })
                """)).isEqualTo(true);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aWordWithoutEndWidensNoColumnWithoutEnd() throws IOException {
        Path page = TARGET.resolve("long.html");
        Files.writeString(page, Rows.text(ReportFormat.HTML, Rows.of("x".repeat(40_000)), Rows.EMPTY));
        browser.open(page, "", SCREEN, "light");
        assertThat(number("document.querySelector('tbody th').clientWidth")).isBetween(200L, 800L);
    }

    @Test
    void nothingIsCutOnPaper() throws IOException {
        for (int rates : List.of(0, 1)) {
            Path page = page("narrow" + rates, rates, 3);
            assertThat(page).content().doesNotContain("class=\"wide\"");
            assertThat(beyondThePaper(page, A4_PORTRAIT)).as(page.toString()).isNotPositive();
        }
        for (int rates : List.of(3, 8, 20)) {
            Path page = page("wide" + rates, rates, 3);
            assertThat(page).content().contains("class=\"wide\"");
            assertThat(beyondThePaper(page, A4_LANDSCAPE)).as(page.toString()).isNotPositive();
        }
        assertThat(beyondThePaper(page("side", 8, 1), A4_PORTRAIT)).isNotPositive();
    }

    @Test
    void aWideTableLiesOnItsSide() throws IOException {
        assertThat(paper(page("portrait", 1, 3))).containsOnly("595 x 841");
        assertThat(paper(page("landscape", 8, 3))).containsOnly("841 x 595");
    }

    /** The sizes of the pages as they are printed, in points. */
    private static List<String> paper(Path page) {
        browser.open(page, "", SCREEN, "light");
        Object pdf = browser.driver()
                .executeCdpCommand(
                        "Page.printToPDF", Map.of("paperWidth", 8.27, "paperHeight", 11.69, "preferCSSPageSize", true))
                .get("data");
        String text = new String(Base64.getDecoder().decode((String) pdf), StandardCharsets.ISO_8859_1);
        return MEDIA_BOX
                .matcher(text)
                .results()
                .map(box -> box.group(1) + " x " + box.group(2))
                .toList();
    }
}
