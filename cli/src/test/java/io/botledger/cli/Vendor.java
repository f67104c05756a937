package io.botledger.cli;

import io.botledger.extract.SimulatedExportServer;
import io.botledger.model.ExportFileName;
import io.botledger.sample.SampleExports;
import io.botledger.sample.SampleSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/** The vendor: sample exports, of which a simulated export server shows as much as it is told. */
final class Vendor implements AutoCloseable {
    private final SimulatedExportServer server = SimulatedExportServer.start();
    private final SampleExports exports;

    Vendor(SampleSettings settings) {
        exports = new SampleExports(settings);
    }

    SimulatedExportServer server() {
        return server;
    }

    /** The ids of the bots, in the order of the sample's files. */
    List<String> bots() {
        return exports.fileNames().stream()
                .map(ExportFileName::botId)
                .distinct()
                .toList();
    }

    /** Shows all days up to this one, whole. */
    Vendor showTo(LocalDate day) {
        for (String bot : bots()) {
            exports.settings()
                    .firstDay()
                    .datesUntil(day.plusDays(1))
                    .forEach(shown -> show(bot, shown, SampleExports.ALL));
        }
        return this;
    }

    /** Shows the first conversations of each file of a bot's day. */
    void show(String bot, LocalDate day, long limit) {
        server.put(
                bot,
                day,
                names(name -> name.botId().equals(bot) && name.exportDate().equals(day)).stream()
                        .map(name -> bytes(name, limit))
                        .toArray(byte[][]::new));
    }

    /** Writes the files from one day to another into a folder, whole, as the vendor names them. */
    Path writeTo(Path folder, LocalDate first, LocalDate last) {
        names(name -> !name.exportDate().isBefore(first) && !name.exportDate().isAfter(last))
                .forEach(name -> exports.writeTo(folder, name, SampleExports.ALL));
        return folder;
    }

    /** How many conversations the files from one day to another hold. */
    long count(LocalDate first, LocalDate last) {
        return names(name ->
                        !name.exportDate().isBefore(first) && !name.exportDate().isAfter(last))
                .stream()
                .mapToLong(exports::count)
                .sum();
    }

    /** How many conversations a bot's day holds. */
    long count(String bot, LocalDate day) {
        return names(name -> name.botId().equals(bot) && name.exportDate().equals(day)).stream()
                .mapToLong(exports::count)
                .sum();
    }

    private List<ExportFileName> names(Predicate<ExportFileName> wanted) {
        return exports.fileNames().stream().filter(wanted).toList();
    }

    private byte[] bytes(ExportFileName name, long limit) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            exports.write(name, limit, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        server.close();
    }
}
