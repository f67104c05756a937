package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Dialect;
import io.botledger.db.Dump;
import io.botledger.model.ExportFileName;
import io.botledger.sample.SampleExports;
import io.botledger.sample.SampleSettings;
import io.botledger.sample.SampleSettings.KeyCase;
import io.botledger.sample.SampleSettings.Schema;
import io.botledger.sample.SampleSettings.Shape;
import io.botledger.sample.SampleSettings.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables are a function of the set of files, not of how they came in. */
class SameContentsTest {
    private static final Instant LANDED = Instant.parse("2026-02-01T03:00:00.123456Z");
    private static final SampleSettings SETTINGS = settings(Schema.V3, Shape.ARRAY, KeyCase.LOWER, false, Values.TYPED);

    @TempDir
    private Path folder;

    /** Every file of the sample, an older version of one of them, and one whose conversations come again later. */
    private final List<Path> files = new ArrayList<>();

    @BeforeEach
    void writeFiles() throws IOException {
        SampleExports exports = new SampleExports(SETTINGS);
        List<ExportFileName> names = exports.fileNames();
        for (ExportFileName name : names) {
            files.add(landed(exports.writeTo(folder.resolve("landing"), name, SampleExports.ALL), LANDED));
        }
        files.add(landed(exports.writeTo(folder.resolve("older"), names.get(0), 17), LANDED.minusSeconds(3_600)));
        ExportFileName first = names.get(0);
        ExportFileName later =
                new ExportFileName(first.botId(), first.exportDate().plusDays(SETTINGS.days()), first.shard());
        Path repeating = folder.resolve("landing").resolve(later.format());
        exports.writeTo(folder.resolve("scratch"), first, 31);
        Files.move(folder.resolve("scratch").resolve(first.format()), repeating);
        files.add(landed(repeating, LANDED));
    }

    private static Path landed(Path file, Instant at) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(at));
    }

    private static SampleSettings settings(Schema schema, Shape shape, KeyCase keys, boolean gzip, Values values) {
        return SampleSettings.builder()
                .conversations(600)
                .days(3)
                .bots(3)
                .schema(schema)
                .shape(shape)
                .keys(keys)
                .gzip(gzip)
                .values(values)
                .build();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void orderRepeatsAndNumberOfCallsDoNotCount(Dialect dialect) {
        List<Path> backwards = new ArrayList<>(files);
        Collections.reverse(backwards);
        List<Path> shuffled = new ArrayList<>(files);
        shuffled.addAll(files);
        Collections.shuffle(shuffled, new Random(7));

        List<String> expected = afterOneCall(dialect);
        assertThat(expected)
                .anyMatch(row -> row.contains("status=superseded"))
                .anyMatch(row -> row.contains("|export_date=2026-01-01|") && row.contains("|outranked_count=31|"));
        assertThat(afterCalls(dialect, files)).as("file by file").isEqualTo(expected);
        assertThat(afterCalls(dialect, backwards)).as("backwards").isEqualTo(expected);
        assertThat(afterCalls(dialect, shuffled)).as("shuffled, each twice").isEqualTo(expected);
    }

    @Test
    void databasesHoldTheSame() {
        List<String> expected = afterOneCall(Dialect.H2);
        assertThat(expected.stream().filter(row -> row.startsWith("conversations|")))
                .hasSize(600);
        assertThat(afterOneCall(Dialect.POSTGRESQL)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void theNumberOfWorkersDoesNotCount(Dialect dialect) {
        List<String> expected = afterOneCall(dialect, 1);
        for (int workers = 2; workers <= 4; workers++) {
            assertThat(afterOneCall(dialect, workers)).as(workers + " workers").isEqualTo(expected);
        }
    }

    private List<String> afterOneCall(Dialect dialect) {
        return afterOneCall(dialect, 2);
    }

    private List<String> afterOneCall(Dialect dialect, int workers) {
        Cli cli = Cli.empty(dialect);
        load(cli, folder, workers);
        return Dump.of(cli.settings());
    }

    private static List<String> afterCalls(Dialect dialect, List<Path> calls) {
        Cli cli = Cli.empty(dialect);
        for (Path file : calls) {
            load(cli, file);
        }
        return Dump.of(cli.settings());
    }

    @ParameterizedTest
    @EnumSource(Schema.class)
    void shapesDoNotCount(Schema schema) {
        List<String> expected = contents(Dialect.H2, settings(schema, Shape.ARRAY, KeyCase.LOWER, false, Values.TYPED));
        assertThat(expected.stream().filter(row -> row.startsWith("conversations|")))
                .hasSize(600);
        for (Shape shape : Shape.values()) {
            for (KeyCase keys : KeyCase.values()) {
                for (Values values : Values.values()) {
                    SampleSettings plain = settings(schema, shape, keys, false, values);
                    assertThat(contents(Dialect.H2, plain)).as(plain.toString()).isEqualTo(expected);
                }
            }
        }
        SampleSettings farthest = settings(schema, Shape.JSONL, KeyCase.UPPER, true, Values.STRINGS);
        for (Dialect dialect : Dialect.values()) {
            assertThat(contents(dialect, farthest)).as(dialect + " " + farthest).isEqualTo(expected);
        }
    }

    private List<String> contents(Dialect dialect, SampleSettings settings) {
        Path shaped = folder.resolve(dialect + " " + settings);
        new SampleExports(settings).writeTo(shaped, written -> {});
        Cli cli = Cli.empty(dialect);
        load(cli, shaped);
        return Dump.conversations(cli.settings());
    }

    private static void load(Cli cli, Path path) {
        load(cli, path, 2);
    }

    private static void load(Cli cli, Path path, int workers) {
        Cli.Result result = cli.run("load", path, "--workers", workers);
        assertThat(result.exitStatus()).as(result.err()).isZero();
    }
}
