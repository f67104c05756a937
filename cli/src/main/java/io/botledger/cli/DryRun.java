package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.db.Database;
import io.botledger.db.DatabaseSettings;
import io.botledger.extract.BotDay;
import io.botledger.extract.ExportFolder;
import io.botledger.extract.LandingFolder;
import io.botledger.load.LedgerReport;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import io.botledger.model.LandedFile;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds out what a command would do; asks nobody and changes nothing. */
final class DryRun {
    private final Terminal terminal;
    private final Configuration configuration;
    private final FetchOptions fetchOptions;

    DryRun(Terminal terminal, Configuration configuration, FetchOptions fetchOptions) {
        this.terminal = terminal;
        this.configuration = configuration;
        this.fetchOptions = fetchOptions;
    }

    /**
     * What {@code extract} would do.
     *
     * @param fetch days of bots that would be asked for
     */
    record FetchPlanned(List<BotDay> fetch) implements Printable {
        FetchPlanned {
            fetch = List.copyOf(fetch);
        }

        @Override
        public void print(PrintStream out) {
            Map<String, List<LocalDate>> days = new LinkedHashMap<>();
            fetch.forEach(day -> days.computeIfAbsent(day.botId(), unused -> new ArrayList<>())
                    .add(day.day()));
            out.println("Would ask for " + Texts.count(fetch.size(), "day") + ".");
            days.forEach((bot, list) -> out.println("  " + bot + ": " + ranges(list)));
        }

        /** {@code 2026-05-01 to 2026-05-03, 2026-05-07}. */
        private static String ranges(List<LocalDate> days) {
            List<String> ranges = new ArrayList<>();
            LocalDate first = null;
            LocalDate last = null;
            for (LocalDate day : days.stream().sorted().toList()) {
                if (last == null || !day.equals(last.plusDays(1))) {
                    addRange(ranges, first, last);
                    first = day;
                }
                last = day;
            }
            addRange(ranges, first, last);
            return String.join(", ", ranges);
        }

        private static void addRange(List<String> ranges, LocalDate first, LocalDate last) {
            if (first != null) {
                ranges.add(first.equals(last) ? first.toString() : first + " to " + last);
            }
        }
    }

    /**
     * What {@code run} would do.
     *
     * @param fetch days of bots that would be asked for
     * @param load files in the landing folder that would be loaded, beside those that are fetched
     * @param reports files that would be written
     */
    record RunPlanned(List<BotDay> fetch, List<String> load, List<String> reports) implements Printable {
        private static final int SHOWN_FILES = 10;

        RunPlanned {
            fetch = List.copyOf(fetch);
            load = List.copyOf(load);
            reports = List.copyOf(reports);
        }

        @Override
        public void print(PrintStream out) {
            new FetchPlanned(fetch).print(out);
            out.println("Would load " + Texts.count(load.size(), "file") + " of the landing folder"
                    + (fetch.isEmpty() ? "." : ", and what is fetched."));
            load.stream().limit(SHOWN_FILES).forEach(file -> out.println("  " + file));
            if (load.size() > SHOWN_FILES) {
                out.println("  and " + Texts.count(load.size() - SHOWN_FILES, "more file") + ", see --format json");
            }
            if (!reports.isEmpty()) {
                out.println("Would write " + Texts.count(reports.size(), "report") + ".");
                reports.forEach(file -> out.println("  " + file));
            }
        }
    }

    /** What {@code extract} would do. */
    FetchPlanned ofExtract() {
        return new FetchPlanned(daysToFetch());
    }

    /** What {@code run} would do. */
    RunPlanned ofRun(DatabaseSettings database) {
        RunReports reports = new RunReports(terminal, configuration.reports());
        return new RunPlanned(
                daysToFetch(),
                filesToLoad(database).stream()
                        .map(file -> file.path().toString())
                        .toList(),
                reports.files().stream().map(Path::toString).toList());
    }

    private List<BotDay> daysToFetch() {
        LandingFolder landing = LandingFolder.look(configuration.landing(), terminal.clock());
        return fetchOptions.plan(configuration, landing, terminal).toFetch();
    }

    private List<LandedFile> filesToLoad(DatabaseSettings settings) {
        Path landing = configuration.landing();
        List<LandedFile> files =
                Files.isDirectory(landing) ? ExportFolder.list(List.of(landing)).files() : List.of();
        try (Database database = Database.openExisting(settings)) {
            database.requireSchema();
            return new LedgerReport(database).unrecorded(files);
        } catch (BotledgerException e) {
            if (e.code() == ErrorCode.DATABASE_MISSING) {
                return files;
            }
            throw e;
        }
    }
}
