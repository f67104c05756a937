package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.botledger.reports.ReportCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs are told of reports; people's words are in {@link OwnReportTest}. */
class ReportDescriptionsTest {
    @TempDir
    private Path folder;

    private static List<String> names(JsonNode described) {
        List<String> names = new ArrayList<>();
        described.get("reports").forEach(report -> names.add(report.get("name").textValue()));
        return names;
    }

    @Test
    void aDescriptionInJsonHasAllOfTheHeader() throws IOException {
        Files.writeString(folder.resolve("sizes.sql"), """
                -- @title Sizes
                -- @question Which sizes are there?
                -- @parameter size choice(small, big) = big: How big.
                -- @parameter tag text, repeatable = a | b: What it is tagged with.
                -- @parameter at_least integer: Only so many.
                -- @parameter top integer(1..9) = 3: At most so many.
                -- @column size text: The size.
                -- @column n integer, rows: A number.
                -- @order The number, then the label.

                select cast(:size as varchar) as size, 1 as n
                where 'a' = any (cast(:tag as varchar array)) and cast(:at_least as bigint) is null
                  and cast(:top as bigint) > 0
                """);
        Cli.Result result = Cli.bare().run("report", "sizes", "--describe", "--format=json", "--reports-dir", folder);
        assertThat(result.err()).isEmpty();
        assertThat(result.json()).isEqualTo(Cli.json("""
                {"reports": [{
                  "name": "sizes", "title": "Sizes", "question": "Which sizes are there?",
                  "order": "The number, then the label.",
                  "parameters": [
                    {"name": "size", "option": "--param size", "type": "choice", "choices": ["small", "big"],
                     "least": null, "greatest": null,
                     "repeatable": false, "defaults": ["big"], "meaning": "How big."},
                    {"name": "tag", "option": "--param tag", "type": "text", "choices": [], "least": null, "greatest": null,
                     "repeatable": true, "defaults": ["a", "b"], "meaning": "What it is tagged with."},
                    {"name": "at_least", "option": "--param at_least", "type": "integer", "choices": [],
                     "least": 0, "greatest": null,
                     "repeatable": false, "defaults": [], "meaning": "Only so many."},
                    {"name": "top", "option": "--top", "type": "integer", "choices": [], "least": 1, "greatest": 9,
                     "repeatable": false, "defaults": ["3"], "meaning": "At most so many."}],
                  "columns": [
                    {"name": null, "named_by": "size", "type": "text", "unit": null, "meaning": "The size."},
                    {"name": "n", "named_by": null, "type": "integer", "unit": "rows", "meaning": "A number."}]}]}
                """));
    }

    @Test
    void theListInJsonDescribesEveryReportAndProblemsAreToldBeside() throws IOException {
        Files.writeString(folder.resolve("broken.sql"), "-- @title T\n\nselect 1");
        Cli.Result list = Cli.bare().run("report", "--list", "--format", "json", "--reports-dir", folder);
        assertThat(list.exitStatus()).isZero();
        assertThat(names(list.json())).isEqualTo(ReportCatalogue.builtIn().names());
        assertThat(list.json().get("reports").get(0).get("columns")).isNotEmpty();
        assertThat(list.err()).startsWith("botledger: warning: " + folder.resolve("broken.sql") + ": ");
        assertThat(names(Cli.bare()
                        .run("report", "coverage", "busy_hours", "--describe", "--format=json")
                        .json()))
                .containsExactly("coverage", "busy_hours");
    }

    @Test
    void formsOfRowsAreNoneOfDescriptions() {
        for (String format : List.of("csv", "xlsx", "html")) {
            refused(
                    Cli.bare().run("report", "--list", "--format", format),
                    "--list tells of reports as table or json; the format is " + format);
        }
        refused(
                Cli.bare().run("report", "coverage", "--describe", "--format", "csv"),
                "--describe tells of reports as table or json; the format is csv");
        refused(
                Cli.bare().run("report", "--list", "--out", "list.json"),
                "--list writes to standard output, and --out list.json is for the rows of reports; write > instead of --out");
        assertThat(Cli.bare().run("report", "--list", "--format", "table").out())
                .isEqualTo(Cli.bare().run("report", "--list").out());
    }

    private static void refused(Cli.Result result, String message) {
        assertThat(result.err()).isEqualTo("botledger: " + message + System.lineSeparator());
        assertThat(result.exitStatus()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
    }
}
