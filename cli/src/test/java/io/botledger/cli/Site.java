package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.botledger.cli.Program.Running;
import io.botledger.db.DatabaseSettings;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** An installation whose commands run as processes that can be disturbed, and what they leave behind. */
record Site(Path folder, Installation installation, DatabaseSettings settings) {
    private static final int SHOWN_DIFFERENCES = 3;

    /** In this folder; the database of H2 is a file in it. */
    static Site of(Vendor vendor, Path folder, Dialect dialect, String... fetch) {
        DatabaseSettings settings = dialect == Dialect.H2
                ? DatabaseSettings.of("jdbc:h2:" + folder.resolve("botledger"))
                : TestDatabases.empty(dialect);
        return new Site(folder, vendor.installation(folder, settings, fetch), settings);
    }

    /** What a site has come to. */
    record Outcome(Map<String, Long> exports, List<String> tables, List<String> reports) {
        /** Compares, and tells the first few differences, not the thousands of lines around them. */
        void requireSame(Outcome expected) {
            assertThat(exports).isEqualTo(expected.exports);
            assertThat(reports).isEqualTo(expected.reports);
            assertThat(without(tables, expected.tables)).as("too much").isEmpty();
            assertThat(without(expected.tables, tables)).as("missing").isEmpty();
            assertThat(tables).hasSameSizeAs(expected.tables);
        }

        private static List<String> without(List<String> lines, List<String> others) {
            Set<String> known = Set.copyOf(others);
            return lines.stream()
                    .filter(line -> !known.contains(line))
                    .limit(SHOWN_DIFFERENCES)
                    .toList();
        }
    }

    Outcome outcome() {
        return new Outcome(exports(), Dump.of(settings), reports());
    }

    Map<String, Long> exports() {
        return Exports.in(installation.landing());
    }

    /** Starts a command in a process of its own. */
    Running start(String command) throws IOException {
        return Program.ofClasses(Botledger.class, folder, installation.environment())
                .start(command, "--progress=plain");
    }

    /** Runs a command to its end, in this process. */
    Cli.Result run(Object... arguments) {
        List<Object> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--config", installation.configuration()));
        return Cli.of(installation.environment(), Instant.now()).run(all.toArray());
    }

    /** Fails unless tables, ledger and files agree. */
    void requireSound() {
        Cli.Result verification = run("verify", "--read-files");
        assertThat(verification.exitStatus())
                .as(verification.out() + verification.err())
                .isZero();
    }

    /** One field of all runs in the ledger, the last run first. */
    List<String> runs(String field) {
        JsonNode status = run("status", "--runs=1000", "--format=json").json();
        List<String> values = new ArrayList<>();
        status.get("runs").forEach(run -> values.add(run.get(field).asText()));
        return values;
    }

    /** How many files a running command says it has loaded. */
    static long loaded(Running running) {
        try {
            return Files.readString(running.err())
                    .lines()
                    .filter(line -> line.contains(" loaded: "))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Contents of all reports; their folder is named by the day of the run. */
    List<String> reports() {
        try (Stream<Path> walk = Files.walk(installation.reports())) {
            List<String> reports = new ArrayList<>();
            for (Path file : walk.filter(Site::isReport).sorted().toList()) {
                reports.add(file.getFileName() + "\n" + Files.readString(file));
            }
            return reports;
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hidden files are being written, or were when their process died. */
    private static boolean isReport(Path file) {
        return Files.isRegularFile(file) && !file.getFileName().toString().startsWith(".");
    }
}
