package io.botledger.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * {@link ReportFormat#XLSX}. A sheet is kept in memory until enough of it is there to tell how wide its columns are; from
 * then on rows go out in portions.
 */
final class XlsxRowWriter implements RowWriter {
    private static final int ROWS_OF_SHEET = 1_048_576;
    private static final int PORTION_ROWS = 500;
    private static final int PORTION_CHARACTERS = 1 << 20;
    private static final int MOST_DIGITS = 15;
    private static final int LONGEST_SHEET_NAME = 25;

    private final ReportHead head;
    private final int rowsOfSheet;
    private final Workbook workbook;
    private List<ReportColumn> columns;
    private Worksheet sheet;
    private int sheets;
    private int nextRow;
    private XlsxWidths widths;
    private long portionCharacters;
    private long cutTexts;

    XlsxRowWriter(OutputStream bytes, ReportHead head) {
        this(bytes, head, ROWS_OF_SHEET);
    }

    /** With sheets of another size, the header row included. */
    XlsxRowWriter(OutputStream bytes, ReportHead head, int rowsOfSheet) {
        this.head = head;
        this.rowsOfSheet = rowsOfSheet;
        workbook = new Workbook(bytes, "botledger", null);
        workbook.properties().setTitle(head.title()).setSubject(head.question());
    }

    @Override
    public void begin(List<ReportColumn> shown) {
        columns = shown;
        beginSheet();
    }

    private void beginSheet() {
        sheets++;
        sheet = workbook.newWorksheet(sheetName());
        sheet.freezePane(0, 1);
        sheet.repeatRows(0);
        layOut(sheet);
        widths = new XlsxWidths(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            text(0, i, columns.get(i).readableHeading());
            sheet.style(0, i).bold().set();
        }
        nextRow = 1;
    }

    /** On paper: on its side, and all columns side by side. */
    static void layOut(Worksheet sheet) {
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
    }

    /** Excel keeps the name "History" for itself, and takes names regardless of case. */
    private String sheetName() {
        String name = head.name().substring(0, Math.min(head.name().length(), LONGEST_SHEET_NAME));
        boolean taken = name.equals("history") || name.equalsIgnoreCase(XlsxAbout.NAME);
        return name + (sheets > 1 ? " (" + sheets + ")" : taken ? "_" : "");
    }

    @Override
    public void row(List<Object> values) throws IOException {
        if (nextRow == rowsOfSheet) {
            endSheet();
            beginSheet();
        }
        for (int i = 0; i < values.size(); i++) {
            cell(nextRow, i, columns.get(i), values.get(i));
        }
        nextRow++;
        if (nextRow % PORTION_ROWS == 0 || portionCharacters > PORTION_CHARACTERS) {
            flush();
        }
    }

    private void cell(int row, int column, ReportColumn described, Object value) {
        Optional<BigDecimal> number = number(value);
        if (number.isPresent()) {
            sheet.value(row, column, number.get());
            sheet.style(row, column).format(format(described.type())).set();
            widths.add(column, described.type(), number.get());
        } else if (value instanceof Boolean truth) {
            sheet.value(row, column, truth);
        } else if (value != null) {
            text(row, column, CellText.of(value));
        }
    }

    /** Empty for what is no number, or one that a workbook does not hold exactly. */
    private static Optional<BigDecimal> number(Object value) {
        if (value instanceof BigDecimal number) {
            return Optional.of(number)
                    .filter(known -> known.stripTrailingZeros().precision() <= MOST_DIGITS);
        }
        if (value instanceof LocalDate day) {
            return XlsxTime.number(day);
        }
        return value instanceof Instant time ? XlsxTime.number(time) : Optional.empty();
    }

    private static String format(ReportColumn.Type type) {
        return switch (type) {
            case INTEGER -> "#,##0";
            case RATE -> "0.00%";
            case DATE -> "yyyy-mm-dd";
            case TIMESTAMP -> "yyyy-mm-dd hh:mm:ss";
            case DECIMAL, TEXT, BOOLEAN -> "General";
        };
    }

    private void text(int row, int column, String text) {
        cutTexts += XlsxText.tooLong(text) ? 1 : 0;
        String held = XlsxText.cut(text);
        sheet.inlineString(row, column, XlsxText.inline(held));
        widths.add(column, held);
        portionCharacters += held.length();
    }

    private void flush() throws IOException {
        widths.applyTo(sheet);
        sheet.flush();
        portionCharacters = 0;
    }

    private void endSheet() throws IOException {
        widths.applyTo(sheet);
        sheet.setAutoFilter(0, 0, nextRow - 1, columns.size() - 1);
        sheet.finish();
        portionCharacters = 0;
    }

    @Override
    public List<String> end() throws IOException {
        endSheet();
        List<String> cut = cutTexts();
        List<String> warnings = new ArrayList<>(head.warnings());
        warnings.addAll(cut);
        XlsxAbout.write(workbook, head, columns, warnings);
        workbook.finish();
        return cut;
    }

    private List<String> cutTexts() {
        if (cutTexts == 0) {
            return List.of();
        }
        return List.of(cutTexts + (cutTexts == 1 ? " text was" : " texts were")
                + " cut, since a cell of a workbook holds " + XlsxText.LONGEST + " characters; csv and json hold all");
    }
}
