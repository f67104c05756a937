package io.botledger.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL that is put together from files, and where in these each part of it stands. Immutable. */
final class SqlText {
    private final String text;
    private final List<Piece> pieces;

    /**
     * The text of a file.
     *
     * @param where what to write before a place in it; empty for the file that a message is about anyway
     */
    private record Source(String where, String text) {
        /** Lines and columns count from 1, a column is a character. */
        String place(int offset) {
            int lineBegin = text.lastIndexOf('\n', offset - 1) + 1;
            long line = 1
                    + text.substring(0, lineBegin)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            int column = 1 + text.codePointCount(lineBegin, offset);
            return where + "line " + line + ", column " + column + ": ";
        }
    }

    /** A part that stands in a file as it is: where it begins and ends in the text, and where it begins in the file. */
    private record Piece(int begin, int end, Source source, int sourceBegin) {
        Piece moved(int by) {
            return new Piece(begin + by, end + by, source, sourceBegin);
        }

        Piece cut(int from, int to) {
            int first = Math.max(begin, from);
            return new Piece(first, Math.min(end, to), source, sourceBegin + first - begin);
        }
    }

    private SqlText(String text, List<Piece> pieces) {
        this.text = text;
        this.pieces = pieces;
    }

    /** What stands in no file. */
    static SqlText of(String text) {
        return new SqlText(text, List.of());
    }

    /**
     * The whole text of a file.
     *
     * @param where see {@link #place}
     */
    static SqlText ofFile(String text, String where) {
        return new SqlText(text, List.of(new Piece(0, text.length(), new Source(where, text), 0)));
    }

    /** The SQL. */
    String text() {
        return text;
    }

    /** Where in its file a character stands: {@code line 7, column 12: }, behind what tells the file; empty if in none. */
    String place(int offset) {
        return pieces.stream()
                .filter(piece -> piece.begin() <= offset && offset < piece.end())
                .findFirst()
                .map(piece -> piece.source().place(piece.sourceBegin() + offset - piece.begin()))
                .orElse("");
    }

    SqlText part(int from, int to) {
        return new SqlText(
                text.substring(from, to),
                pieces.stream()
                        .filter(piece -> piece.end() > from && piece.begin() < to)
                        .map(piece -> piece.cut(from, to).moved(-from))
                        .toList());
    }

    /** Without blanks around it. */
    SqlText strip() {
        int from = text.length() - text.stripLeading().length();
        return part(from, Math.max(from, text.stripTrailing().length()));
    }

    /** With another text in the place of each match. */
    SqlText replaceAll(Pattern pattern, Function<MatchResult, SqlText> replacement) {
        StringBuilder replaced = new StringBuilder();
        List<Piece> replacedPieces = new ArrayList<>();
        int from = 0;
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            part(from, matcher.start()).appendTo(replaced, replacedPieces);
            replacement.apply(matcher.toMatchResult()).appendTo(replaced, replacedPieces);
            from = matcher.end();
        }
        part(from, text.length()).appendTo(replaced, replacedPieces);
        return new SqlText(replaced.toString(), List.copyOf(replacedPieces));
    }

    private void appendTo(StringBuilder target, List<Piece> targetPieces) {
        int by = target.length();
        target.append(text);
        pieces.forEach(piece -> targetPieces.add(piece.moved(by)));
    }
}
