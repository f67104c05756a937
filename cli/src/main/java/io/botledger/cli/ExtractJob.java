package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.cli.Configuration.Organization;
import io.botledger.extract.BotDay;
import io.botledger.extract.BotDayResult;
import io.botledger.extract.ExportApi;
import io.botledger.extract.Extraction;
import io.botledger.extract.ExtractionListener;
import io.botledger.extract.ExtractionResult;
import io.botledger.extract.FetchOutcome;
import io.botledger.extract.LandingFolder;
import io.botledger.extract.Secret;
import io.botledger.model.BotledgerException;
import io.botledger.model.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Joins configuration and extraction: fetches days of the configured bots into the landing folder. */
final class ExtractJob {
    private static final int SHOWN_FAILURES = 3;

    private final Terminal terminal;
    private final Configuration configuration;
    private final LandingFolder landing;
    private final Extraction extraction;
    private final Progress.Mode progressMode;

    /**
     * Reads the keys and opens the landing folder, asks nobody yet.
     *
     * @throws BotledgerException USAGE that names every key that can't be had; ENVIRONMENT if the folder can't be used
     */
    ExtractJob(Terminal terminal, Configuration configuration, Progress.Mode progressMode) {
        this.terminal = terminal;
        this.configuration = configuration;
        this.landing = LandingFolder.open(configuration.landing(), terminal.clock());
        this.extraction = new Extraction(
                landing, apis(terminal, configuration), configuration.fetch().downloads());
        this.progressMode = progressMode;
    }

    /** The API of every bot, by bot id in the order of the configuration. */
    static Map<String, ExportApi> apis(Terminal terminal, Configuration configuration) {
        Map<String, ExportApi> apis = new LinkedHashMap<>();
        Problems problems = new Problems();
        for (Organization organization : configuration.organizations()) {
            try {
                Secret key = organization.key().read(terminal);
                ExportApi api = new ExportApi(organization.api(), organization.id(), key, terminal.clock());
                organization.botIds().forEach(bot -> apis.put(bot, api));
            } catch (BotledgerException e) {
                problems.add("organization " + organization.id() + ": " + e.getMessage());
            }
        }
        problems.throwIfAny("API keys");
        return apis;
    }

    /** Fetches what is due, or what the options name, and tells on standard error what went wrong. */
    ExtractSummary extract(FetchOptions options) {
        List<BotDay> days = options.plan(configuration, landing, terminal).toFetch();
        ExtractSummary summary = fetch(days);
        summary.warnings().forEach(this::warn);
        printFailures(summary);
        new MissingDays(FetchOptions.planOfAll(configuration, landing, terminal))
                .warnings()
                .forEach(this::warn);
        return summary;
    }

    private ExtractSummary fetch(List<BotDay> days) {
        try (Progress progress = Progress.of(progressMode, terminal, "Fetching", " days", 1, days.size())) {
            ExtractionListener listener = new ExtractionListener() {
                @Override
                public void finished(BotDayResult result) {
                    tell(progress, result);
                }
            };
            ExtractionResult result =
                    InterruptibleWork.call(terminal, "botledger-extract", () -> extraction.run(days, listener));
            return ExtractSummary.of(result);
        }
    }

    private static void tell(Progress progress, BotDayResult result) {
        progress.step(1);
        if (result.outcome() == FetchOutcome.FETCHED) {
            progress.line(result.day() + " fetched: " + Texts.count(result.files(), "file")
                    + (result.newVersions() == result.files() ? "" : ", " + Texts.count(result.newVersions()) + " new")
                    + ", " + Texts.bytes(result.bytes()));
        }
    }

    private void warn(String warning) {
        terminal.err().println("botledger: warning: " + Redaction.redact(warning));
    }

    /** Of a bot of which many days failed, the first ones; of an organization that was given up, how many are left. */
    private void printFailures(ExtractSummary summary) {
        Map<String, Integer> told = new LinkedHashMap<>();
        for (ExtractSummary.Failure failure : summary.failures()) {
            if (told.merge(failure.botId(), 1, Integer::sum) <= SHOWN_FAILURES) {
                terminal.err().println("botledger: " + failure.message());
            }
        }
        told.forEach((bot, failed) -> {
            if (failed > SHOWN_FAILURES) {
                terminal.err()
                        .println("botledger: bot " + bot + ": " + Texts.count(failed - SHOWN_FAILURES, "more day")
                                + " failed, see --format json");
            }
        });
        summary.unasked()
                .forEach(unasked -> terminal.err()
                        .println("botledger: organization " + unasked.organizationId() + ": "
                                + Texts.count(unasked.days().size(), "more day") + " not asked for: "
                                + unasked.reason()));
    }
}
