package io.botledger.cli;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import io.botledger.reports.Report;
import io.botledger.reports.ReportParameters;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The parameters of reports as options; given as texts, which each report checks. */
final class ReportFilterOptions {
    @Option(names = "--from", paramLabel = "DAY", description = "First day, YYYY-MM-DD.")
    private String from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day, YYYY-MM-DD.")
    private String to;

    @Option(
            names = "--day-of",
            paramLabel = "start|end",
            description = "Whether days are those on which conversations started or ended (default: end).")
    private String dayOf;

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            description = "Days, weeks and hours are those of this time zone, such as Europe/Berlin (default: UTC).")
    private String timeZone;

    @Option(names = "--bot", paramLabel = "BOT", description = "Only this bot, by id or name; repeatable.")
    private List<String> bots = List.of();

    @Option(names = "--channel", paramLabel = "CHANNEL", description = "Only this channel; repeatable.")
    private List<String> channels = List.of();

    @Option(names = "--language", paramLabel = "LANGUAGE", description = "Only this language; repeatable.")
    private List<String> languages = List.of();

    @Option(names = "--exclude-test", description = "Leave test conversations out.")
    private boolean excludeTest;

    @Option(
            names = "--min-bot-messages",
            paramLabel = "N",
            description =
                    "Only conversations with at least so many messages of the bot; 1 gives parity with the vendor's "
                            + "bot summary.")
    private String minBotMessages;

    @Option(
            names = "--by",
            paramLabel = "day|week|month|bot|channel|language|…",
            description = "One row for each; --describe tells which of these a report takes.")
    private String by;

    @Option(
            names = "--ignore-intent",
            paramLabel = "NAME",
            description = "Intent that says nothing of the concern; repeatable, replaces the report's own list "
                    + "(first_meaningful_intent, last_meaningful_intent, handling_time).")
    private List<String> ignoredIntents = List.of();

    @Option(
            names = "--session-param",
            paramLabel = "NAME",
            description = "Session parameter to list the values of (session_param_values; repeatable), with the score "
                    + "(satisfaction, default: bsat_score) or the customer (recontact, default: customer_id).")
    private List<String> sessionParams = List.of();

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "At most so many values of each parameter (session_param_values; default: 10).")
    private String top;

    @Option(
            names = "--no-score",
            paramLabel = "VALUE",
            description = "Value that says that there is no score; repeatable, replaces the report's own list "
                    + "(satisfaction).")
    private List<String> noScores = List.of();

    @Option(
            names = "--top-from",
            paramLabel = "SCORE",
            description = "Lowest score that counts as a top score (satisfaction, default: 4).")
    private String topFrom;

    @Option(
            names = "--within-days",
            paramLabel = "N",
            description = "How many days a customer has for a recontact (recontact, default: 7).")
    private String withinDays;

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "A parameter of a report of your own; repeatable.")
    private List<String> others = List.of();

    /** What was given, by the names of the reports' parameters. */
    ReportParameters parameters() {
        ReportParameters.Builder parameters = ReportParameters.builder();
        add(parameters, "from", from);
        add(parameters, "to", to);
        add(parameters, "day_of", dayOf);
        add(parameters, "time_zone", timeZone);
        bots.forEach(bot -> parameters.add("bot", bot));
        channels.forEach(channel -> parameters.add("channel", channel));
        languages.forEach(language -> parameters.add("language", language));
        add(parameters, "exclude_test", excludeTest ? "true" : null);
        add(parameters, "min_bot_messages", minBotMessages);
        add(parameters, "by", by);
        ignoredIntents.forEach(intent -> parameters.add("ignore_intent", intent));
        sessionParams.forEach(name -> parameters.add("session_param", name));
        add(parameters, "top", top);
        noScores.forEach(value -> parameters.add("no_score", value));
        add(parameters, "top_from", topFrom);
        add(parameters, "within_days", withinDays);
        others.forEach(other -> addOther(parameters, other));
        return parameters.build();
    }

    private static void addOther(ReportParameters.Builder parameters, String nameAndValue) {
        int equals = nameAndValue.indexOf('=');
        if (equals < 1) {
            throw new BotledgerException(ErrorCode.USAGE, "--param " + nameAndValue + ": expected NAME=VALUE");
        }
        parameters.add(nameAndValue.substring(0, equals), nameAndValue.substring(equals + 1));
    }

    private static void add(ReportParameters.Builder parameters, String name, String value) {
        if (value != null) {
            parameters.add(name, value);
        }
    }

    /** Checks what was given against every report, before the first runs. */
    List<Report> check(List<Report> reports) {
        List<Report> checked = new ArrayList<>();
        for (Report report : reports) {
            parameters().check(report);
            checked.add(report);
        }
        return checked;
    }
}
