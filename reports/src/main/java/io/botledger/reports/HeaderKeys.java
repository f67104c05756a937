package io.botledger.reports;

import io.botledger.model.Problems;
import io.botledger.model.Suggestion;
import java.util.Set;
import java.util.TreeSet;

/** Checks which keys a header has. */
final class HeaderKeys {
    private HeaderKeys() {}

    /** Every key must be known, and each of {@code once} be there exactly once. */
    static void check(SqlFile file, Set<String> known, Set<String> once, String where, Problems problems) {
        for (SqlFile.Entry entry : file.entries()) {
            if (!known.contains(entry.key())) {
                problems.add(where + "line " + entry.line() + ": unknown key @" + entry.key() + "; expected @"
                        + String.join(", @", new TreeSet<>(known)) + Suggestion.didYouMean(entry.key(), known));
            }
        }
        for (String key : new TreeSet<>(once)) {
            int found = file.texts(key).size();
            if (found != 1) {
                problems.add(where + "expected one @" + key + ", found " + found);
            }
        }
    }
}
