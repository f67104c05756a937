package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableRowWriterTest {
    private static final List<ReportColumn> COLUMNS = List.of(
            new ReportColumn("intent_name", ReportColumn.Type.TEXT, null, "m"),
            new ReportColumn("n", ReportColumn.Type.INTEGER, "rows", "m"));

    private static String table(Object... cells) throws IOException {
        StringWriter text = new StringWriter();
        TableRowWriter table = new TableRowWriter(text);
        table.begin(COLUMNS);
        for (int i = 0; i < cells.length; i += 2) {
            table.row(Arrays.asList(cells[i], cells[i + 1]));
        }
        table.end();
        return text.toString();
    }

    @Test
    void wideAndCombiningCharactersAreCountedAsTheyAreShown() throws IOException {
        assertThat(table(
                        "\u6C49\u5B57",
                        BigDecimal.ONE,
                        "e\u0301",
                        BigDecimal.TEN,
                        "\uD83D\uDE00!",
                        null,
                        "a\tb\u0000\u007F\u0085",
                        new BigDecimal("1000")))
                .isEqualTo("""
                        Intent name       N
                        -------------  ----
                        \u6C49\u5B57              1
                        e\u0301                10
                        \uD83D\uDE00!               -
                        a\u2409b\u2400\u2421<U+0085>  1000
                        """);
    }

    @Test
    void longTextsAreCutBetweenCharacters() throws IOException {
        String emoji = "\uD83D\uDE00";
        assertThat(table(emoji.repeat(30), null).lines().skip(2)).containsExactly(emoji.repeat(30) + "  -");
        assertThat(table(emoji.repeat(31), null).lines().skip(2)).containsExactly(emoji.repeat(29) + "\u2026  -");
    }

    @Test
    void aTableWithoutRowsHasItsHeadings() throws IOException {
        assertThat(table()).isEqualTo("Intent name  N\n-----------  -\n");
    }

    @Test
    void rowsBehindTheMeasuredOnesAreWholeEvenIfWider() throws IOException {
        Object[] cells = new Object[2_004];
        for (int i = 0; i < cells.length; i += 2) {
            cells[i] = i < 2_000 ? "x" : "longer than the column";
            cells[i + 1] = BigDecimal.ONE;
        }
        assertThat(table(cells).lines())
                .hasSize(1_004)
                .endsWith("longer than the column  1", "longer than the column  1");
    }
}
