package io.botledger.cli;

import io.botledger.reports.ReportParameters;
import java.util.List;
import picocli.CommandLine.Option;

/** Which conversations count: the parameters that reports have in common with the dashboard, as options. */
final class FilterOptions {
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
            names = "--ignore-intent",
            paramLabel = "NAME",
            description = "Intent that says nothing of the concern; repeatable, replaces the report's own list "
                    + "(first_meaningful_intent, last_meaningful_intent, handling_time).")
    private List<String> ignoredIntents = List.of();

    /** What was given, by the names of the reports' parameters, for more to be added. */
    ReportParameters.Builder parameters() {
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
        ignoredIntents.forEach(intent -> parameters.add("ignore_intent", intent));
        return parameters;
    }

    /** Adds what was given of an option that takes one value. */
    static void add(ReportParameters.Builder parameters, String name, String value) {
        if (value != null) {
            parameters.add(name, value);
        }
    }
}
