package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import io.botledger.model.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the package and the README tell about fragments to those who write reports of their own. */
class OwnReportFragmentsTest {
    private static final String HEADER = """
            -- @title Mine
            -- @question How many?
            -- @order The group.
            -- @column by text: The group.
            -- @column n integer, conversations: How many.
            """;
    private static final List<Talk> TALKS = List.of(
            Talk.PLAIN.id("c1"),
            Talk.PLAIN.id("c2").times("2024-05-07T23:50:00Z", "2024-05-08T00:10:00Z"),
            Talk.PLAIN.id("c3").place("email", "de").times("2024-05-08T09:00:00Z", "2024-05-08T09:05:00Z"),
            Talk.PLAIN.id("c4").outranked());

    @TempDir
    private Path folder;

    private Report report(String name, String header, String sql) throws IOException {
        Files.writeString(folder.resolve(name + ".sql"), header + "\n" + sql);
        return ReportCatalogue.builtIn().withOwn(folder).find(name);
    }

    /** One text for the select of conversations as a whole, and for its parts. */
    private List<Report> bothWays(String header, String select, String condition) throws IOException {
        String counts = "select ${conversation_group} as \"by\", count(*) as n ";
        String end = " group by \"by\" order by \"by\"";
        return List.of(
                report("whole", header, "with s as (\n" + select + "\n)\n" + counts + "from s" + end),
                report("parts", header, counts + "${conversation_tables}\nwhere " + condition + end));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void bothWaysToTheConversationsLeadToTheSame(Dialect dialect) throws IOException {
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insert(database, TALKS);
            for (Report report : bothWays(HEADER, "${selected_conversations}", "${is_selected}")) {
                assertThat(csv(database, report, "by", "channel")).isEqualTo("channel,n\r\nchat,2\r\nemail,1\r\n");
                assertThat(csv(database, report, "by", "channel", "from", "2024-05-08"))
                        .isEqualTo("channel,n\r\nchat,1\r\nemail,1\r\n");
                assertThat(csv(database, report, "by", "day", "day_of", "start", "to", "2024-05-07"))
                        .isEqualTo("day,n\r\n2024-05-07,2\r\n");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aReportMayLeaveNoChoiceOfTheDayThatCounts(Dialect dialect) throws IOException {
        String header = HEADER + "-- @parameter day_of choice(start) = start: The day of the start.\n";
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insert(database, TALKS);
            for (Report report : bothWays(header, "${counted_conversations}", "${is_counted}")) {
                assertThat(csv(database, report, "by", "day", "from", "2024-05-07"))
                        .isEqualTo("day,n\r\n2024-05-07,2\r\n2024-05-08,1\r\n");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aTableThatIsJoinedKeepsToTheKeysOfTheDays(Dialect dialect) throws IOException {
        Report report = report("labels", HEADER, """
                select ${series} as "by", count(l.label_key) as n
                ${conversation_tables}
                join botledger.conversation_labels l
                  on l.conversation_key = c.conversation_key and ${within_keys(l.conversation_key)}
                where ${is_selected}
                group by "by"
                order by "by"
                """);
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insert(database, List.of(Talk.PLAIN.labels("red", "blue"), Talk.PLAIN.id("other")));
            assertThat(csv(database, report, "by", "bot", "to", "2024-05-07")).isEqualTo("bot,n\r\nb1,2\r\n");
        }
    }

    private static String csv(Database database, Report report, String... parameters) {
        return Reports.text(database, report, ReportFormat.CSV, Reports.with(parameters));
    }

    @Test
    void thePackageNamesFragmentsAndTheirArgumentsAsTheyAre() throws IOException {
        String text = Files.readString(Path.of("src/main/java/io/botledger/reports/package-info.java"));
        Map<String, List<String>> named = new TreeMap<>();
        Pattern name = Pattern.compile("\\{@code ([a-z_]+)(?:\\(([a-z, ]+)\\))?}");
        text.substring(text.indexOf("<h2>The fragments for all"))
                .lines()
                .filter(line -> line.contains("<dt>"))
                .flatMap(line -> name.matcher(line).results())
                .forEach(fragment -> named.put(fragment.group(1), arguments(fragment)));
        assertThat(named).containsOnlyKeys(ReportCatalogue.FRAGMENTS);
        Map<String, List<String>> declared = new TreeMap<>();
        named.keySet().forEach(fragment -> declared.put(fragment, declaredArguments(fragment)));
        assertThat(named).isEqualTo(declared);
    }

    @Test
    void aFragmentThatIsNotThereIsToldWithItsPlaceAndThoseThatAre() throws IOException {
        Files.writeString(folder.resolve("mine.sql"), "-- @fragment Mine.\n1");
        String known = "\n    fragments: code_points, conversation_group, conversation_tables, counted_at, "
                + "counted_conversations, counted_date, is_counted, is_selected, local_date, local_hour, local_weekday, "
                + "mine, rate, repeated_rows, selected_conversations, series, within_keys";
        refuses("nothing", "select 1 as n,\n  ${nosuch()}", "line 8, column 3: there is no fragment nosuch" + known);
        refuses(
                "near",
                "select 1 as n ${conversation_table}",
                "line 7, column 15: there is no fragment conversation_table; did you mean conversation_tables?"
                        + known);
        refuses(
                "two",
                "select ${nosuch} as n ${neither}",
                "2 problems\n  line 7, column 8: there is no fragment nosuch" + known
                        + "\n  line 7, column 23: there is no fragment neither");
        Files.writeString(folder.resolve("inner.sql"), "-- @fragment Inner.\n\n${mini}");
        refuses(
                "nested",
                "select ${inner} as n",
                "fragment inner: line 3, column 1: there is no fragment mini; did you mean mine?"
                        + known.replace("is_counted", "inner, is_counted"));
    }

    @Test
    void aWarningThatIsNotThereIsToldWithItsLine() throws IOException {
        for (String key : List.of("warning", "empty")) {
            Path file = folder.resolve(key + "_report.sql");
            Files.writeString(file, HEADER + "-- @" + key + " nosuch\n\nselect 'a' as \"by\", 1 as n");
            assertThat(ReportCatalogue.builtIn().withOwn(folder).problem(key + "_report"))
                    .get()
                    .asString()
                    .startsWith(file + ": line 6: there is no fragment nosuch\n    fragments: code_points, ")
                    .doesNotContain("query");
        }
    }

    private void refuses(String name, String sql, String message) throws IOException {
        Path file = folder.resolve(name + ".sql");
        Files.writeString(file, HEADER + "\n" + sql);
        assertThat(ReportCatalogue.builtIn().withOwn(folder).problem(name)).contains(file + ": " + message);
    }

    private static List<String> arguments(MatchResult fragment) {
        return fragment.group(2) == null ? List.of() : List.of(fragment.group(2).split(", "));
    }

    private static List<String> declaredArguments(String fragment) {
        SqlFile file = SqlFile.parse(ReportCatalogue.resource(fragment).orElseThrow(), "", new Problems());
        assertThat(file.texts("fragment")).as(fragment).hasSize(1);
        List<String> names = new ArrayList<>();
        file.texts("argument").forEach(argument -> names.add(argument.replaceFirst(":.*", "")));
        return names;
    }
}
