package io.botledger.reports;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import io.botledger.model.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The reports that there are, by name. Immutable. */
public final class ReportCatalogue {
    private static final List<String> BUILT_IN = List.of(
            "ai_answers",
            "busy_hours",
            "conversation_intents",
            "coverage",
            "daily_trend",
            "first_meaningful_intent",
            "handling_time",
            "intent_funnel",
            "label_metrics",
            "last_meaningful_intent",
            "reconciliation",
            "recontact",
            "resolution_tiers",
            "satisfaction",
            "session_param_values",
            "ultimate_metrics");

    private final Map<String, Report> reports;

    private ReportCatalogue(Map<String, Report> reports) {
        this.reports = reports;
    }

    /** The reports that come with botledger. */
    public static ReportCatalogue builtIn() {
        ReportReader reader = new ReportReader(ReportCatalogue::resource);
        Map<String, Report> reports = new TreeMap<>();
        for (String name : BUILT_IN) {
            reports.put(name, reader.read(name, resource(name).orElseThrow()));
        }
        return new ReportCatalogue(reports);
    }

    static Optional<String> resource(String name) {
        try (InputStream file = ReportCatalogue.class.getResourceAsStream(name + ".sql")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names in alphabetical order. */
    public List<String> names() {
        return List.copyOf(reports.keySet());
    }

    /**
     * A report by its name.
     *
     * @throws BotledgerException with {@link ErrorCode#USAGE} if there is none, listing those that there are
     */
    public Report find(String name) {
        Report report = reports.get(name);
        if (report == null) {
            throw new BotledgerException(
                    ErrorCode.USAGE,
                    "there is no report \"" + name + "\"" + Suggestion.didYouMean(name, reports.keySet())
                            + "\nreports: " + String.join(", ", reports.keySet()));
        }
        return report;
    }
}
