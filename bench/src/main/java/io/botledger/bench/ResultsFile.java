package io.botledger.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the raw figures as JSON. */
final class ResultsFile {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .build();

    private ResultsFile() {}

    /** All rounds of one figure. */
    private record Measured(Figure figure, List<Usage> rounds) {}

    /** A target; a figure that was not measured is null. */
    private record Judged(String name, Double measured, double must, double aim, String verdict) {}

    private record Document(
            String startedAt,
            Machine machine,
            Settings settings,
            List<Judged> targets,
            List<Loads.Proof> proofs,
            List<Measured> figures) {}

    /** Writes {@code results/<time>.json}; returns its path. */
    static Path write(Results results, Path folder) throws IOException {
        List<Measured> measured = new ArrayList<>();
        results.figures().forEach((figure, rounds) -> measured.add(new Measured(figure, rounds)));
        List<Judged> targets = results.goals().stream()
                .map(goal -> new Judged(
                        goal.name(),
                        goal.measured().isPresent() ? goal.measured().getAsDouble() : null,
                        goal.must(),
                        goal.aim(),
                        goal.verdict().replace("*", "")))
                .toList();
        Path file = Files.createDirectories(folder.resolve("results"))
                .resolve(results.startedAt().toString().replace(":", "").replaceAll("\\.\\d+", "") + ".json");
        String text = JSON.writeValueAsString(new Document(
                results.startedAt().toString(),
                results.machine(),
                results.settings(),
                targets,
                results.proofs(),
                measured));
        Files.writeString(file, text + "\n");
        return file;
    }
}
