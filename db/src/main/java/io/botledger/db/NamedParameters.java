package io.botledger.db;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The named parameters of a statement: {@code :name}, a small letter and then letters, digits and {@code _}. What
 * looks like one inside of quotes or a comment, or behind another colon, is none.
 */
public final class NamedParameters {
    private static final Pattern TOKEN =
            Pattern.compile("'(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\"|--[^\\n]*|(?s:/\\*.*?\\*/)"
                    + "|(?<![:\\w]):([a-z][a-zA-Z0-9_]*)|(\\?)");

    private NamedParameters() {}

    /** Where the parameters are, first to last; group 1 of each is its name. */
    public static Stream<MatchResult> uses(String sql) {
        return TOKEN.matcher(sql).results().filter(token -> token.group(1) != null);
    }

    /** The names of the parameters. */
    public static Set<String> names(String sql) {
        return uses(sql).map(use -> use.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The statement with other texts in the place of some parameters.
     *
     * @param replacement the text for a name; empty where the parameter stays
     */
    public static String replace(String sql, Function<String, Optional<String>> replacement) {
        return TOKEN.matcher(sql).replaceAll(token -> {
            Optional<String> text = Optional.ofNullable(token.group(1)).flatMap(replacement);
            return Matcher.quoteReplacement(text.orElse(token.group()));
        });
    }

    /**
     * Jdbi's own parsers are made of a grammar that costs every command a tenth of a second before its first statement, and
     * a query of 10 kB as much again.
     */
    static final class Parser implements SqlParser {
        @Override
        public ParsedSql parse(String sql, StatementContext context) {
            ParsedSql.Builder parsed = ParsedSql.builder();
            Matcher token = TOKEN.matcher(sql);
            int from = 0;
            while (token.find()) {
                if (token.group(1) != null) {
                    parsed.append(sql.substring(from, token.start())).appendNamedParameter(token.group(1));
                    from = token.end();
                } else if (token.group(2) != null) {
                    parsed.append(sql.substring(from, token.start())).appendPositionalParameter();
                    from = token.end();
                }
            }
            return parsed.append(sql.substring(from)).build();
        }

        @Override
        public String nameParameter(String name, StatementContext context) {
            return ":" + name;
        }
    }
}
