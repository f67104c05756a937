package io.botledger.reports;

import java.math.BigDecimal;
import org.dhatim.fastexcel.Worksheet;

/** How wide the columns of a sheet are: as its first rows need it, within limits. */
final class XlsxWidths {
    private static final int NARROWEST = 8;
    private static final int WIDEST = 60;
    private static final int DAY = 11;
    private static final int TIME = 20;
    private static final int THOUSANDS = 3;

    private final int[] widths;
    private boolean applied;

    XlsxWidths(int columns) {
        widths = new int[columns];
    }

    void add(int column, String text) {
        if (!applied) {
            widen(column, DisplayText.width(text.length() > WIDEST ? text.substring(0, WIDEST) : text));
        }
    }

    void add(int column, ReportColumn.Type type, BigDecimal number) {
        if (!applied) {
            widen(
                    column,
                    switch (type) {
                        case DATE -> DAY;
                        case TIMESTAMP -> TIME;
                        default -> {
                            int digits = number.toPlainString().length();
                            yield digits + digits / THOUSANDS;
                        }
                    });
        }
    }

    private void widen(int column, int width) {
        widths[column] = Math.max(widths[column], width);
    }

    /** Takes effect once, before the first rows of the sheet go out. */
    void applyTo(Worksheet sheet) {
        if (applied) {
            return;
        }
        applied = true;
        for (int i = 0; i < widths.length; i++) {
            sheet.width(i, Math.min(WIDEST, Math.max(NARROWEST, widths[i] + 2)));
        }
    }
}
