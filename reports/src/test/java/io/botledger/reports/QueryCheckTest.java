package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.botledger.model.BotledgerException;
import io.botledger.model.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryCheckTest {
    /** What is wrong with a statement; empty for nothing. */
    private static String problem(String sql) {
        Problems problems = new Problems();
        QueryCheck.check(SqlText.ofFile(sql, ""), "it", problems);
        BotledgerException refused = catchThrowableOfType(BotledgerException.class, () -> problems.throwIfAny("SQL"));
        return refused == null ? "" : refused.getMessage();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1 as n",
                "(select 1) union all (select 2)",
                "with a as (select 1 as x), b (y, \"z\") as (select x, x from a) select * from b",
                "with recursive t(n) as (select 1 union all select n + 1 from t where n < 9) select sum(n) from t",
                "select '; delete from x; --' || ' it''s $$ /* ?' as \"update (\"\";\"",
                "select \"delete\", x.\"into\" from botledger.bots as x",
                "select cast(a as decimal(9, 2)), b::varchar(10), -1.5e-3, .5, a % 2, a <> b, a[1] from t as u(a, b)",
                "select count(*) filter (where a in (1, 2)) over (partition by b order by c) from t where not (a = any (:x))",
                "select percentile_cont(0.5) within group (order by a) from t group by grouping sets ((a), (b))",
                "select extract(epoch from a at time zone 'UTC'), substring(b from 1 for 2), date '2024-05-07' from t",
                "select lower (b), UPPER(b), Coalesce(a, 1) from lateral (values (1)) as v(a) fetch first (1) rows only",
                "select case when (a) then (b) else (c) end, exists (select 1), interval '1' day from e where e.update_at > 1"
            })
    void oneQueryIsTaken(String sql) {
        assertThat(problem(sql)).isEmpty();
    }

    @Test
    void everyBuiltInReportIsTaken() {
        for (String name : Reports.BUILT_IN.names()) {
            Report report = Reports.BUILT_IN.find(name);
            assertThat(problem(report.sql())).as(name).isEmpty();
            assertThat(report.warningQueries())
                    .as(name)
                    .allSatisfy(sql -> assertThat(problem(sql)).isEmpty());
        }
    }

    static List<String> refused() {
        return List.of(
                " | is empty; expected",
                "delete from x | begins with delete; expected one query, which begins with select or with",
                "explain analyze delete from x | begins with explain; expected",
                "call csvwrite(1) | begins with call; expected",
                "values (1) | begins with values; expected",
                "select 1; select 2 | holds more than one statement",
                "select 1;; | holds more than one statement",
                "with d as (delete from x returning a) select * from d | holds delete; a report only reads",
                "select a from final table (INSERT into x values (1)) | holds final table; a report only reads",
                "select a into y from x | holds into; a report only reads",
                "select a from x for UPDATE of x | holds update; a report only reads",
                "select a from x for share | holds for share; a report only reads",
                "select a from x for no key update | holds for no; a report only reads",
                "select next value for s | holds next value; a report only reads",
                "select s.nextval from dual | holds nextval; a report only reads",
                "select $$a$$ | holds a $, which quotes texts",
                "select $t$a$t$ | holds a $, which quotes texts",
                "select a$b from x | holds a $, which quotes texts",
                "select E'\\' | holds a text E'…'",
                "select U&\"\\0046ile_read\"(1) | holds a name U&\"…\", which hides what it names",
                "select 1 /* a */ | holds /* where no comment can be told for sure",
                "select 1 */ 2 | holds */ where no comment can be told for sure",
                "select 1 // 2 | holds // where no comment can be told for sure",
                "select 1 -- 2 | holds -- where no comment can be told for sure",
                "select ? | holds a ?, which stands for a value without a name",
                "select {fn now()} | holds the character U+007B outside of quotes",
                "select `a` | holds the character U+0060 outside of quotes",
                "select \\ | holds the character U+005C outside of quotes",
                "select 1union select 2 | holds a number with something right behind it",
                "select file_read\u00A0(1) | holds the character U+00A0 outside of quotes",
                "select \"a | holds a quote \" that is not closed",
                "select FILE_READ('x') | calls FILE_READ, which is not one of the functions that are known",
                "select \"FILE_READ\"('x') | calls \"FILE_READ\", which is not",
                "select pg_catalog.pg_sleep(1) | calls pg_catalog.PG_SLEEP, which is not",
                "select pg_catalog.lower(a) | calls pg_catalog.LOWER, which is not",
                "select * from csvread('x') | calls CSVREAD, which is not",
                "select * from a, dblink(a) as (x int) | calls DBLINK, which is not",
                "select uper(a) | did you mean upper?",
                "select ('x'::text).pg_read_file | holds .pg_read_file behind a parenthesis",
                "select (a)[1] . \"f\" | holds .\"f\" behind a parenthesis");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void everythingElseIsRefusedWithTheReason(String statementAndReason) {
        String[] parts = statementAndReason.split(" \\| ", 2);
        assertThat(problem(parts[0].strip())).startsWith("SQL: ").contains(parts[1].strip());
    }

    @Test
    void aQuoteThatIsNotClosedIsTold() {
        assertThat(problem("select 'a''")).isEqualTo("SQL: line 1, column 8: it holds a quote ' that is not closed");
    }

    @Test
    void theWordThatIsWrongIsToldByItsPlace() {
        assertThat(problem("select 1\n  from \"\uD83E\uDD16\", update"))
                .startsWith("SQL: line 2, column 13: it holds update;");
        assertThat(problem("(\n(delete")).startsWith("SQL: line 2, column 2: it begins with delete;");
        assertThat(problem("select\n\n\tfile_read(1)")).startsWith("SQL: line 3, column 2: it calls FILE_READ");
        assertThat(problem("select 1,\n E'x'")).startsWith("SQL: line 2, column 2: it holds a text E");
        assertThat(problem("select a\n\n;\nselect b")).startsWith("SQL: line 3, column 1: it holds more than one");
        assertThat(problem("(")).startsWith("SQL: it is empty;");
    }

    @Test
    void nothingBeforeAParenthesisIsKnownThatReachesOut() {
        for (String name : List.of(
                "file_read",
                "file_write",
                "csvread",
                "csvwrite",
                "link_schema",
                "runscript",
                "database_path",
                "memory_free",
                "cancel_session",
                "abort_session",
                "set",
                "nextval",
                "setval",
                "set_config",
                "current_setting",
                "pg_read_file",
                "pg_read_binary_file",
                "pg_ls_dir",
                "pg_sleep",
                "pg_terminate_backend",
                "pg_advisory_lock",
                "lo_import",
                "lo_export",
                "lo_put",
                "dblink",
                "dblink_exec",
                "query_to_xml",
                "table_to_xml",
                "ts_stat",
                "pg_notify",
                "pg_logical_emit_message",
                "pg_stat_reset",
                "pg_reload_conf",
                "pg_switch_wal",
                "xmlparse",
                "execute",
                "copy",
                "table",
                "operator",
                "currval",
                "lastval")) {
            assertThat(KnownFunctions.mayStandBeforeParenthesis(name)).as(name).isFalse();
        }
    }
}
