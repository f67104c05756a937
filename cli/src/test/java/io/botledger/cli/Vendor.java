package io.botledger.cli;

import io.botledger.extract.FetchWindow;
import io.botledger.extract.SimulatedExportServer;
import io.botledger.model.ExportFileName;
import io.botledger.sample.SampleExports;
import io.botledger.sample.SampleSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/** The vendor: sample exports, of which a simulated export server shows as much as it is told. */
final class Vendor implements AutoCloseable {
    /** Days of {@link #recent} end before yesterday, so that nothing changes when a test runs past midnight. */
    private static final int NEWEST_AGE = 2;

    private final SimulatedExportServer server = SimulatedExportServer.start();
    private final SampleExports exports;

    Vendor(SampleSettings settings) {
        exports = new SampleExports(settings);
    }

    /** A vendor with days that a process of today asks for, none of them shown yet. */
    static Vendor recent(int conversations, int days, int bots, int shards) {
        LocalDate newest = FetchWindow.today(Clock.systemUTC()).minusDays(NEWEST_AGE);
        return new Vendor(SampleSettings.builder()
                .conversations(conversations)
                .firstDay(newest.minusDays(days - 1L))
                .days(days)
                .bots(bots)
                .shards(shards)
                .build());
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

    LocalDate firstDay() {
        return exports.settings().firstDay();
    }

    int days() {
        return exports.settings().days();
    }

    /** Days that a run of today has to look back for all of a {@link #recent} vendor. */
    int windowDays() {
        return days() + NEWEST_AGE;
    }

    /** How many files there are of all days. */
    int files() {
        return exports.fileNames().size();
    }

    /** Files of one bot and day. */
    int shards() {
        return exports.settings().shards();
    }

    /** Shows all days, whole. */
    Vendor showAll() {
        return showTo(firstDay().plusDays(days() - 1L));
    }

    /** Shows all days up to this one, whole. */
    Vendor showTo(LocalDate day) {
        for (String bot : bots()) {
            firstDay().datesUntil(day.plusDays(1)).forEach(shown -> show(bot, shown, SampleExports.ALL));
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
