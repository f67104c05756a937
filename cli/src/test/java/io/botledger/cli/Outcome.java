package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Dialect;
import io.botledger.db.Dump;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an installation has come to: its landing folder, its tables and its reports. */
record Outcome(Map<String, String> landing, List<String> tables, List<String> reports) {
    private static final int SHOWN_DIFFERENCES = 3;

    static Outcome of(Installation installation) {
        return new Outcome(
                LandingDump.published(installation.landing()),
                Dump.of(installation.database()),
                reports(installation.reports()));
    }

    /** What one run comes to that nothing disturbs, with H2. */
    static Outcome undisturbed(Path folder, Vendor vendor) throws IOException {
        Installation installation = Installation.of(folder, Dialect.H2, vendor);
        assertThat(installation.cli().run("run").exitStatus()).isZero();
        return of(installation);
    }

    /** The exports that have landed. */
    Map<String, String> exports() {
        return landing.entrySet().stream()
                .filter(file -> !file.getKey().endsWith(".day.json"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Compares, and tells the first few differences, not the thousands of lines around them. */
    void requireSame(Outcome expected) {
        assertThat(landing).isEqualTo(expected.landing);
        assertThat(reports).isEqualTo(expected.reports);
        assertThat(without(tables, expected.tables)).as("too much").isEmpty();
        assertThat(without(expected.tables, tables)).as("missing").isEmpty();
        assertThat(tables).hasSameSizeAs(expected.tables);
    }

    /** Runs once more, and requires that this is what it leads to, and that all runs ended so. */
    void requireNextRunLeadsHere(Installation installation, List<String> endings) {
        Cli cli = installation.cli();
        Cli.Result rest = cli.run("run");
        assertThat(rest.exitStatus()).as(rest.err()).isZero();
        assertThat(RunBook.endings(installation.database())).isEqualTo(endings);
        of(installation).requireSame(this);
        cli.requireSound();
    }

    private static List<String> without(List<String> lines, List<String> others) {
        Set<String> known = Set.copyOf(others);
        return lines.stream()
                .filter(line -> !known.contains(line))
                .limit(SHOWN_DIFFERENCES)
                .toList();
    }

    /** Names and contents of the reports that are whole, without the folder, which is named by the day of the run. */
    static List<String> reports(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            List<String> reports = new ArrayList<>();
            for (Path file : walk.filter(Outcome::isReport).sorted().toList()) {
                reports.add(file.getFileName() + "\n" + Files.readString(file));
            }
            return reports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hidden files are being written, or were when their process died. */
    private static boolean isReport(Path file) {
        return Files.isRegularFile(file) && !file.getFileName().toString().startsWith(".");
    }
}
