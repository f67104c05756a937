package io.botledger.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be told beside the rows.
 *
 * @param name the report's name
 * @param title a few words to head it with
 * @param question the question that it answers
 * @param days the days that it is about, in words; null if it takes none
 * @param made when and by what it was made; null if that is not to be told
 * @param parameters what was asked for, defaults included, as texts by the parameters' names; without the days
 * @param warnings what the figures alone do not show
 */
record ReportHead(
        String name,
        String title,
        String question,
        String days,
        String made,
        Map<String, List<String>> parameters,
        List<String> warnings) {
    /** What stands above the rows, by a word or two that tell what it is. */
    record Fact(String label, List<String> texts) {}

    static ReportHead of(Report report, ReportParameters parameters, String days, String made, List<String> warnings) {
        Map<String, List<String>> shown = new LinkedHashMap<>(parameters.shown(report));
        if (days != null) {
            shown.keySet().removeAll(ReportDays.PARAMETERS);
        }
        return new ReportHead(
                report.name(), report.title(), report.question(), days, made, shown, List.copyOf(warnings));
    }

    /** The days, what else was asked for, and when it was made. */
    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        if (days != null) {
            facts.add(new Fact("Days", List.of(days)));
        }
        parameters.forEach((parameter, values) -> facts.add(new Fact(ReportColumn.heading(parameter), values)));
        if (made != null) {
            facts.add(new Fact("Made", List.of(made)));
        }
        return facts;
    }
}
