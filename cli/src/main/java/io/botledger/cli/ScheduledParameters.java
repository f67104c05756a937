package io.botledger.cli;

import io.botledger.model.BotledgerException;
import io.botledger.reports.Report;
import io.botledger.reports.ReportParameter;
import io.botledger.reports.ReportParameters;
import io.botledger.reports.TakenParameters;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the parameters of a scheduled report, which are the keys that mean nothing else. */
final class ScheduledParameters {
    private final TakenParameters taken;
    private final Consumer<ReportParameters> check;
    private final YamlMap map;
    private final ConfigurationProblems problems;
    private final ReportParameters.Builder parameters = ReportParameters.builder();

    /** The parameters of a report. */
    ScheduledParameters(Report report, YamlMap map, ConfigurationProblems problems) {
        this(report.takes(), given -> given.check(report), map, problems);
    }

    /** The parameters of what is no report. */
    ScheduledParameters(TakenParameters taken, YamlMap map, ConfigurationProblems problems) {
        this(taken, given -> given.check(taken), map, problems);
    }

    private ScheduledParameters(
            TakenParameters taken, Consumer<ReportParameters> check, YamlMap map, ConfigurationProblems problems) {
        this.taken = taken;
        this.check = check;
        this.map = map;
        this.problems = problems;
    }

    ReportParameters read() {
        taken.all().forEach(this::read);
        checkRange();
        return parameters.build();
    }

    private void read(ReportParameter parameter) {
        Optional<List<Setting>> given = map.settings(parameter.name());
        if (given.isEmpty()) {
            return;
        }
        if (map.hasEmptyList(parameter.name())) {
            addNothing(parameter);
        } else if (given.get().size() > 1 && !parameter.repeatable()) {
            problems.add(
                    place(parameter), "expected one value, found " + given.get().size());
        } else {
            given.get().forEach(value -> add(parameter, value));
        }
    }

    /** Where there is a default, no value at all is one, too, which the reports tell by an empty text. */
    private void addNothing(ReportParameter parameter) {
        if (parameter.repeatable() && !parameter.defaults().isEmpty()) {
            parameters.add(parameter.name(), "");
        } else {
            problems.add(place(parameter), "has no value; give it one, or leave it out");
        }
    }

    private void add(ReportParameter parameter, Setting value) {
        try {
            ReportParameters.builder()
                    .add(parameter.name(), value.text())
                    .build()
                    .check(taken);
            parameters.add(parameter.name(), value.text());
        } catch (BotledgerException wrong) {
            // The place tells the report and the parameter, as the file spells it.
            value.refuse(wrong.getMessage().replace("report " + taken.name() + ": " + parameter.option() + ": ", ""));
        }
    }

    private void checkRange() {
        try {
            check.accept(parameters.build());
        } catch (BotledgerException wrong) {
            problems.add(
                    map.place(),
                    wrong.getMessage()
                            .replace("report " + taken.name() + ": ", "")
                            .replace("--", ""));
        }
    }

    private Place place(ReportParameter parameter) {
        return map.place(parameter.name());
    }
}
