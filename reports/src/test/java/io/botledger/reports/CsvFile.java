package io.botledger.reports;

import java.util.ArrayList;
import java.util.List;

/** Reads CSV character by character, by the grammar of RFC 4180 and nothing else. */
final class CsvFile {
    private final String text;
    private final char separator;
    private int at;

    private CsvFile(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /** Its records; null for a field without quotes and characters. */
    static List<List<String>> read(String text, char separator) {
        CsvFile file = new CsvFile(text, separator);
        List<List<String>> records = new ArrayList<>();
        while (file.at < text.length()) {
            records.add(file.record());
        }
        return records;
    }

    private List<String> record() {
        List<String> fields = new ArrayList<>();
        fields.add(field());
        while (text.charAt(at) == separator) {
            at++;
            fields.add(field());
        }
        if (!text.startsWith("\r\n", at)) {
            throw new AssertionError("expected the end of the record at " + at + " of " + text);
        }
        at += 2;
        return fields;
    }

    private String field() {
        if (text.charAt(at) == '"') {
            return quoted();
        }
        int begin = at;
        while (text.charAt(at) != separator && text.charAt(at) != '\r') {
            if (text.charAt(at) == '"' || text.charAt(at) == '\n') {
                throw new AssertionError("unquoted at " + at + " of " + text);
            }
            at++;
        }
        return begin == at ? null : text.substring(begin, at);
    }

    private String quoted() {
        StringBuilder field = new StringBuilder();
        for (at++; ; at++) {
            if (text.charAt(at) == '"') {
                at++;
                if (text.charAt(at) != '"') {
                    return field.toString();
                }
            }
            field.append(text.charAt(at));
        }
    }
}
