package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Dialect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where reports go, and in which form. */
class ReportOutputTest {
    private static final String METRICS = "ultimate_metrics";
    private static final String INTENTS = "conversation_intents";

    private static Cli cli;

    @TempDir
    private Path folder;

    @BeforeAll
    static void migrate() {
        cli = Cli.empty(Dialect.H2);
        assertThat(cli.run("migrate").exitStatus()).isZero();
    }

    private static void refused(Cli.Result result, String message) {
        assertThat(result.err()).isEqualTo("botledger: " + message + System.lineSeparator());
        assertThat(result.exitStatus()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"x.csv,first_int", "x.JSON,[", "x.html,<!DOCTYPE html>", "x.xlsx,PK", "x.txt,Bot id"})
    void theEndingTellsTheFormat(String name, String begin) throws IOException {
        Path file = folder.resolve(name);
        assertThat(cli.run("report", INTENTS, "--out", file).exitStatus()).isZero();
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(name.endsWith(".csv") ? text.substring("bot_id,conversation_id,".length()) : text)
                .startsWith(begin);
    }

    @Test
    void aPageTellsWhenAndByWhichVersionItWasMade() throws IOException {
        Path file = folder.resolve("x.html");
        assertThat(cli.run("report", METRICS, "--out", file).exitStatus()).isZero();
        assertThat(Files.readString(file))
                .containsPattern("<dt>Days</dt><dd dir=\"auto\">all</dd>")
                .containsPattern("<dt>Made</dt><dd dir=\"auto\">2026-03-01 00:\\d\\d UTC by botledger "
                        + Pattern.quote(Build.version()) + "</dd>");
    }

    @Test
    void placesStandForDayNameAndFormat() throws IOException {
        String pattern = folder + "/{date}/{format}/{name}.{format}";
        assertThat(cli.run("report", METRICS, INTENTS, "--out", pattern).exitStatus())
                .isZero();
        assertThat(cli.run("report", METRICS, "--out", pattern, "--format", "xlsx")
                        .exitStatus())
                .isZero();
        assertThat(files())
                .containsExactly(
                        "2026-03-01/csv/conversation_intents.csv",
                        "2026-03-01/csv/ultimate_metrics.csv",
                        "2026-03-01/xlsx/ultimate_metrics.xlsx");
    }

    @Test
    void severalReportsNeedTheirNamesInThePath() {
        refused(
                cli.run("report", METRICS, INTENTS, "--out", folder.resolve("x.json")),
                "several reports can't share one file; put {name} into --out, as in --out 'FOLDER/{name}.json'");
        refused(
                cli.run("report", METRICS, INTENTS, "--format", "csv"),
                "several reports can't share standard output as csv; write them with --out 'FOLDER/{name}.csv'");
    }

    @Test
    void whatIsNoPlaceOrNoFormatIsToldBeforeAnythingRuns() throws IOException {
        refused(
                cli.run("report", METRICS, "--out", "a/{nmae}.csv"),
                "--out: unknown place {nmae} in a/{nmae}.csv; expected one of {date}, {name}, {format}; did you mean "
                        + "{name}?");
        refused(cli.run("report", METRICS, "--out", "/"), "--out: expected a file, found /");
        refused(
                cli.run("report", METRICS, "--out", folder.resolve("x.xml")),
                "the ending of --out " + folder.resolve("x.xml")
                        + " is that of no format; expected .csv, .json, .xlsx, "
                        + ".html or .txt, or tell the format with --format");
        refused(
                cli.run("report", METRICS, "--csv-separator", "|", "--format", "csv"),
                "--csv-separator: expected comma, semicolon or tab, found \"|\"");
        refused(
                cli.run("report", METRICS, "--csv-bom", "--format", "json"),
                "--csv-separator, --csv-bom and --csv-raw are for csv; the format is json");
        refused(
                cli.run("report", METRICS, "--time-limit", "0s"),
                "--time-limit: expected a time of 1s to 24h, such as 90s, 5m or 2h, found \"0s\"");
        assertThat(files()).isEmpty();
    }

    @Test
    void aWorkbookGoesIntoAPipeAndNotOntoATerminal() {
        assertThat(cli.run("report", METRICS, "--format", "xlsx").out()).startsWith("PK");
        Cli person = Cli.on(cli.settings()).interactive();
        refused(
                person.run("report", METRICS, "--format", "xlsx"),
                "xlsx can't be read on a terminal; write it with --out FILE.xlsx, or pipe it into a program");
        assertThat(person.run("report", METRICS, "--format", "html").out()).startsWith("<!DOCTYPE html>");
        assertThat(person.run("report", METRICS, "--out", folder.resolve("x.xlsx"))
                        .exitStatus())
                .isZero();
    }

    @Test
    void csvIsWrittenAsExcelWantsIt() {
        assertThat(cli.run("report", INTENTS, "--format=csv", "--csv-bom", "--csv-separator=semicolon")
                        .out())
                .startsWith("\uFEFFbot_id;conversation_id;");
        assertThat(cli.run("report", INTENTS, "--format=csv", "--csv-separator=tab")
                        .out())
                .startsWith("bot_id\tconversation_id\t");
    }

    @Test
    void aReportThatFailsLeavesTheFileThatIsThere() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "old");
        Cli empty = Cli.empty(Dialect.H2);
        assertThat(empty.run("report", METRICS, "--out", file).exitStatus()).isEqualTo(6);
        assertThat(file).hasContent("old");
        assertThat(files()).containsExactly("x.csv");
    }

    @Test
    void theConfigurationTellsTheFormOfCsvAndOptionsComeBeforeIt() throws IOException {
        Path configuration = Files.writeString(
                folder.resolve("botledger.yaml"), "reports: {csv: {bom: true, separator: semicolon}}");
        List<Object> report = List.of("report", INTENTS, "--format=csv", "--config", configuration);
        assertThat(cli.run(report.toArray()).out()).startsWith("\uFEFFbot_id;");
        assertThat(cli.run(Stream.concat(report.stream(), Stream.of("--csv-separator=comma"))
                                .toArray())
                        .out())
                .startsWith("\uFEFFbot_id,");
    }
}
