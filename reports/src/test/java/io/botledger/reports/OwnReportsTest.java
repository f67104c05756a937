package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OwnReportsTest {
    private static final String HEADER = "-- @title Mine\n-- @question How many?\n-- @order None.\n";
    private static final String NUMBER = HEADER + "-- @column n integer, rows: A number.\n\n";

    @TempDir
    private Path folder;

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name + ".sql"), text);
    }

    private ReportCatalogue catalogue() {
        return ReportCatalogue.builtIn().withOwn(folder);
    }

    private String refusal(String name) {
        BotledgerException refusal =
                catchThrowableOfType(BotledgerException.class, () -> catalogue().find(name));
        assertThat(refusal).as(name).isNotNull();
        assertThat(refusal.code()).isEqualTo(ErrorCode.USAGE);
        return refusal.getMessage();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void everyColumnThatTheReadmeNamesCanBeSelected(Dialect dialect) throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        String named = readme.replaceFirst("(?s).*\\(its columns: ([^)]*) and others\\).*", "$1");
        List<String> columns = Stream.of(named.replaceAll("[`\\s]", "").split(","))
                .filter(column -> !column.equals("conversation_key"))
                .toList();
        assertThat(columns).contains("bot_id", "export_date", "not_understood_messages_count");
        assertThat(readme).contains("`${counted_date}` is the day", "`${conversation_group}` the group of `--by`");
        String texts = columns.stream()
                .map(column -> "-- @column " + column + " text: A text.\n")
                .collect(Collectors.joining());
        String casts = columns.stream()
                .map(column -> ", cast(" + column + " as varchar) as " + column)
                .collect(Collectors.joining());
        write(
                "all_columns",
                HEADER + "-- @column counted date: A day.\n-- @column by text: The group.\n"
                        + "-- @column conversation_key integer, keys: A number.\n" + texts
                        + "\nwith selected as (\n${selected_conversations}\n)\nselect ${counted_date} as counted, "
                        + "${conversation_group} as \"by\", conversation_key" + casts + " from selected");
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insert(database, List.of(Talk.PLAIN.times("2024-05-07T22:30:00Z", "2024-05-08T22:30:00Z")));
            Report report = catalogue().find("all_columns");
            String[] berlin = {"time_zone", "Europe/Berlin", "by", "week", "day_of", "start"};
            assertThat(Reports.text(database, report, ReportFormat.CSV, Reports.with(berlin)))
                    .startsWith("counted,week,conversation_key," + String.join(",", columns)
                            + "\r\n2024-05-08,2024-05-06,0,")
                    .contains(",chat,en,botHandled,informed,3,2,0\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void anOwnReportHasFiltersFormatsAndWarnings(Dialect dialect) throws IOException {
        write("by_channel", """
                -- @title Conversations by channel
                -- @question How many conversations had each channel?
                -- @parameter at_least integer = 1: Only channels with so many conversations.
                -- @column channel text: The channel.
                -- @column n integer, conversations: How many. /* no comment here
                -- @order The channel.

                /* A comment; delete from nothing -- and '
                */
                with selected as (
                ${selected_conversations}
                )
                select channel, count(*) as n -- of any kind; drop table
                from selected group by channel having count(*) >= cast(:at_least as bigint) order by channel;
                """);
        Report report = catalogue().find("by_channel");
        assertThat(report.parameter("at_least").orElseThrow().option()).isEqualTo("--param at_least");
        assertThat(report.parameter("day_of").orElseThrow().option()).isEqualTo("--day-of");
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insert(
                    database,
                    List.of(
                            Talk.PLAIN.id("c1").place("chat", "de"),
                            Talk.PLAIN.id("c2").place("chat", "en"),
                            Talk.PLAIN.id("c3").place("email", "de")));
            assertThat(Reports.text(database, report, ReportFormat.CSV, ReportParameters.none()))
                    .isEqualTo("channel,n\r\nchat,2\r\nemail,1\r\n");
            assertThat(Reports.text(
                            database, report, ReportFormat.CSV, Reports.with("language", "de", "at_least", "1")))
                    .isEqualTo("channel,n\r\nchat,1\r\nemail,1\r\n");
            assertThat(Reports.text(database, report, ReportFormat.JSON, Reports.with("at_least", "2")))
                    .isEqualTo("[\n{\"channel\":\"chat\",\"n\":2}\n]\n");
            assertThatThrownBy(() -> Reports.text(database, report, ReportFormat.CSV, Reports.with("at_least", "few")))
                    .hasMessage(
                            "report by_channel: --param at_least: expected a whole number of 0 or more, of up to 18 "
                                    + "digits, found \"few\"");
            assertThatThrownBy(() -> Reports.text(database, report, ReportFormat.CSV, Reports.with("at_last", "1")))
                    .hasMessageStartingWith("report by_channel: --param at_last: the report takes no such parameter")
                    .hasMessageEndingWith("did you mean at_least?");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void theReportOfTheReadmeRuns(Dialect dialect) throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        write("by_channel", readme.replaceFirst("(?s).*\n```sql\n(.*?)```.*", "$1"));
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insert(
                    database,
                    List.of(
                            Talk.PLAIN.id("c1").place("chat", "de"),
                            Talk.PLAIN.id("c2").place("chat", "de"),
                            Talk.PLAIN.id("c3").place("mail", "de").ended("agent", null)));
            Fixture.insertLoads(database, "b1", "2024-05-07", "2024-05-07");
            Report report = catalogue().find("by_channel");
            assertThat(Reports.text(database, report, ReportFormat.CSV, ReportParameters.none()))
                    .isEqualTo("channel,total_conversations\r\nchat,2\r\nmail,1\r\n");
            assertThat(Reports.text(
                            database, report, ReportFormat.CSV, Reports.with("status", "agent", "status", "email")))
                    .isEqualTo("channel,total_conversations\r\nmail,1\r\n");
            assertThat(Reports.text(database, report, ReportFormat.CSV, Reports.with("at_least", "2")))
                    .isEqualTo("channel,total_conversations\r\nchat,2\r\n");
            assertThat(Reports.warnings(database, report, "at_least", "2"))
                    .containsExactly("channels with fewer conversations are left out");
            assertThat(Reports.warnings(database, report)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aReportKnowsWhetherAParameterHasItsDefault(Dialect dialect) throws IOException {
        write("mine", """
                -- @title Mine
                -- @question Which are defaults?
                -- @order One row.
                -- @parameter names text, repeatable = a | b: Names.
                -- @parameter top integer = 3: How many.
                -- @parameter since date: A day.
                -- @column default_names boolean: Whether the names are.
                -- @column default_top boolean: Whether the number is.
                -- @column default_since boolean: Whether the day is.
                -- @column many integer, names: How many names.
                select
                  cast(:names_is_default as boolean) as default_names,
                  cast(:top_is_default as boolean) as default_top,
                  cast(:since_is_default as boolean) as default_since,
                  cast(cardinality(cast(:names as varchar array)) + 0 * coalesce(cast(:top as bigint), 0) as bigint) as many
                where cast(:since as date) is null or cast(:since as date) > date '2000-01-01'
                """);
        Report mine = catalogue().find("mine");
        try (Database database = TestDatabases.migrated(dialect)) {
            assertThat(rows(database, mine)).isEqualTo("true,true,true,2");
            assertThat(rows(database, mine, "names", "a", "names", "b", "top", "3", "since", "2024-05-07"))
                    .isEqualTo("true,true,false,2");
            assertThat(rows(database, mine, "names", "b", "names", "a", "top", "4"))
                    .isEqualTo("false,false,true,2");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aParameterMayHaveTheNameOfThatQuestion(Dialect dialect) throws IOException {
        write("mine", """
                -- @title Mine
                -- @question Which tier?
                -- @order One row.
                -- @parameter tier text = gold: The tier.
                -- @parameter tier_is_default text: A text.
                -- @column tier text: The tier.
                -- @column said text: What is said of it.
                select cast(:tier as varchar) as tier, cast(:tier_is_default as varchar) as said
                """);
        Report mine = catalogue().find("mine");
        try (Database database = TestDatabases.migrated(dialect)) {
            assertThat(rows(database, mine, "tier_is_default", "standard")).isEqualTo("gold,standard");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void warningsOfQueriesHoldNoControlCharacters(Dialect dialect) throws IOException {
        write("alarm", "-- @fragment Warns.\nselect 'a' || '\u202E' || '\t' || 'b' as warning\n");
        for (String key : List.of("warning", "empty")) {
            write(
                    "mine",
                    "-- @title Mine\n-- @question Which?\n-- @order None.\n-- @column n integer, rows: A number.\n-- @"
                            + key + " alarm\nselect 1 as n where 1 = 0\n");
            try (Database database = TestDatabases.migrated(dialect)) {
                assertThat(Reports.warnings(database, catalogue().find("mine")))
                        .as(key)
                        .containsExactly(DisplayText.visible("a\u202E\tb"))
                        .noneMatch(warning -> warning.contains("\u202E"));
            }
        }
    }

    private static String rows(Database database, Report report, String... parameters) {
        return Reports.text(database, report, ReportFormat.CSV, Reports.with(parameters))
                .lines()
                .skip(1)
                .collect(Collectors.joining());
    }

    @Test
    void noTwoColumnsHaveOneName() throws IOException {
        write("days", HEADER + """
                -- @parameter size choice(small, day) = small: How big.
                -- @column by text: The group.
                -- @column day date: The day.
                -- @column size text: The size.

                select ${conversation_group} as "by", ${counted_date} as day, cast(:size as varchar) as size
                from (${selected_conversations}) as selected
                """);
        Report report = catalogue().find("days");
        String refusal = ": the column for it would be called day, as another of the report is; give another value, or"
                + " rename that column in the report's file";
        assertThatThrownBy(() -> Reports.with("by", "day").check(report))
                .isInstanceOfSatisfying(
                        BotledgerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE))
                .hasMessage("report days: --by" + refusal);
        assertThatThrownBy(() -> Reports.with("size", "day").check(report))
                .hasMessage("report days: --param size" + refusal);
        assertThat(Reports.with("by", "week").bind(report).shown(report.columns()).stream()
                        .map(ReportColumn::name))
                .containsExactly("week", "day", "small");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void ownFragmentsAreIncludedAndWarn(Dialect dialect) throws IOException {
        write(
                "numbers",
                "-- @fragment Numbers.\n-- @argument most: The last.\n\nselect 1 as n union all select ${most} as n");
        write("careful", "-- @fragment A warning.\n\nselect 'be careful' as warning");
        write(
                "mine",
                NUMBER.replace("\n\n", "\n-- @warning careful\n\n") + "select n from (${numbers(7)}) as x order by n");
        Report report = catalogue().find("mine");
        assertThat(catalogue().names()).contains("mine", "ultimate_metrics").doesNotContain("numbers", "careful");
        try (Database database = TestDatabases.migrated(dialect)) {
            assertThat(Reports.text(database, report, ReportFormat.CSV, ReportParameters.none()))
                    .isEqualTo("n\r\n1\r\n7\r\n");
        }
        write("careful", "-- @fragment A warning.\n\nselect file_read('/etc/passwd') as warning");
        assertThat(refusal("mine"))
                .isEqualTo(
                        folder.resolve("mine.sql")
                                + ": fragment careful: line 3, column 8: a @warning calls FILE_READ, which is not one of the functions "
                                + "that are known to change nothing and to reach no file (if it names columns, write: as name (…))");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aColumnThatWarnsIsNotShown(Dialect dialect) throws IOException {
        write(
                "noted",
                NUMBER.replace("\n\n", "\n-- @warns few\n-- @warns many\n\n")
                        + "select n, few, 'many' as many from (select 1 as n, cast(null as varchar) as few union all "
                        + "select 2, 'few') as x order by n");
        Report report = catalogue().find("noted");
        try (Database database = TestDatabases.migrated(dialect)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ReportResult result = new ReportRunner(database)
                    .run(report, ReportParameters.none(), ReportFormat.CSV, ReportOutput.toStream("noted", bytes));
            assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("n\r\n1\r\n2\r\n");
            assertThat(result).isEqualTo(new ReportResult(2, List.of("many")));
        }
    }

    @Test
    void aRefusedWordIsToldByItsPlaceInTheFileThatHoldsIt() throws IOException {
        write("half", "\uFEFF-- @fragment Half.\r\n-- @argument of: Any.\r\n\r\n/* a\r\n*/ ${of} / file_read(2)");
        write("argument", NUMBER + "-- Not here: delete\nselect ${rate(1, 2)} +\n  ${half(1 + into)} as n");
        write("comment", NUMBER + "select /* delete\n delete */ 'delete' as a, -- delete\n 1 as n from delete;\n");
        String file = folder.resolve("argument.sql") + ": 2 problems\n  ";
        assertThat(refusal("argument"))
                .startsWith(file + "line 8, column 14: the SQL holds into;")
                .contains("\n  fragment half: line 5, column 12: the SQL calls FILE_READ,");
        assertThat(refusal("comment"))
                .startsWith(folder.resolve("comment.sql") + ": line 8, column 14: the SQL holds delete;");
    }

    @Test
    void aWrongFileIsToldWithLinesAndTheOthersStay() throws IOException {
        write("good", NUMBER + "select 1 as n");
        write(
                "wrong",
                "-- @title T\n-- @tilte T\n-- @question Q?\n-- @order O.\n-- @column n number: N.\n\nselect :x as n");
        write("ultimate_metrics", NUMBER + "select 1 as n");
        write("rate", "-- @fragment Another rate.\n\n1");
        write("Not-A-Name", NUMBER + "select 1 as n");
        Files.write(folder.resolve("latin.sql"), "-- @title \u00FC".getBytes(StandardCharsets.ISO_8859_1));
        write("escapes", "-- @title T\u001B[2J\n");
        Files.writeString(folder.resolve("notes.txt"), "no report");
        Files.createDirectory(folder.resolve("folder.sql"));

        ReportCatalogue catalogue = catalogue();
        assertThat(catalogue.names())
                .contains("good", "ultimate_metrics")
                .doesNotContain("wrong", "latin", "Not-A-Name");
        assertThat(catalogue.find("ultimate_metrics").question())
                .isEqualTo(Reports.BUILT_IN.find("ultimate_metrics").question());
        String mine = folder + "/";
        assertThat(catalogue.problems())
                .containsExactly(
                        mine
                                + "Not-A-Name.sql: expected a name of lower-case letters, digits and _, the first a letter; "
                                + "rename it",
                        mine + "escapes.sql: holds the control character U+001B; take it out",
                        mine + "latin.sql: is not UTF-8",
                        mine + "rate.sql: the name belongs to a file of botledger's own; rename yours",
                        mine + "ultimate_metrics.sql: the name belongs to a file of botledger's own; rename yours",
                        mine + "wrong.sql: 3 problems\n"
                                + "  line 2: unknown key @tilte; expected @column, @empty, @groups, @order, @parameter, @question, @rows, "
                                + "@title, @warning, @warns; did you mean title?\n"
                                + "  line 5: unknown type number; expected text, integer, decimal, rate, date, timestamp or "
                                + "boolean\n"
                                + "  line 7, column 8: the SQL uses :x, which no @parameter declares");
        assertThat(refusal("wrong")).startsWith(mine + "wrong.sql: 3 problems\n  line 2: ");
        assertThatThrownBy(() -> ReportCatalogue.builtIn().withOwn(folder.resolve("none")))
                .hasMessage("there is no folder " + mine + "none of reports");
    }

    @Test
    void aLongTextIsRead() throws IOException {
        write("long", NUMBER + "select char_length('" + "it''s ".repeat(50_000) + "') as n");
        assertThat(catalogue().find("long").name()).isEqualTo("long");
    }

    /** What somebody could put into a folder of reports, by name. */
    private static Map<String, String> hostile(Path stolen) {
        Map<String, String> hostile = new TreeMap<>();
        hostile.put("two_statements", "select 1 as n; delete from botledger.bots");
        hostile.put("hidden_statement", "select 1 as n /* /* */ ; delete from botledger.bots; -- */");
        hostile.put("dollar_quotes", "select $$'$$ as n; delete from botledger.bots; select $$'$$");
        hostile.put("backslash", "select E'\\'' as n; delete from botledger.bots; --'");
        hostile.put("with_delete", "with d as (delete from botledger.bots returning 1 as n) select n from d");
        hostile.put("final_table", "select 1 as n from final table (delete from botledger.bots)");
        hostile.put("select_into", "select 1 as n into botledger.stolen");
        hostile.put("for_update", "select bot_key as n from botledger.bots for update");
        hostile.put("copy_out", "copy botledger.bots to '" + stolen + "'");
        hostile.put("csvwrite", "select csvwrite('" + stolen + "', 'select 1') as n");
        hostile.put("file_write", "select file_write('x', '" + stolen + "') as n");
        hostile.put("quoted_file_write", "select \"FILE_WRITE\"('x', '" + stolen + "') as n");
        hostile.put("file_read", "select length(file_read('/etc/passwd')) as n");
        hostile.put("csvread", "select 1 as n from csvread('/etc/passwd')");
        hostile.put("link_schema", "select 1 as n from link_schema('a', '', 'jdbc:h2:mem:b', 'sa', '', 'PUBLIC')");
        hostile.put("runscript", "runscript from '/tmp/x.sql'");
        hostile.put("script", "script to '" + stolen + "'");
        hostile.put("lo_export", "select lo_export(lo_from_bytea(0, 'x'), '" + stolen + "') as n");
        hostile.put("pg_read_file", "select length(pg_catalog.pg_read_file('/etc/passwd')) as n");
        hostile.put("attribute_call", "select length(('/etc/passwd'::text).pg_read_file) as n");
        hostile.put("advisory_lock", "select 1 as n from pg_advisory_lock(1)");
        hostile.put("set_config", "select length(set_config('transaction_read_only', 'off', true)) as n");
        hostile.put(
                "query_to_xml", "select length(query_to_xml('delete from botledger.bots', true, true, '')::text) as n");
        return hostile;
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void hostileReportsAreRefusedAndDoNothing(Dialect dialect) throws IOException {
        Path stolen = folder.resolve("stolen");
        Map<String, String> hostile = hostile(stolen);
        for (Map.Entry<String, String> file : hostile.entrySet()) {
            write(file.getKey(), NUMBER + file.getValue());
        }
        ReportCatalogue catalogue = catalogue();
        try (Database database = TestDatabases.migrated(dialect)) {
            database.jdbi()
                    .useHandle(
                            handle -> handle.execute("insert into botledger.bots (bot_key, bot_id) values (1, 'b')"));
            for (String name : hostile.keySet()) {
                assertThatThrownBy(() ->
                                Reports.text(database, catalogue.find(name), ReportFormat.CSV, ReportParameters.none()))
                        .as(name)
                        .isInstanceOfSatisfying(
                                BotledgerException.class,
                                e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE))
                        .hasMessageStartingWith(folder.resolve(name + ".sql") + ": ")
                        .hasMessageContaining("the SQL ");
            }
            assertThat(database.jdbi()
                            .<List<String>, RuntimeException>withHandle(
                                    handle -> handle.createQuery("select bot_id from botledger.bots")
                                            .mapTo(String.class)
                                            .list()))
                    .containsExactly("b");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(hostile.size());
        }
    }
}
