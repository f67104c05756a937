package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.reports.XlsxFile.Cell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class XlsxFormatTest {
    @SafeVarargs
    private static XlsxFile file(List<Object>... rows) throws IOException {
        return XlsxFile.read(Rows.bytes(ReportFormat.XLSX, CsvStyle.DEFAULT, rows));
    }

    private static Cell only(Object value, int column) throws IOException {
        List<Object> row = Arrays.asList(new Object[Rows.COLUMNS.size()]);
        row.set(column, value);
        List<Cell> cells = file(row).sheet(1).get(1);
        assertThat(cells).hasSize(column + 1);
        return cells.get(column);
    }

    @Test
    void everyTextIsReadBackAsItWas() throws IOException {
        for (String text : Rows.TEXTS) {
            String held = text.length() > 32_767 ? text.substring(0, 32_766) + "\u2026" : text;
            assertThat(only(text, 0)).isEqualTo(Cell.text(held));
        }
    }

    @Test
    void valuesHaveTheirTypesAndFormats() throws IOException {
        assertThat(file(Rows.FULL, Rows.EMPTY).sheet(1))
                .containsExactly(
                        List.of(
                                Cell.text("Some text"),
                                Cell.text("N"),
                                Cell.text("Seconds"),
                                Cell.text("Share"),
                                Cell.text("Day"),
                                Cell.text("At (UTC)"),
                                Cell.text("Yes")),
                        List.of(
                                Cell.text("t"),
                                new Cell("n", "-12", "#,##0"),
                                new Cell("n", "-1500.25", "General"),
                                new Cell("n", "0.333333", "0.00%"),
                                new Cell("n", "45351", "yyyy-mm-dd"),
                                new Cell("n", "45419.958321759271", "yyyy-mm-dd hh:mm:ss"),
                                new Cell("b", "1", "General")));
    }

    @Test
    void whatANumberOfExcelCannotHoldIsAText() throws IOException {
        assertThat(only(new BigDecimal("999999999999999"), 1)).isEqualTo(new Cell("n", "999999999999999", "#,##0"));
        assertThat(only(new BigDecimal("1234567890123456"), 1)).isEqualTo(Cell.text("1234567890123456"));
        assertThat(only(LocalDate.of(1900, 3, 1), 4)).isEqualTo(new Cell("n", "61", "yyyy-mm-dd"));
        assertThat(only(LocalDate.of(1900, 2, 28), 4)).isEqualTo(Cell.text("1900-02-28"));
        assertThat(only(LocalDate.of(9999, 12, 31), 4)).isEqualTo(new Cell("n", "2958465", "yyyy-mm-dd"));
        assertThat(only(LocalDate.of(10_000, 1, 1), 4)).isEqualTo(Cell.text("+10000-01-01"));
        assertThat(only(Instant.parse("1850-01-01T00:00:00Z"), 5)).isEqualTo(Cell.text("1850-01-01T00:00:00Z"));
        assertThat(only(Instant.parse("2024-05-07T23:59:59.999999Z"), 5).text()).isEqualTo("45419.999999999988");
    }

    @Test
    void aTextIsCutBetweenCharactersAndThatIsTold() throws IOException {
        String fits = "x".repeat(32_765) + "\uD83D\uDE00";
        assertThat(only(fits, 0).text()).isEqualTo(fits);
        assertThat(only(fits + "y", 0).text()).isEqualTo("x".repeat(32_765) + "\u2026");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(Rows.write(new XlsxRowWriter(bytes, Rows.HEAD), Rows.of(fits)))
                .isEmpty();
        assertThat(Rows.write(
                        new XlsxRowWriter(bytes, Rows.HEAD), Rows.of(fits + "y"), Rows.of(""), Rows.of(fits + fits)))
                .containsExactly(
                        "2 texts were cut, since a cell of a workbook holds 32767 characters; csv and json hold all");
    }

    @Test
    void rowsThatDoNotFitGoOnFurtherSheets() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XlsxRowWriter writer = new XlsxRowWriter(bytes, Rows.HEAD, 1_001);
        writer.begin(Rows.COLUMNS.subList(0, 1));
        for (int i = 0; i < 2_001; i++) {
            writer.row(List.of("row " + i));
        }
        writer.end();
        XlsxFile file = XlsxFile.read(bytes.toByteArray());
        assertThat(file.sheetNames()).containsExactly("mine", "mine (2)", "mine (3)", "About");
        assertThat(file.sheet(1)).hasSize(1_001).first().isEqualTo(List.of(Cell.text("Some text")));
        assertThat(file.sheet(1)).last().isEqualTo(List.of(Cell.text("row 999")));
        assertThat(file.sheet(2)).hasSize(1_001).first().isEqualTo(List.of(Cell.text("Some text")));
        assertThat(file.sheet(2)).element(1).isEqualTo(List.of(Cell.text("row 1000")));
        assertThat(file.sheet(3)).containsExactly(List.of(Cell.text("Some text")), List.of(Cell.text("row 2000")));
    }

    @Test
    void theHeaderIsBoldAndStays() throws IOException {
        XlsxFile file = file();
        assertThat(file.sheet(1)).hasSize(1);
        assertThat(file.part("xl/worksheets/sheet1.xml"))
                .contains("ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"")
                .contains("<col min=\"1\" max=\"1\" width=\"11.0\"");
        assertThat(file.part("xl/worksheets/sheet2.xml")).contains("<col min=\"3\" max=\"3\" width=\"100.0\"");
        assertThat(file.part("xl/styles.xml")).containsOnlyOnce("<b/>");
        assertThat(file.part("docProps/core.xml")).contains("<dc:title>A &lt;title&gt;</dc:title>");
    }

    @Test
    void rowsCanBeFilteredAndLieOnTheirSideOnPaper() throws IOException {
        XlsxFile file = file(Rows.FULL, Rows.EMPTY);
        assertThat(file.part("xl/worksheets/sheet1.xml")).contains("<autoFilter ref=\"A1:G3\">");
        for (int sheet = 1; sheet <= 2; sheet++) {
            assertThat(file.part("xl/worksheets/sheet" + sheet + ".xml"))
                    .contains("fitToPage=\"true\"", " fitToWidth=\"1\" fitToHeight=\"0\" ")
                    .contains("paperSize=\"9\"", "orientation=\"landscape\"");
        }
        assertThat(file().part("xl/worksheets/sheet1.xml")).contains("<autoFilter ref=\"A1:G1\">");
    }

    @Test
    void theLastSheetTellsWhatTheRowsAreAbout() throws IOException {
        assertThat(texts(file(Rows.of("x".repeat(40_000))).sheet(2)))
                .containsExactly(
                        List.of("Report", "A <title>"),
                        List.of("Question", "Why & how?"),
                        List.of("Days", "2024-05-01 to 2024-05-31"),
                        List.of("Bot", "b1"),
                        List.of("Bot", "b2"),
                        List.of("Made", "2024-06-01 04:30 UTC by botledger 1.2.3"),
                        List.of("Warning", "<careful>"),
                        List.of(
                                "Warning",
                                "1 text was cut, since a cell of a workbook holds 32767 characters; csv and json hold all"),
                        List.of("Column", "Unit", "Meaning"),
                        Arrays.asList("Some text", null, "A text."),
                        List.of("N", "rows", "A whole number."),
                        List.of("Seconds", "seconds", "A number."),
                        List.of("Share", "of n", "A share."),
                        Arrays.asList("Day", null, "A day."),
                        Arrays.asList("At (UTC)", null, "A time."),
                        Arrays.asList("Yes", null, "A truth."));
    }

    @Test
    void aLongWarningIsShownWhole() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ReportHead head = new ReportHead(
                "mine", "Title", "Why?", null, null, Map.of(), List.of("short", "long ".repeat(50), "x".repeat(9_000)));
        Rows.write(new XlsxRowWriter(bytes, head));
        String about = XlsxFile.read(bytes.toByteArray()).part("xl/worksheets/sheet2.xml");
        assertThat(about)
                .contains("<mergeCell ref=\"B4:C4\"/>", "<mergeCell ref=\"B5:C5\"/>")
                .doesNotContain("B3:C3")
                .contains("<row r=\"4\" ht=\"45.0\"", "<row r=\"5\" ht=\"405.0\"");
    }

    private static List<List<String>> texts(List<List<Cell>> rows) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(cell -> cell == null ? null : cell.text())
                        .collect(Collectors.toCollection(ArrayList::new)))
                .map(row -> (List<String>) row)
                .toList();
    }

    @Test
    void namesThatExcelRefusesAreChanged() throws IOException {
        Map<String, String> names = Map.of("history", "history_", "about", "about_", "a".repeat(40), "a".repeat(25));
        for (Map.Entry<String, String> name : names.entrySet()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Rows.write(new XlsxRowWriter(bytes, Rows.head(name.getKey())));
            assertThat(XlsxFile.read(bytes.toByteArray()).sheetNames()).containsExactly(name.getValue(), "About");
        }
    }

    @Test
    void theSameRowsGiveTheSameWorkbookButForItsTime() throws IOException {
        assertThat(file(Rows.FULL).timelessParts()).isEqualTo(file(Rows.FULL).timelessParts());
        assertThat(file(Rows.FULL).part("docProps/core.xml")).contains("<dcterms:created");
    }
}
