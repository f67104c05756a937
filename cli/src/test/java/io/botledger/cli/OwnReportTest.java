package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reports of the user's own, from the command line and in a run. */
class OwnReportTest {
    private static final String BIG = """
            -- @title Big days
            -- @question Which numbers are there?
            -- @parameter label text: What to write beside them.
            -- @parameter first date: The first day.
            -- @column n integer, rows: A number.
            -- @column label text: What was asked for.
            -- @column first date: The first day.
            -- @order None.

            select 1 as n, cast(:label as varchar) as label, cast(:first as date) as first
            """;

    @TempDir
    private Path folder;

    private Path own;

    @BeforeEach
    void writeReports() throws IOException {
        own = Files.createDirectory(folder.resolve("own"));
        Files.writeString(own.resolve("big_days.sql"), BIG);
        Files.writeString(own.resolve("broken.sql"), "-- @title T\n\ndelete from botledger.bots");
        Files.writeString(own.resolve("ultimate_metrics.sql"), BIG);
    }

    private Cli.Result report(Cli cli, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("report", "--reports-dir", own));
        all.addAll(Arrays.asList(arguments));
        return cli.run(all.toArray());
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void runsLikeABuiltInOne(Dialect dialect) {
        Cli cli = Cli.empty(dialect);
        assertThat(cli.run("migrate").exitStatus()).isZero();
        Cli.Result csv = report(cli, "big_days", "--format=csv", "--param", "label==a=b", "--param=first=2026-02-28");
        assertThat(csv.err()).isEmpty();
        assertThat(csv.out()).isEqualTo("n,label,first\r\n1,'=a=b,2026-02-28\r\n");
        for (String ending : List.of("json", "xlsx", "html", "txt")) {
            Path file = folder.resolve("x." + ending);
            assertThat(report(cli, "big_days", "--out", file).exitStatus()).isZero();
            assertThat(file).exists();
        }
        Cli.Result wrong = report(cli, "big_days", "--param=first=soon", "--param=from=1", "--to=2026-01-01");
        assertThat(wrong.exitStatus()).isEqualTo(2);
        assertThat(wrong.errLines())
                .containsExactly(
                        "botledger: report big_days: 3 problems",
                        "  --to: the report takes no such parameter, only --param label, --param first",
                        "  --from: the report takes no such parameter, only --param label, --param first",
                        "  --param first: expected a day as YYYY-MM-DD, found \"soon\"");
        assertThat(report(cli, "big_days", "--param", "label").err())
                .isEqualTo("botledger: --param label: expected NAME=VALUE" + System.lineSeparator());
    }

    @Test
    void isListedAndDescribedAndItsProblemsAreTold() {
        Cli.Result list = report(Cli.bare(), "--list");
        assertThat(list.exitStatus()).isZero();
        assertThat(list.out())
                .contains("big_days                 Which numbers are there?")
                .contains("ultimate_metrics");
        assertThat(list.errLines())
                .containsExactly(
                        "botledger: warning: " + own + "/broken.sql: 4 problems",
                        "  expected one @order, found 0",
                        "  expected one @question, found 0",
                        "  expected a @column for every column of the result, found none",
                        "  line 3, column 1: the SQL begins with delete; expected one query, which begins with select or with",
                        "botledger: warning: " + own
                                + "/ultimate_metrics.sql: the name belongs to a file of botledger's own; rename yours");
        assertThat(report(Cli.bare(), "big_days", "--describe").out())
                .contains("--param label", "What to write beside them.");
        Cli.Result broken = report(Cli.bare(), "broken");
        assertThat(broken.exitStatus()).isEqualTo(2);
        assertThat(broken.err()).startsWith("botledger: " + own + "/broken.sql: 4 problems");
        assertThat(Cli.bare()
                        .run("report", "--list", "--reports-dir", folder.resolve("none"))
                        .err())
                .isEqualTo("botledger: there is no folder " + folder.resolve("none") + " of reports"
                        + System.lineSeparator());
    }

    @Test
    void aDescriptionTellsAllOfTheHeader() throws IOException {
        Files.writeString(own.resolve("sizes.sql"), """
                -- @title Sizes
                -- @question Which sizes are there?
                -- @parameter size_is choice(small, big) = big: How big.
                -- @parameter tag text, repeatable = a | b: What it is tagged with.
                -- @parameter at_least integer: Only so many.
                -- @column n integer, rows: A number.
                -- @column label text: A text.
                -- @order The number, then the label.

                select 1 as n, cast(:size_is as varchar) as label
                where 'a' = any (cast(:tag as varchar array)) and cast(:at_least as bigint) is null
                """);
        assertThat(report(Cli.bare(), "sizes", "--describe").outLines())
                .containsExactly(
                        "sizes: Sizes",
                        "Which sizes are there?",
                        "",
                        "Option            Type              Default  Meaning",
                        "--param size_is   choice small|big  big      How big.",
                        "--param tag       text, repeatable  a | b    What it is tagged with.",
                        "--param at_least  integer           -        Only so many.",
                        "",
                        "Column  Type     Unit  Meaning",
                        "n       integer  rows  A number.",
                        "label   text     -     A text.",
                        "",
                        "Order: The number, then the label.",
                        "");
        assertThat(Cli.bare().run("report", "ultimate_metrics", "--describe").out())
                .containsPattern("--day-of +choice start\\|end +end ")
                .containsPattern("bot_handled_rate +rate +of total_conversations ");
        assertThat(Cli.bare().run("report", "ultimate_metrics", "--describe").outLines())
                .anyMatch(line -> line.startsWith("(by)  "))
                .contains("(by) is called as --by says: with --by day the column is day; without it there is none.");
        assertThat(Cli.bare().run("report", "reconciliation", "--describe").out())
                .containsPattern("--day-of +choice start +start ");
    }

    @Test
    void isFoundByTheConfigurationAndScheduled() throws IOException {
        Path configuration = Files.writeString(folder.resolve("botledger.yaml"), """
                reports_dir: own
                reports:
                  run:
                    - report: big_days
                      label: from the file
                """);
        Configuration read = ConfigurationFile.read(configuration, Files.readString(configuration), Map.of());
        assertThat(read.reports().scheduled().get(0).report().title()).isEqualTo("Big days");
        Cli cli = Cli.empty(Dialect.H2);
        assertThat(cli.run("migrate").exitStatus()).isZero();
        assertThat(cli.run("report", "big_days", "--config", configuration).exitStatus())
                .isZero();
    }

    @Test
    void aWrongOneIsAProblemOfTheConfigurationWhereItIsScheduled() throws IOException {
        Path file = folder.resolve("botledger.yaml");
        String refusal = ConfigurationFile.refusal(() -> ConfigurationFile.read(
                file,
                "reports_dir: own\nreports:\n  run:\n    - report: broken\n    - {report: big_days, first: soon}\n",
                Map.of()));
        assertThat(refusal)
                .startsWith(
                        file + ": 2 problems\n  line 4: reports.run[0].report: " + own + "/broken.sql: 4 problems\n")
                .endsWith("line 5: reports.run[1].first: expected a day as YYYY-MM-DD, found \"soon\"");
        assertThat(ConfigurationFile.refusal(() -> ConfigurationFile.read(file, "reports_dir: away", Map.of())))
                .isEqualTo(
                        file + ": line 1: reports_dir: there is no folder " + folder.resolve("away") + " of reports");
    }
}
