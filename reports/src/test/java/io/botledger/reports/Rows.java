package io.botledger.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Rows of every kind of value, and what a format makes of them without a database. */
final class Rows {
    static final List<ReportColumn> COLUMNS = List.of(
            new ReportColumn("some_text", ReportColumn.Type.TEXT, null, "A text."),
            new ReportColumn("n", ReportColumn.Type.INTEGER, "rows", "A whole number."),
            new ReportColumn("seconds", ReportColumn.Type.DECIMAL, "seconds", "A number."),
            new ReportColumn("share", ReportColumn.Type.RATE, "of n", "A share."),
            new ReportColumn("day", ReportColumn.Type.DATE, null, "A day."),
            new ReportColumn("at", ReportColumn.Type.TIMESTAMP, null, "A time."),
            new ReportColumn("yes", ReportColumn.Type.BOOLEAN, null, "A truth."));

    /** Texts that a careless writer gets wrong; each is read back as it is, where a format does not say otherwise. */
    static final List<String> TEXTS = List.of(
            "",
            " both ends ",
            "\"quoted\", 'quoted'",
            "a,b;c\td|e",
            "two\nlines",
            "three\r\nlines\rof it",
            "<script>alert('1')</script><!-- & &amp; -->",
            "</td></table></style></title>]]>",
            "\uD83D\uDE00\uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08",
            "\u05E9\u05DC\u05D5\u05DD (1)",
            "\u202Eright to left",
            "\u0130I\u0131i",
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "'=1",
            "-",
            "_x0041_",
            "null",
            "0012",
            "2024-05-07",
            "1e3",
            "true",
            "\u0001\u001F\u007F\u0085\uFFFE",
            "\uFEFFmark",
            "${x} %s {0} \\ \\n",
            "x".repeat(40_000));

    static final ReportHead HEAD = head("mine");

    static final List<Object> FULL = List.of(
            "t",
            new BigDecimal("-12"),
            new BigDecimal("-1500.25"),
            new BigDecimal("0.333333"),
            LocalDate.of(2024, 2, 29),
            Instant.parse("2024-05-07T22:59:59.000001Z"),
            true);

    static final List<Object> EMPTY = Arrays.asList(null, null, null, null, null, null, null);

    private Rows() {}

    /** What is told beside the rows of a report of this name. */
    static ReportHead head(String name) {
        return new ReportHead(
                name,
                "A <title>",
                "Why & how?",
                "2024-05-01 to 2024-05-31",
                "2024-06-01 04:30 UTC by botledger 1.2.3",
                Map.of("bot", List.of("b1", "b2")),
                List.of("<careful>"));
    }

    @SafeVarargs
    static byte[] bytes(ReportFormat format, CsvStyle csv, List<Object>... rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(format.rowWriter(bytes, HEAD, csv), rows);
        return bytes.toByteArray();
    }

    /** Writes rows; gives what the format could not hold. */
    @SafeVarargs
    static List<String> write(RowWriter writer, List<Object>... rows) throws IOException {
        writer.begin(COLUMNS);
        for (List<Object> row : rows) {
            writer.row(row);
        }
        return writer.end();
    }

    @SafeVarargs
    static String text(ReportFormat format, List<Object>... rows) throws IOException {
        return new String(bytes(format, CsvStyle.DEFAULT, rows), StandardCharsets.UTF_8);
    }

    /** A row that has a text and nothing else. */
    static List<Object> of(String text) {
        return Arrays.asList(text, null, null, null, null, null, null);
    }
}
