package io.botledger.reports;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import io.botledger.model.Suggestion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The reports that there are, by name. Those that come with botledger are read when they are asked for. Immutable. */
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

    /** The fragments for all reports, as the package describes them. */
    static final Set<String> FRAGMENTS = Set.of(
            "code_points",
            "conversation_group",
            "conversation_tables",
            "counted_at",
            "counted_conversations",
            "counted_date",
            "is_counted",
            "is_selected",
            "local_date",
            "local_hour",
            "local_weekday",
            "rate",
            "repeated_rows",
            "selected_conversations",
            "series",
            "within_keys");

    private static final ReportReader READER = new ReportReader(ReportCatalogue::resource);
    private static final Map<String, Report> READ = new ConcurrentHashMap<>();

    private final Map<String, Report> own;
    private final Map<String, String> problems;

    private ReportCatalogue(Map<String, Report> own, Map<String, String> problems) {
        this.own = own;
        this.problems = problems;
    }

    /** The reports that come with botledger. */
    public static ReportCatalogue builtIn() {
        return new ReportCatalogue(Map.of(), Map.of());
    }

    /**
     * These and those of a user's folder. What is wrong with one of its files, {@link #problems} tells; the others can be
     * run all the same.
     *
     * @param folder with files as the package describes them; a statement that is not one query that only reads is wrong
     * @throws BotledgerException with {@link ErrorCode#USAGE} if there is no such folder
     */
    public ReportCatalogue withOwn(Path folder) {
        OwnReports read = OwnReports.read(folder);
        return new ReportCatalogue(read.reports(), read.problems());
    }

    static Optional<String> resource(String name) {
        return TextFile.find(name + ".sql");
    }

    /** The names in alphabetical order. */
    public List<String> names() {
        TreeSet<String> names = new TreeSet<>(BUILT_IN);
        names.addAll(own.keySet());
        return List.copyOf(names);
    }

    /** What is wrong with files of the user's folder, with file and line, in the order of their names. */
    public List<String> problems() {
        return List.copyOf(problems.values());
    }

    /** What is wrong with the file of a report that therefore is none. */
    public Optional<String> problem(String name) {
        return BUILT_IN.contains(name) || own.containsKey(name)
                ? Optional.empty()
                : Optional.ofNullable(problems.get(name));
    }

    /**
     * A report by its name.
     *
     * @throws BotledgerException with {@link ErrorCode#USAGE} if there is none, listing those that there are, or if there
     *     is something wrong with its file
     */
    public Report find(String name) {
        problem(name).ifPresent(problem -> {
            throw new BotledgerException(ErrorCode.USAGE, problem);
        });
        if (BUILT_IN.contains(name)) {
            return READ.computeIfAbsent(name, ReportCatalogue::readBuiltIn);
        }
        Report report = own.get(name);
        if (report == null) {
            List<String> names = names();
            throw new BotledgerException(
                    ErrorCode.USAGE,
                    "there is no report \"" + name + "\"" + Suggestion.didYouMean(name, names) + "\nreports: "
                            + String.join(", ", names));
        }
        return report;
    }

    /** A report that comes with botledger, also one that no catalogue names. */
    static Report readBuiltIn(String name) {
        return READER.read(name, resource(name).orElseThrow());
    }
}
