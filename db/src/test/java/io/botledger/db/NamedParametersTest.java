package io.botledger.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import org.jdbi.v3.core.statement.ParsedSql;
import org.junit.jupiter.api.Test;

class NamedParametersTest {
    private static final String SQL = """
            select ':text', "a:name", 'it''s :one', x::bigint -- :comment
            /* :more
               :lines */ from t where a = :first_day and b = :b1Two or c=:first_day and not d:e
            """;

    @Test
    void findsParametersOutsideOfQuotesCommentsAndCasts() {
        assertEquals(Set.of("first_day", "b1Two"), NamedParameters.names(SQL));
        assertEquals(
                List.of("first_day", "b1Two", "first_day"),
                NamedParameters.uses(SQL).map(use -> use.group(1)).toList());
    }

    @Test
    void tellsWhereTheyAre() {
        MatchResult use = NamedParameters.uses("a = :b").findFirst().orElseThrow();
        assertEquals(4, use.start());
        assertEquals(6, use.end());
    }

    @Test
    void replacesThoseThatHaveAnotherText() {
        String replaced = NamedParameters.replace(
                "':a' = :a or :b = $1", name -> name.equals("a") ? Optional.of("'$0\\'") : Optional.empty());
        assertEquals("':a' = '$0\\' or :b = $1", replaced);
    }

    @Test
    void parsesNamedParameters() {
        ParsedSql parsed = new NamedParameters.Parser().parse(SQL, null);
        assertEquals(SQL.replace(":first_day", "?").replace(":b1Two", "?"), parsed.getSql());
        assertEquals(
                List.of("first_day", "b1Two", "first_day"),
                parsed.getParameters().getParameterNames());
    }

    @Test
    void parsesPositionalParameters() {
        ParsedSql parsed = new NamedParameters.Parser().parse("values (?, '?', ?) -- ?", null);
        assertEquals("values (?, '?', ?) -- ?", parsed.getSql());
        assertEquals(2, parsed.getParameters().getParameterCount());
        assertEquals(true, parsed.getParameters().isPositional());
    }

    @Test
    void parsesAStatementWithoutParameters() {
        ParsedSql parsed = new NamedParameters.Parser().parse("", null);
        assertEquals("", parsed.getSql());
        assertEquals(0, parsed.getParameters().getParameterCount());
    }
}
