package io.botledger.reports;

/** Text in a page. */
final class HtmlText {
    private HtmlText() {}

    /**
     * The text for between tags and in quoted attributes: nothing in it is markup, every end of line is LF, and other
     * control characters, which a page may not hold, are visible.
     */
    static String of(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(codePoint -> append(escaped, codePoint));
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, int codePoint) {
        switch (codePoint) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            case '\n', '\t' -> escaped.appendCodePoint(codePoint);
            default -> {
                if (Character.isISOControl(codePoint)) {
                    escaped.append(HtmlText.of(DisplayText.visible(Character.toString(codePoint))));
                } else {
                    escaped.appendCodePoint(codePoint);
                }
            }
        }
    }
}
