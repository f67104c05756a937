package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportHeaderTest {
    private static final String HEADER = """
            -- @title A title
            -- @question A question?
            -- @order None.
            -- @column a text: A text.
            """;

    private static Report read(String text, Map<String, String> fragments) {
        return new ReportReader(name -> Optional.ofNullable(fragments.get(name))).read("mine", text);
    }

    private static void refuses(String text, Map<String, String> fragments, String message) {
        assertThatThrownBy(() -> read(text, fragments))
                .isInstanceOfSatisfying(
                        BotledgerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE))
                .hasMessage("report mine: mine.sql: " + message);
    }

    @Test
    void aReportMaySayThatItsRowsAreFewOrNarrow() {
        assertThat(read(HEADER + "select 'x' as a", Map.of()).hasFewRows()).isFalse();
        assertThat(read(HEADER + "-- @rows few\nselect 'x' as a", Map.of()).hasFewRows())
                .isTrue();
        assertThat(read(HEADER + "-- @rows few\nselect 'x' as a", Map.of()).hasNarrowRows())
                .isFalse();
        Report narrow = read(HEADER + "-- @rows narrow\nselect 'x' as a", Map.of());
        assertThat(narrow.hasNarrowRows()).isTrue();
        assertThat(narrow.hasFewRows()).isFalse();
        Report both = read(HEADER + "-- @rows few\n-- @rows narrow\nselect 'x' as a", Map.of());
        assertThat(both.hasNarrowRows()).isTrue();
        assertThat(both.hasFewRows()).isTrue();
        refuses(
                HEADER + "-- @rows many\nselect 'x' as a",
                Map.of(),
                "line 5: @rows: expected few or narrow, found \"many\"");
        assertThat(read(HEADER + "-- @groups few\nselect 'x' as a", Map.of()).hasFewGroups())
                .isTrue();
        refuses(HEADER + "-- @groups 5\nselect 'x' as a", Map.of(), "line 5: @groups: expected few, found \"5\"");
    }

    @Test
    void aHeaderTellsEverythingAboutTheReport() {
        Report report = read("""
                        -- @title  A title
                        -- @question A question that goes
                        --   on?
                        -- @parameter from date: First day.
                        -- @parameter kind choice(a, b) = b: The kind: one of two.
                        -- @parameter names text, repeatable = Greeting | Talk to a human/agent: Names.
                        -- @column a text: A text.
                        -- @column n integer, seconds: A number.
                        -- @order By a.

                        -- Another comment, of :nothing.
                        select ':none' as a, 1 as n -- and ${nothing}
                        where :from is null and :kind = 'a' and :names is null;
                        """, Map.of());
        assertThat(report.title()).isEqualTo("A title");
        assertThat(report.question()).isEqualTo("A question that goes on?");
        assertThat(report.order()).isEqualTo("By a.");
        assertThat(report.columns())
                .containsExactly(
                        new ReportColumn("a", ReportColumn.Type.TEXT, null, "A text."),
                        new ReportColumn("n", ReportColumn.Type.INTEGER, "seconds", "A number."));
        assertThat(report.parameters())
                .containsExactly(
                        new ReportParameter(
                                "from",
                                ReportParameter.Type.DATE,
                                List.of(),
                                ReportParameter.Limits.NONE,
                                false,
                                List.of(),
                                "First day."),
                        new ReportParameter(
                                "kind",
                                ReportParameter.Type.CHOICE,
                                List.of("a", "b"),
                                ReportParameter.Limits.NONE,
                                false,
                                List.of("b"),
                                "The kind: one of two."),
                        new ReportParameter(
                                "names",
                                ReportParameter.Type.TEXT,
                                List.of(),
                                ReportParameter.Limits.NONE,
                                true,
                                List.of("Greeting", "Talk to a human/agent"),
                                "Names."));
        assertThat(report.sql()).startsWith("select ':none' as a, 1 as n").endsWith(":names is null");
    }

    @Test
    void theNamesOfKeysAreNoParameters() {
        for (String key : List.of("first_conversation_key", "last_following_key", "session_param_key")) {
            refuses(
                    HEADER + "-- @parameter " + key + " integer: One.\nselect :" + key + " as a",
                    Map.of(),
                    "parameter " + key + ": this name stands for a key of the database; choose another");
        }
    }

    @Test
    void aWholeNumberMayHaveLimits() {
        Report report = read(HEADER + """
                -- @parameter p integer(2..5) = 3: Some.
                -- @parameter q integer(10..): Many.
                select :p || :q as a""", Map.of());
        assertThat(report.parameters())
                .extracting(ReportParameter::typeText)
                .containsExactly("integer 2..5", "integer 10..");
        for (String right : List.of("2", "5")) {
            Reports.with("p", right, "q", "999999999999999999").check(report);
        }
        for (String wrong : List.of("1", "6", "-3", "2..5", "999999999999999999", "1000000000000000000")) {
            assertThatThrownBy(() -> Reports.with("p", wrong).check(report))
                    .hasMessage("report mine: --param p: expected a whole number of 2 to 5, found \"" + wrong + "\"");
        }
        assertThatThrownBy(() -> Reports.with("q", "9").check(report))
                .hasMessage(
                        "report mine: --param q: expected a whole number of 10 or more, of up to 18 digits, found \"9\"");
        refuses(
                HEADER + "-- @parameter p integer(5..2): None.\nselect :p as a",
                Map.of(),
                "line 5: parameter p: its least value is above its greatest");
        refuses(
                HEADER + "-- @parameter p integer(1..5) = 6: Some.\nselect :p as a",
                Map.of(),
                "line 5: parameter p: its default is not one of its values");
        refuses(HEADER + "-- @parameter p integer(-1..5): Some.\nselect :p as a", Map.of(), """
                2 problems
                  line 5: expected @parameter "<name> date|text|integer[(<least>..[<greatest>])]|flag|zone|choice(<a>, <b>)[, repeatable][ = <default>[ | <default>]]: <meaning>", found "p integer(-1..5): Some."
                  line 6, column 8: the SQL uses :p, which no @parameter declares""");
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        refuses("""
                -- @title A title
                -- @titel A title
                --no key
                -- @column a: no type
                -- @column b words: unknown type
                -- @column c integer: no unit
                -- @column d text:
                -- @column c integer, rows: twice
                -- @parameter p date, repeatable: not a text
                -- @parameter q choice(a, b) = c: not a choice
                select :p, :p2
                """, Map.of(), """
                13 problems
                  line 3: expected "-- @key text" or, indented by two spaces or more, the continuation of the line above; other comments go below the header, after an empty line
                  line 2: unknown key @titel; expected @column, @empty, @groups, @order, @parameter, @question, @rows, @title, @warning, @warns; did you mean title?
                  expected one @order, found 0
                  expected one @question, found 0
                  line 9: parameter p: only a text can be repeatable
                  line 10: parameter q: its default is not one of its values
                  line 4: expected @column "<name> <type>[, <unit>]: <meaning>", found "a: no type"
                  line 5: unknown type words; expected text, integer, decimal, rate, date, timestamp or boolean
                  line 6: column c is a number and needs a unit
                  line 7: expected @column "<name> <type>[, <unit>]: <meaning>", found "d text:"
                  column c is described twice
                  line 11, column 12: the SQL uses :p2, which no @parameter declares; did you mean p?
                  parameter q is declared, but the SQL does not use :q""");
    }

    @Test
    void aParameterIsNotNamedLikeWhatStandsBesideItInTheConfiguration() {
        for (String name : ReportParameter.RESERVED) {
            refuses(
                    HEADER + "-- @parameter " + name + " text: Any.\nselect :" + name + " as a",
                    Map.of(),
                    "line 5: parameter " + name
                            + ": the name has another meaning in botledger.yaml; take another, such as " + name
                            + "_is");
        }
        refuses(
                HEADER + "select ${f} as a",
                Map.of("f", "-- @fragment F.\n-- @parameter name text: Any.\n:name"),
                "fragment f: line 2: parameter name: the name has another meaning in botledger.yaml; take another, such as "
                        + "name_is");
    }

    @Test
    void aReportNeedsColumns() {
        refuses(
                HEADER.replaceFirst("-- @column.*\n", "") + "select 1",
                Map.of(),
                "expected a @column for every column of the result, found none");
    }

    @Test
    void fragmentsBringTheirParametersAndTakeArguments() {
        Report report = read(
                HEADER + "select ${twice(1 + 1)} as a where ${chosen}",
                Map.of(
                        "twice",
                        "-- @fragment Twice a number.\n-- @argument n: The number.\n(${n} + ${n})",
                        "chosen",
                        "-- @fragment Choice.\n-- @parameter x text: Any.\n-- @warning w\n-- @empty e\n\n:x = 'x'",
                        "w",
                        "-- @fragment Warns.\nselect ${twice(:x)}",
                        "e",
                        "-- @fragment Tells why there is no row.\nselect :x"));
        assertThat(report.sql()).isEqualTo("select (1 + 1 + 1 + 1) as a where :x = 'x'");
        assertThat(report.parameters()).extracting(ReportParameter::name).containsExactly("x");
        assertThat(report.warningQueries()).containsExactly("select (:x + :x)");
        assertThat(report.emptyQueries()).containsExactly("select :x");
    }

    @Test
    void fragmentsAreCheckedLikeReports() {
        refuses(HEADER + "select ${gone} as a", Map.of(), "line 5, column 8: there is no fragment gone");
        refuses(
                HEADER + "select ${Not one} as a",
                Map.of(),
                "line 5, column 8: there is a ${ that begins no ${name} or ${name(argument, argument)}");
        refuses(
                HEADER + "select ${loop} as a",
                Map.of("loop", "-- @fragment Loops.\n${loop}"),
                "fragment loop: line 2, column 1: fragment loop includes itself");
        refuses(
                HEADER + "select ${f(1, 2)} as a",
                Map.of("f", "-- @fragment F.\n-- @argument n: The number.\n${n}"),
                "fragment f: expected 1 arguments, found 2");
        refuses(
                HEADER + "select ${f} as a",
                Map.of("f", "-- @title F.\n-- @fragment F.\n1"),
                "fragment f: line 1: unknown key @title; expected @argument, @empty, @fragment, @parameter, @warning");
        refuses(
                HEADER + "-- @parameter x date: A day.\nselect ${f} as a",
                Map.of("f", "-- @fragment F.\n-- @parameter x text: A text.\n:x"),
                "fragment f: parameter x is declared twice, and differently");
        refuses(
                HEADER + "select ${f} as a",
                Map.of("f", "-- @fragment F.\n-- no key\n1"),
                "fragment f: line 2: expected \"-- @key text\" or, indented by two spaces or more, the continuation of "
                        + "the line above; other comments go below the header, after an empty line");
    }
}
