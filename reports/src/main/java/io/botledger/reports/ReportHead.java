package io.botledger.reports;

import java.util.List;
import java.util.Map;

/**
 * What is to be told beside the rows.
 *
 * @param name the report's name
 * @param title a few words to head it with
 * @param question the question that it answers
 * @param parameters what was asked for, defaults included, as texts by the parameters' names
 * @param warnings what the figures alone do not show
 */
record ReportHead(
        String name, String title, String question, Map<String, List<String>> parameters, List<String> warnings) {
    static ReportHead of(Report report, ReportParameters parameters, List<String> warnings) {
        return new ReportHead(
                report.name(), report.title(), report.question(), parameters.shown(report), List.copyOf(warnings));
    }
}
