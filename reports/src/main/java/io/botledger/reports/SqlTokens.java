package io.botledger.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a query without comments into tokens. It takes only what every database cuts in the same way; whatever one of them
 * could read otherwise, such as dollar quotes, is refused.
 */
final class SqlTokens {
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\n\\r\\f]+");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![A-Za-z0-9_$])");
    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*+'");
    private static final Pattern QUOTED_NAME = Pattern.compile("\"(?:[^\"]|\"\")*+\"");
    private static final Pattern SIGN = Pattern.compile("::|[(),.:+*/<>=~!@#%^&|\\[\\]-]");

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    /** What a token is. */
    enum Kind {
        WORD,
        QUOTED_NAME,
        TEXT,
        NUMBER,
        SIGN
    }

    /**
     * A token.
     *
     * @param text a word in lower case, everything else as it stands
     * @param begin where it begins, 0-based
     */
    record Token(Kind kind, String text, int begin) {
        boolean is(String wordOrSign) {
            return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(wordOrSign);
        }
    }

    /** What could not be cut, and where that begins, 0-based. */
    static final class NotCut extends Exception {
        private static final long serialVersionUID = 1L;

        private final int begin;

        NotCut(String message, int begin) {
            super(message);
            this.begin = begin;
        }

        int begin() {
            return begin;
        }
    }

    private SqlTokens(String sql) {
        this.sql = sql;
    }

    static List<Token> of(String sql) throws NotCut {
        SqlTokens cutter = new SqlTokens(sql);
        cutter.skipBlanks();
        while (cutter.at < sql.length()) {
            cutter.tokens.add(cutter.next());
            cutter.skipBlanks();
        }
        return cutter.tokens;
    }

    private void skipBlanks() {
        match(BLANKS).ifPresent(blanks -> at += blanks.length());
    }

    private Optional<String> match(Pattern pattern) {
        Matcher matcher = pattern.matcher(sql).region(at, sql.length()).useTransparentBounds(true);
        return matcher.lookingAt() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private Token next() throws NotCut {
        refuse("--", "/*", "*/", "//");
        for (Kind kind : Kind.values()) {
            Optional<String> text = match(pattern(kind));
            if (text.isPresent()) {
                int begin = at;
                at += text.get().length();
                requireNoPrefix(kind, text.get(), begin);
                return new Token(kind, kind == Kind.WORD ? lower(text.get()) : text.get(), begin);
            }
        }
        throw new NotCut(whyNot(sql.codePointAt(at)), at);
    }

    private static Pattern pattern(Kind kind) {
        return switch (kind) {
            case WORD -> WORD;
            case QUOTED_NAME -> QUOTED_NAME;
            case TEXT -> TEXT;
            case NUMBER -> NUMBER;
            case SIGN -> SIGN;
        };
    }

    /** Of ASCII, so that no locale matters. */
    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private void refuse(String... commentSigns) throws NotCut {
        for (String sign : commentSigns) {
            if (sql.startsWith(sign, at)) {
                throw new NotCut(
                        "holds " + sign + " where no comment can be told for sure; take comments out of each other",
                        at);
            }
        }
    }

    /** A letter before a quote may change what the quotes hold. */
    private void requireNoPrefix(Kind kind, String text, int begin) throws NotCut {
        char after = at < sql.length() ? sql.charAt(at) : ' ';
        if (kind == Kind.WORD && text.equalsIgnoreCase("e") && after == '\'') {
            throw new NotCut(
                    "holds a text E'…', in which not every database reads backslashes alike; write '…' without E",
                    begin);
        }
        if (kind == Kind.WORD && text.equalsIgnoreCase("u") && sql.startsWith("&\"", at)) {
            throw new NotCut("holds a name U&\"…\", which hides what it names; write \"…\" without U&", begin);
        }
    }

    private static String whyNot(int character) {
        return switch (character) {
            case ';' -> "holds more than one statement, divided by ;; write one query";
            case '$' -> "holds a $, which quotes texts in one database and not in another; write texts as '…'";
            case '\'', '"' -> "holds a quote " + Character.toString(character) + " that is not closed";
            case '?' -> "holds a ?, which stands for a value without a name; declare a @parameter and write :name";
            default ->
                character >= '0' && character <= '9'
                        ? "holds a number with something right behind it; put a blank between them"
                        : String.format("holds the character U+%04X outside of quotes", character);
        };
    }
}
