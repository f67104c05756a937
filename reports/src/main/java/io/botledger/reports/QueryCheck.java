package io.botledger.reports;

import io.botledger.model.Problems;
import io.botledger.model.Suggestion;
import io.botledger.reports.SqlTokens.Kind;
import io.botledger.reports.SqlTokens.NotCut;
import io.botledger.reports.SqlTokens.Token;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Checks that a statement is one query that reads tables and does nothing else. The transaction that it runs in is
 * read-only as well, but H2 does not honour that, and functions can reach files, the network and other sessions on either
 * database. So only functions that are known to compute are called at all.
 */
final class QueryCheck {
    /** Words of statements that change something, wherever they stand. */
    private static final Set<String> CHANGING = Set.of("insert", "update", "delete", "merge", "into", "nextval");

    /** What may not follow a word. */
    private static final Map<String, Set<String>> NOT_BEHIND = Map.of(
            "for", Set.of("share", "key", "no"),
            "next", Set.of("value"),
            "final", Set.of("table"),
            "old", Set.of("table"),
            "new", Set.of("table"));

    private final SqlText sql;
    private final List<Token> tokens;
    private final String what;
    private final Problems problems;

    private QueryCheck(SqlText sql, List<Token> tokens, String what, Problems problems) {
        this.sql = sql;
        this.tokens = tokens;
        this.what = what;
        this.problems = problems;
    }

    /**
     * Checks a query.
     *
     * @param sql without comments, and with everything included
     * @param what what to call it, for example {@code the SQL}
     */
    static void check(SqlText sql, String what, Problems problems) {
        try {
            new QueryCheck(sql, SqlTokens.of(sql.text()), what, problems).check();
        } catch (NotCut e) {
            problems.add(sql.place(e.begin()) + what + " " + e.getMessage());
        }
    }

    /** @param token the number of the one that is wrong */
    private void add(int token, String problem) {
        String place = token < tokens.size() ? sql.place(tokens.get(token).begin()) : "";
        problems.add(place + what + " " + problem);
    }

    private void check() {
        int first = 0;
        while (is(first, "(")) {
            first++;
        }
        if (!is(first, "select") && !is(first, "with")) {
            add(
                    first,
                    (first < tokens.size() ? "begins with " + tokens.get(first).text() : "is empty")
                            + "; expected one query, which begins with select or with");
            return;
        }
        for (int i = 0; i < tokens.size(); i++) {
            checkWord(i);
            checkCall(i);
        }
    }

    private boolean is(int index, String wordOrSign) {
        return index >= 0 && index < tokens.size() && tokens.get(index).is(wordOrSign);
    }

    private void checkWord(int i) {
        Token token = tokens.get(i);
        if (token.kind() != Kind.WORD) {
            return;
        }
        if (CHANGING.contains(token.text())) {
            add(i, "holds " + token.text() + "; a report only reads (a column of that name goes into double quotes)");
        }
        Set<String> refused = NOT_BEHIND.getOrDefault(token.text(), Set.of());
        if (i + 1 < tokens.size() && tokens.get(i + 1).kind() == Kind.WORD && refused.contains(word(i + 1))) {
            add(i, "holds " + token.text() + " " + word(i + 1) + "; a report only reads");
        }
    }

    private String word(int i) {
        return tokens.get(i).text();
    }

    /** Whatever stands before a parenthesis or behind a value and a point may be a function. */
    private void checkCall(int i) {
        Token token = tokens.get(i);
        boolean name = token.kind() == Kind.WORD || token.kind() == Kind.QUOTED_NAME;
        if (name && is(i - 1, ".") && (is(i - 2, ")") || is(i - 2, "]"))) {
            add(i, "holds ." + token.text() + " behind a parenthesis, by which PostgreSQL calls functions");
        } else if (name && is(i + 1, "(") && !isKnown(i)) {
            String advice = is(i - 1, ".") || token.kind() == Kind.QUOTED_NAME
                    ? "; call it by its bare name"
                    : Suggestion.didYouMean(token.text(), KnownFunctions.names());
            add(
                    i,
                    "calls " + callee(i)
                            + ", which is not one of the functions that are known to change nothing and to "
                            + "reach no file" + advice + " (if it names columns, write: as name (…))");
        }
    }

    private boolean isKnown(int i) {
        if (is(i - 1, "as") || isWithName(i)) {
            return true;
        }
        return tokens.get(i).kind() == Kind.WORD
                && !is(i - 1, ".")
                && KnownFunctions.mayStandBeforeParenthesis(word(i));
    }

    private String callee(int i) {
        String name = tokens.get(i).kind() == Kind.WORD ? word(i).toUpperCase(Locale.ROOT) : word(i);
        return is(i - 1, ".") ? word(i - 2) + "." + name : name;
    }

    /** {@code name (a, b) as (select}: behind {@code as}, no other than this has a query. */
    private boolean isWithName(int i) {
        int at = i + 2;
        while (at < tokens.size() && (isName(at) || is(at, ","))) {
            at++;
        }
        boolean named = is(i - 1, "with") || is(i - 1, "recursive") || is(i - 1, ",");
        return named
                && is(at, ")")
                && is(at + 1, "as")
                && is(at + 2, "(")
                && (is(at + 3, "select") || is(at + 3, "with"));
    }

    private boolean isName(int i) {
        return tokens.get(i).kind() == Kind.WORD || tokens.get(i).kind() == Kind.QUOTED_NAME;
    }
}
