package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import io.botledger.sample.SampleExports;
import io.botledger.sample.SampleSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes sample exports. */
@Command(
        name = "sample",
        description = {"Writes sample exports: invented conversations, the same for the same options.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class SampleCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FOLDER", description = "Where to write them; made if it is not there.")
    private Path folder;

    @Option(
            names = "--conversations",
            paramLabel = "N",
            defaultValue = "10000",
            description = "How many in all files together (default: ${DEFAULT-VALUE}).")
    private long conversations;

    @Option(names = "--days", paramLabel = "N", defaultValue = "7", description = "Days (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--first-day",
            paramLabel = "YYYY-MM-DD",
            defaultValue = "2026-01-05",
            description = "First day (default: ${DEFAULT-VALUE}).")
    private LocalDate firstDay;

    @Option(names = "--bots", paramLabel = "N", defaultValue = "3", description = "Bots (default: ${DEFAULT-VALUE}).")
    private int bots;

    @Option(
            names = "--shards",
            paramLabel = "N",
            defaultValue = "1",
            description = "Files for each bot and day (default: ${DEFAULT-VALUE}).")
    private int shards;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Another seed gives other conversations (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--shape",
            paramLabel = "array|jsonl",
            defaultValue = "array",
            description = "How records follow each other (default: ${DEFAULT-VALUE}).")
    private SampleSettings.Shape shape;

    @Option(
            names = "--keys",
            paramLabel = "lower|upper",
            defaultValue = "lower",
            description = "How names of fields are spelled (default: ${DEFAULT-VALUE}).")
    private SampleSettings.KeyCase keys;

    @Option(
            names = "--schema",
            paramLabel = "v2|v3",
            defaultValue = "v3",
            description = "Fields of which version of the API (default: ${DEFAULT-VALUE}).")
    private SampleSettings.Schema schema;

    @Option(
            names = "--values",
            paramLabel = "typed|strings",
            defaultValue = "typed",
            description =
                    "Values as JSON types, or as strings like a warehouse unloads them (default: ${DEFAULT-VALUE}).")
    private SampleSettings.Values values;

    @Option(names = "--gzip", description = "Compress the files.")
    private boolean gzip;

    @Mixin
    private ProgressOption progress;

    SampleCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        SampleExports exports = new SampleExports(settings());
        try (Progress shown = Progress.of(progress.mode(), terminal, "Writing", " conversations", 1, conversations)) {
            exports.writeTo(folder, shown::step);
        }
        terminal.out()
                .println(Texts.count(conversations, "conversation") + " in "
                        + Texts.count(exports.fileNames().size(), "file") + " written to " + folder);
        return 0;
    }

    private SampleSettings settings() {
        try {
            return new SampleSettings(
                    seed, conversations, days, firstDay, bots, shards, shape, keys, schema, gzip, values);
        } catch (IllegalArgumentException e) {
            throw new BotledgerException(ErrorCode.USAGE, e.getMessage(), e);
        }
    }
}
