package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFormatTest {
    private static String csv(CsvStyle style, List<Object> row) throws IOException {
        return new String(Rows.bytes(ReportFormat.CSV, style, row), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t'})
    void everyTextIsReadBackAsItWas(char separator) throws IOException {
        CsvStyle raw = new CsvStyle(separator, false, true);
        for (String text : Rows.TEXTS) {
            assertThat(CsvFile.read(csv(raw, Rows.of(text)), separator))
                    .containsExactly(
                            List.of("some_text", "n", "seconds", "share", "day", "at", "yes"),
                            Arrays.asList(text, null, null, null, null, null, null));
        }
    }

    @Test
    void numbersDaysAndTimesHaveOneForm() throws IOException {
        assertThat(Rows.text(ReportFormat.CSV, Rows.FULL, Rows.EMPTY)).isEqualTo("""
                some_text,n,seconds,share,day,at,yes\r
                t,-12,-1500.25,0.333333,2024-02-29,2024-05-07T22:59:59.000001Z,true\r
                ,,,,,,\r
                """);
        assertThat(Rows.text(ReportFormat.CSV)).isEqualTo("some_text,n,seconds,share,day,at,yes\r\n");
    }

    @Test
    void noTextIsAFormulaButNumbersStay() throws IOException {
        for (String text : Rows.TEXTS) {
            boolean formula = text.matches("(?s)[=+@\\t\\r-].*");
            assertThat(CsvFile.read(csv(CsvStyle.DEFAULT, Rows.of(text)), ',')
                            .get(1)
                            .get(0))
                    .isEqualTo(formula ? "'" + text : text);
        }
        assertThat(Rows.TEXTS.stream().filter(text -> text.matches("(?s)[=+@\\t\\r-].*")))
                .hasSize(7);
    }

    @Test
    void separatorAndByteOrderMarkAreForExcel() throws IOException {
        byte[] bytes = Rows.bytes(ReportFormat.CSV, new CsvStyle(';', true, false), Rows.of("a;b"));
        assertThat(Arrays.copyOf(bytes, 3)).containsExactly(0xEF, 0xBB, 0xBF);
        assertThat(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8))
                .isEqualTo("some_text;n;seconds;share;day;at;yes\r\n\"a;b\";;;;;;\r\n");
        assertThatThrownBy(() -> new CsvStyle('"', false, false)).isInstanceOf(IllegalArgumentException.class);
    }
}
