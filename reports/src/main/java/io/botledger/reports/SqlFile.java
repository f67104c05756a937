package io.botledger.reports;

import io.botledger.model.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code .sql} file: its header, which is the block of line comments that it begins with, and the SQL below.
 *
 * @param entries the header's entries in their order
 * @param sql the SQL without comments and without a semicolon at its end
 */
record SqlFile(List<Entry> entries, SqlText sql) {
    private static final Pattern ENTRY = Pattern.compile("-- @([a-z]+) +(\\S.*)");
    private static final Pattern CONTINUATION = Pattern.compile("-- {2,}(\\S.*)");
    private static final Pattern COMMENT_OR_QUOTED =
            Pattern.compile("('(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\")|--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    /** One {@code @key text} of the header, with the number of its line, 1-based. */
    record Entry(int line, String key, String text) {}

    /**
     * Reads a file.
     *
     * @param where what to write before its lines in messages; empty if they are about this file anyway
     */
    static SqlFile parse(String text, String where, Problems problems) {
        List<String> lines =
                text.lines().map(line -> line.replaceFirst("^\uFEFF", "")).toList();
        List<Entry> entries = new ArrayList<>();
        int line = 0;
        for (; line < lines.size() && lines.get(line).startsWith("--"); line++) {
            addHeaderLine(entries, line + 1, lines.get(line).stripTrailing(), where, problems);
        }
        SqlText whole = SqlText.ofFile(String.join("\n", lines), where);
        int bodyBegin =
                lines.subList(0, line).stream().mapToInt(it -> it.length() + 1).sum();
        int end = whole.text().length();
        return new SqlFile(List.copyOf(entries), withoutComments(whole.part(Math.min(bodyBegin, end), end)));
    }

    private static void addHeaderLine(List<Entry> entries, int number, String line, String where, Problems problems) {
        Matcher entry = ENTRY.matcher(line);
        Matcher continuation = CONTINUATION.matcher(line);
        if (entry.matches()) {
            entries.add(new Entry(number, entry.group(1), entry.group(2)));
        } else if (continuation.matches() && !entries.isEmpty()) {
            Entry begun = entries.remove(entries.size() - 1);
            entries.add(new Entry(begun.line(), begun.key(), begun.text() + " " + continuation.group(1)));
        } else {
            problems.add(
                    where + "line " + number + ": expected \"-- @key text\" or, indented by two spaces or more, the "
                            + "continuation of the line above; other comments go below the header, after an empty line");
        }
    }

    private static SqlText withoutComments(SqlText body) {
        SqlText stripped = body.replaceAll(
                        COMMENT_OR_QUOTED,
                        match -> match.group(1) == null ? SqlText.of("") : body.part(match.start(), match.end()))
                .strip();
        return stripped.text().endsWith(";")
                ? stripped.part(0, stripped.text().length() - 1).strip()
                : stripped;
    }

    /** The texts of all entries with a key. */
    List<String> texts(String key) {
        return entries.stream()
                .filter(entry -> entry.key().equals(key))
                .map(Entry::text)
                .toList();
    }
}
