package io.botledger.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** A small table of text for the terminal: columns as wide as their widest cell, numbers to the right. */
final class TextTable {
    private final List<String> heads;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Boolean> numeric = new ArrayList<>();

    TextTable(String... heads) {
        this.heads = List.of(heads);
        for (int i = 0; i < heads.length; i++) {
            numeric.add(true);
        }
    }

    void add(Object... cells) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            Object cell = cells[i];
            if (cell != null && !(cell instanceof Number)) {
                numeric.set(i, false);
            }
            row.add(
                    cell == null
                            ? "-"
                            : cell instanceof Number number ? Texts.count(number.longValue()) : cell.toString());
        }
        rows.add(row);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void print(PrintStream out) {
        print(out, heads);
        rows.forEach(row -> print(out, row));
    }

    private void print(PrintStream out, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String padding = " ".repeat(width(i) - cells.get(i).length());
            line.append(numeric.get(i) ? padding + cells.get(i) : cells.get(i) + padding)
                    .append("  ");
        }
        out.println(line.toString().stripTrailing());
    }

    private int width(int column) {
        int width = heads.get(column).length();
        for (List<String> row : rows) {
            width = Math.max(width, row.get(column).length());
        }
        return width;
    }
}
