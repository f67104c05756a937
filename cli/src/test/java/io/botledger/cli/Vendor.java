package io.botledger.cli;

import io.botledger.db.DatabaseSettings;
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
import java.util.stream.IntStream;

/**
 * The vendor: a simulated export server with sample exports of days that a process of today asks for. They end the day
 * before yesterday, so that nothing changes when a test runs past midnight.
 */
final class Vendor implements AutoCloseable {
    private static final int NEWEST_AGE = 2;

    final SimulatedExportServer server = SimulatedExportServer.start();
    private final SampleExports exports;

    /** Has these exports and shows none of them yet. */
    Vendor(int conversations, int days, int bots, int shards) {
        LocalDate today = FetchWindow.today(Clock.systemUTC());
        exports = new SampleExports(SampleSettings.builder()
                .conversations(conversations)
                .firstDay(today.minusDays(NEWEST_AGE + days - 1L))
                .days(days)
                .bots(bots)
                .shards(shards)
                .build());
    }

    /** Shows everything. */
    Vendor offerAll() {
        IntStream.range(0, exports.settings().days()).forEach(this::offer);
        return this;
    }

    /** Shows the exports of one day, 0 for the oldest. */
    void offer(int day) {
        LocalDate date = exports.settings().firstDay().plusDays(day);
        for (String bot : bots()) {
            byte[][] shards = exports.fileNames().stream()
                    .filter(name ->
                            name.botId().equals(bot) && name.exportDate().equals(date))
                    .map(this::content)
                    .toArray(byte[][]::new);
            server.put(bot, date, shards);
        }
    }

    List<String> bots() {
        return exports.fileNames().stream()
                .map(ExportFileName::botId)
                .distinct()
                .toList();
    }

    /** How many files there are of all days. */
    int files() {
        return exports.fileNames().size();
    }

    /** Files of one bot and day. */
    int shards() {
        return exports.settings().shards();
    }

    /** Writes a configuration into a folder, whose runs ask for all days. */
    Installation installation(Path folder, DatabaseSettings database, String... fetch) {
        String[] lines = IntStream.range(0, fetch.length + 1)
                .mapToObj(i -> i == 0 ? "window_days: " + (exports.settings().days() + NEWEST_AGE) : fetch[i - 1])
                .toArray(String[]::new);
        try {
            return Installation.of(folder, database, server, bots(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private byte[] content(ExportFileName name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            exports.write(name, SampleExports.ALL, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
