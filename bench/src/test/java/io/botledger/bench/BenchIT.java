package io.botledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.botledger.reports.ReportCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole bench on little data, with H2 alone; no figure is asserted, only that each is there. */
class BenchIT {
    @TempDir
    private Path folder;

    @Test
    void takesEveryFigure() throws IOException {
        Path out = folder.resolve("out");
        Path work = Files.createDirectory(folder.resolve("work"));
        int exitStatus = Bench.commandLine()
                .execute("--conversations=1000", "--rounds=1", "--only=h2", "--folder=" + work, "--out=" + out);
        assertThat(exitStatus).isZero();
        assertThat(work).isEmptyDirectory();

        JsonNode results = results(out);
        List<String> figures = new ArrayList<>();
        for (JsonNode measured : results.get("figures")) {
            figures.add(name(measured.get("figure")));
            assertThat(measured.get("rounds")).hasSize(1);
            JsonNode usage = measured.get("rounds").get(0);
            assertThat(usage.get("wallSeconds").asDouble())
                    .as(measured.toString())
                    .isPositive();
            assertThat(usage.get("cpuSeconds").asDouble())
                    .as(measured.toString())
                    .isPositive();
            assertThat(usage.get("peakMegabytes").asDouble())
                    .as(measured.toString())
                    .isPositive();
        }
        assertThat(figures).filteredOn(figure -> !figure.contains("workers")).containsExactlyElementsOf(expected());
        assertProofs(results);
        assertThat(results.get("targets"))
                .filteredOn(target -> target.get("name").asText().startsWith("H2"))
                .hasSize(9)
                .allSatisfy(
                        target -> assertThat(target.get("measured").isNumber()).isTrue());
        assertThat(Files.readString(out.resolve("RESULTS.md")))
                .contains("## Machine", "## Targets", "## Loads and limits", "## Growth", "## Nothing new")
                .contains("## Reports", "## Start-up", "## How", "| H2, 4 files: load ÷ limit | ")
                .doesNotContain(folder.toString(), System.getProperty("user.home"));
    }

    private static JsonNode results(Path out) throws IOException {
        try (Stream<Path> files = Files.list(out.resolve("results"))) {
            String text = Files.readString(files.findFirst().orElseThrow());
            assertThat(text).doesNotContain(out.toString(), System.getProperty("user.home"));
            return new ObjectMapper().readTree(text);
        }
    }

    private static String name(JsonNode figure) {
        return String.join(
                " ",
                figure.get("kind").asText(),
                figure.get("what").asText(),
                figure.get("conversations").asText(),
                figure.get("files").asText() + (figure.get("workers").asInt() == 0 ? "" : " workers"));
    }

    private static List<String> expected() {
        List<String> expected = new ArrayList<>(List.of(
                "load load 1000 4",
                "load limit 1000 4",
                "load load 1000 1",
                "load limit 1000 1",
                "load load 1000 365",
                "load load 250 4",
                "load load 4000 4",
                "nothing-new load 1000 365"));
        ReportCatalogue.builtIn().names().forEach(name -> expected.add("reports " + name + " 5000 365"));
        expected.add("reports dashboard 5000 365");
        expected.addAll(List.of(
                "startup java -jar botledger.jar --help 0 0",
                "startup ./botledger --help 0 0",
                "startup java -jar botledger.jar status 0 0",
                "startup ./botledger status 0 0"));
        return expected;
    }

    private static void assertProofs(JsonNode results) {
        assertThat(results.get("proofs")).hasSize(2).allSatisfy(proof -> {
            assertThat(proof.get("loadedRows").asLong()).isGreaterThan(1000);
            assertThat(proof.get("limitRows")).isEqualTo(proof.get("loadedRows"));
        });
    }
}
