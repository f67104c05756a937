package io.botledger.cli;

import io.botledger.extract.ApiSettings;
import io.botledger.extract.FetchWindow;
import io.botledger.extract.ReaderSettings;
import io.botledger.extract.SourceLimits;
import io.botledger.load.LoadOptions;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import io.botledger.reports.Report;
import io.botledger.reports.ReportCatalogue;
import io.botledger.reports.ReportFormat;
import io.botledger.reports.ReportParameters;
import io.botledger.reports.ReportSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What {@code botledger.yaml} says, checked, with the environment laid over it.
 *
 * @param file where it was read from; empty if there is none and every default holds
 * @param database how to reach the database; options and environment come before it
 * @param landing the landing folder
 * @param fetch what to ask the API for, and how
 * @param load what a load does with what it can't read
 * @param reports what a run writes
 * @param organizations whose exports are fetched; empty if the file names none
 */
record Configuration(
        Optional<Path> file,
        DatabaseSection database,
        Path landing,
        FetchSection fetch,
        LoadOptions load,
        ReportsSection reports,
        List<Organization> organizations) {
    /** Name of the file in the working folder. */
    static final Path DEFAULT_FILE = Path.of("botledger.yaml");

    /** The database without any configuration. */
    static final String DEFAULT_URL = "jdbc:h2:./botledger-data/botledger";

    static final Path DEFAULT_LANDING = Path.of("botledger-data", "landing");
    static final Path DEFAULT_REPORTS = Path.of("botledger-data", "reports");
    static final OutputPattern DEFAULT_DASHBOARD_FILE = OutputPattern.parse("dashboard.html");
    static final OutputPattern DEFAULT_REPORT_FILE = OutputPattern.parse("{date}/{name}.{format}");

    Configuration {
        organizations = List.copyOf(organizations);
    }

    /** The ids of all bots, in the order of the file. */
    List<String> botIds() {
        return organizations.stream()
                .flatMap(organization -> organization.botIds().stream())
                .toList();
    }

    /**
     * How to reach the database if neither an option nor the environment tells.
     *
     * @throws BotledgerException USAGE if it would be in a folder that H2 can't name
     */
    String databaseUrl() {
        if (database.url().isEmpty() && !new ConfigurationFolder(file).suitsH2()) {
            throw new BotledgerException(
                    ErrorCode.USAGE,
                    file.orElseThrow() + ": H2 takes no semicolon in a path, so the database can't be in this folder; "
                            + "name another with --db, BOTLEDGER_DB or database.url");
        }
        return database.url().orElse(DEFAULT_URL);
    }

    /** The same with another landing folder. */
    Configuration withLanding(Path folder) {
        return new Configuration(file, database, folder, fetch, load, reports, organizations);
    }

    /** What the file says of the database; empty where it says nothing. The default URL is that of its folder. */
    record DatabaseSection(Optional<String> url, Optional<String> user, Optional<SecretFile> passwordFile) {}

    /**
     * What to ask the API for.
     *
     * @param window which days
     * @param downloads how many files are fetched at once, 1 to 32
     * @param limits what an answer, or a copied file, may cost
     */
    record FetchSection(FetchWindow window, int downloads, SourceLimits limits) {
        static final FetchSection DEFAULTS = new FetchSection(FetchWindow.defaults(), 4, SourceLimits.defaults());

        /** How far what has landed is read. */
        ReaderSettings reading() {
            ReaderSettings defaults = ReaderSettings.defaults();
            return new ReaderSettings(
                    defaults.maxRecordBytes(), defaults.maxDepth(), limits.maxInflatedBytes(), defaults.onTruncated());
        }
    }

    /**
     * The reports of a run, and what holds for all reports.
     *
     * @param folder where they go
     * @param file of each, within the folder
     * @param formats forms of the files, at least one; each report is written in all
     * @param settings how reports are run and written
     * @param catalogue the reports that there are, those of {@code reports_dir} included
     * @param scheduled which reports, with unique names
     * @param dashboard the dashboard, if a run writes it
     */
    record ReportsSection(
            Path folder,
            OutputPattern file,
            List<ReportFormat> formats,
            ReportSettings settings,
            ReportCatalogue catalogue,
            List<ScheduledReport> scheduled,
            Optional<ScheduledDashboard> dashboard) {
        ReportsSection {
            formats = List.copyOf(formats);
            scheduled = List.copyOf(scheduled);
        }
    }

    /**
     * A report of a run.
     *
     * @param name of its file, without ending
     * @param report which one
     * @param parameters checked against the report
     * @param lastDays if present, the range is this many days up to yesterday (UTC), at least 1
     */
    record ScheduledReport(String name, Report report, ReportParameters parameters, OptionalInt lastDays) {}

    /**
     * The dashboard of a run.
     *
     * @param file within the folder of the reports
     * @param parameters checked against the dashboard
     * @param lastDays if present, the range is this many days up to yesterday (UTC), at least 1
     */
    record ScheduledDashboard(OutputPattern file, ReportParameters parameters, OptionalInt lastDays) {}

    /**
     * A customer of the vendor's.
     *
     * @param id the vendor's id of it
     * @param key where its API key is found
     * @param api where and how its API is asked
     * @param botIds its bots, at least one; no other organization has one of them
     */
    record Organization(String id, ApiKeySource key, ApiSettings api, List<String> botIds) {
        Organization {
            botIds = List.copyOf(botIds);
        }
    }
}
