package io.botledger.reports;

/** Text on a terminal: how wide it is, and what must not reach it. */
final class DisplayText {
    /** First and last code points of what terminals show two columns wide (Unicode's East Asian Width W and F, in outline). */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x231A, 0x231B},
        {0x23E9, 0x23EC},
        {0x2614, 0x2615},
        {0x2648, 0x2653},
        {0x26BD, 0x26BE},
        {0x2705, 0x2705},
        {0x270A, 0x270B},
        {0x2728, 0x2728},
        {0x274C, 0x274C},
        {0x2753, 0x2755},
        {0x2795, 0x2797},
        {0x2E80, 0x303E},
        {0x3041, 0xA4CF},
        {0xA960, 0xA97C},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF01, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x17000, 0x18CFF},
        {0x1B000, 0x1B2FF},
        {0x1F004, 0x1F004},
        {0x1F0CF, 0x1F0CF},
        {0x1F18E, 0x1F19A},
        {0x1F1E6, 0x1F202},
        {0x1F210, 0x1F320},
        {0x1F32D, 0x1F64F},
        {0x1F680, 0x1F6FF},
        {0x1F7E0, 0x1F7EB},
        {0x1F90C, 0x1FAFF},
        {0x20000, 0x3FFFD},
    };

    private DisplayText() {}

    /** The columns that a text without control characters takes. */
    static int width(String text) {
        return text.codePoints().map(DisplayText::width).sum();
    }

    private static int width(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        for (int[] range : WIDE) {
            if (codePoint >= range[0] && codePoint <= range[1]) {
                return 2;
            }
        }
        return 1;
    }

    /** The text with a visible sign for each character that would move the cursor or turn the direction of writing. */
    static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            if (codePoint < 0x20) {
                visible.appendCodePoint(0x2400 + codePoint);
            } else if (codePoint == 0x7F) {
                visible.append('\u2421');
            } else if (disturbs(codePoint)) {
                visible.append(String.format("<U+%04X>", codePoint));
            } else {
                visible.appendCodePoint(codePoint);
            }
        });
        return visible.toString();
    }

    private static boolean disturbs(int codePoint) {
        boolean c1 = codePoint >= 0x80 && codePoint < 0xA0;
        boolean separator = codePoint == 0x2028 || codePoint == 0x2029;
        boolean direction = codePoint == 0x061C
                || codePoint == 0x200E
                || codePoint == 0x200F
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069);
        return c1 || separator || direction || codePoint == 0xFEFF;
    }

    /** The text if it is at most so wide, else as much of it as leaves room for an ellipsis. */
    static String cut(String text, int widest) {
        if (width(text) <= widest) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int columns = 1;
        for (int codePoint : text.codePoints().toArray()) {
            columns += width(codePoint);
            if (columns > widest) {
                break;
            }
            kept.appendCodePoint(codePoint);
        }
        return kept.append('\u2026').toString();
    }

    /** The text with spaces up to a width, behind it or, to align it right, before it. */
    static String pad(String text, int toWidth, boolean right) {
        String spaces = " ".repeat(Math.max(0, toWidth - width(text)));
        return right ? spaces + text : text + spaces;
    }
}
