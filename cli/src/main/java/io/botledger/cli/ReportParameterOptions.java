package io.botledger.cli;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import io.botledger.reports.Report;
import io.botledger.reports.ReportParameters;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The parameters of reports as options; given as texts, which each report checks. */
final class ReportParameterOptions {
    @Mixin
    private FilterOptions filters;

    @Option(
            names = "--by",
            paramLabel = "day|week|month|bot|channel|language|…",
            description = "One row for each, in a column of that name; --describe tells which of these a report takes.")
    private String by;

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
        ReportParameters.Builder parameters = filters.parameters();
        FilterOptions.add(parameters, "by", by);
        sessionParams.forEach(name -> parameters.add("session_param", name));
        FilterOptions.add(parameters, "top", top);
        noScores.forEach(value -> parameters.add("no_score", value));
        FilterOptions.add(parameters, "top_from", topFrom);
        FilterOptions.add(parameters, "within_days", withinDays);
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
