package io.botledger.reports;

import java.util.regex.Pattern;
import org.dhatim.fastexcel.RichText;

/** Texts of a workbook. */
final class XlsxText {
    /** The most UTF-16 units that a cell holds ("Excel specifications and limits"); a file with more counts as damaged. */
    static final int LONGEST = 32_767;

    /** What reads as an escaped character (ECMA-376, ST_Xstring), and so has to be escaped itself. */
    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final Pattern NOT_IN_XML = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    private XlsxText() {}

    static boolean tooLong(String text) {
        return text.length() > LONGEST;
    }

    /** The text if a cell can hold it, else as much of it as leaves room for an ellipsis. */
    static String cut(String text) {
        if (!tooLong(text)) {
            return text;
        }
        int end = LONGEST - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + '\u2026';
    }

    /**
     * For {@code Worksheet.inlineString}. Shared strings would all be kept in memory, and of plain inline ones readers
     * drop the spaces at both ends; those of rich texts stay.
     */
    static RichText inline(String text) {
        return RichText.builder().run(escaped(text)).end().build();
    }

    private static String escaped(String text) {
        String unambiguous = LOOKS_ESCAPED.matcher(text).replaceAll("_x005F_");
        return NOT_IN_XML
                .matcher(unambiguous)
                .replaceAll(
                        match -> String.format("_x%04X_", (int) match.group().charAt(0)));
    }
}
