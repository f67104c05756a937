package io.botledger.reports;

import java.util.List;
import java.util.Locale;

/**
 * How a table is printed so that nothing of it is cut: on its side if it is wide, and with smaller type if it is wider than
 * that. All lengths are in the size of the type, or in points.
 *
 * @param landscape whether the paper lies on its side
 * @param typeSize the size of the type, in points
 */
record HtmlPaper(boolean landscape, double typeSize) {
    private static final double LARGEST_TYPE = 9;

    /** A character of the table's first rows and of its headings, which are bold, and the space around a cell. */
    private static final double CHARACTER = 0.62;

    private static final double BOLD_CHARACTER = 0.7;
    private static final double AROUND = 0.8;

    /** Between margins of 1 cm, of the narrower of A4 and Letter. */
    private static final double PORTRAIT_WIDTH = 538;

    private static final double LANDSCAPE_WIDTH = 734;

    /** For rows side by side, by the first of them. */
    static HtmlPaper of(List<ReportColumn> columns, List<List<HtmlCell>> rows) {
        double width = 0;
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            int cells =
                    rows.stream().mapToInt(row -> row.get(column).width()).max().orElse(0);
            width += AROUND + Math.max(CHARACTER * cells, BOLD_CHARACTER * longestWord(columns.get(i)));
        }
        boolean landscape = width * LARGEST_TYPE > PORTRAIT_WIDTH;
        return new HtmlPaper(landscape, Math.min(LARGEST_TYPE, LANDSCAPE_WIDTH / width));
    }

    private static int longestWord(ReportColumn column) {
        return List.of(column.readableHeading().split(" ")).stream()
                .mapToInt(DisplayText::width)
                .max()
                .orElse(0);
    }

    /** The attributes of what holds the table. */
    String attributes() {
        return (landscape ? " class=\"wide\"" : "")
                + String.format(Locale.ROOT, " style=\"--type-size: %.1fpt\"", Math.floor(typeSize * 10) / 10);
    }
}
