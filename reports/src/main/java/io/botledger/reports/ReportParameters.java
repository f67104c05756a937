package io.botledger.reports;

import io.botledger.model.Problems;
import io.botledger.model.Suggestion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is given for the parameters of reports, as texts; which are right depends on the report. Immutable. */
public final class ReportParameters {
    private final Map<String, List<String>> given;

    private ReportParameters(Map<String, List<String>> given) {
        this.given = given;
    }

    /** Nothing given: every default holds. */
    public static ReportParameters none() {
        return builder().build();
    }

    /** Begins with nothing given. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Checks that the report takes what is given, and that the first day is not after the last.
     *
     * @throws io.botledger.model.BotledgerException with {@code USAGE}, naming everything that is wrong
     */
    public void check(Report report) {
        bind(report);
    }

    /**
     * The same for what takes parameters and may be no report.
     *
     * @throws io.botledger.model.BotledgerException with {@code USAGE}, naming everything that is wrong
     */
    public void check(TakenParameters taken) {
        bind(taken);
    }

    /**
     * The same with one value more, as {@link Builder#add} takes it.
     *
     * @param name the parameter's name
     * @param value the value as text
     */
    public ReportParameters and(String name, String value) {
        Builder builder = builder();
        given.forEach((known, values) -> values.forEach(each -> builder.add(known, each)));
        return builder.add(name, value).build();
    }

    /** The same with this value alone for a parameter. */
    ReportParameters with(String name, String value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(given);
        changed.put(name, List.of(value));
        return new ReportParameters(changed);
    }

    /** The same with nothing given for these parameters. */
    ReportParameters without(String... names) {
        Map<String, List<String>> changed = new LinkedHashMap<>(given);
        List.of(names).forEach(changed::remove);
        return new ReportParameters(changed);
    }

    /** The same without what the report does not take. */
    ReportParameters takenBy(Report report) {
        Map<String, List<String>> taken = new LinkedHashMap<>(given);
        taken.keySet().removeIf(name -> report.parameter(name).isEmpty());
        return new ReportParameters(taken);
    }

    /** What was given, by the parameters' names. */
    Map<String, List<String>> given() {
        return given;
    }

    /** What holds for the report, defaults included, as texts by the parameters' names; without what says nothing. */
    Map<String, List<String>> shown(Report report) {
        Map<String, List<String>> shown = new LinkedHashMap<>();
        for (ReportParameter parameter : report.parameters()) {
            List<String> texts = given.getOrDefault(parameter.name(), parameter.defaults());
            boolean off = parameter.type() == ReportParameter.Type.FLAG && texts.equals(List.of("false"));
            if (!texts.isEmpty() && !off) {
                shown.put(parameter.name(), texts);
            }
        }
        return shown;
    }

    BoundParameters bind(Report report) {
        return bind(report.takes(), report.columns());
    }

    BoundParameters bind(TakenParameters taken) {
        return bind(taken, List.of());
    }

    private BoundParameters bind(TakenParameters taken, List<ReportColumn> columns) {
        Problems problems = new Problems();
        for (String name : given.keySet()) {
            if (taken.parameter(name).isEmpty()) {
                problems.add(unknown(name, taken));
            }
        }
        Map<String, Object> values = new HashMap<>();
        for (ReportParameter parameter : taken.all()) {
            List<String> texts = given.getOrDefault(parameter.name(), parameter.defaults());
            values.put(parameter.name(), ParameterValue.parse(parameter, texts, problems));
        }
        checkRange(values.get("from"), values.get("to"), problems);
        BoundParameters bound = new BoundParameters(taken, values);
        bound.checkNames(columns, problems);
        problems.throwIfAny("report " + taken.name());
        return bound;
    }

    private static String unknown(String name, TakenParameters taken) {
        List<String> names = taken.all().stream().map(ReportParameter::name).toList();
        String options = taken.all().stream().map(ReportParameter::option).collect(Collectors.joining(", "));
        return ReportParameter.option(name) + ": the report takes no such parameter"
                + (options.isEmpty() ? "" : ", only " + options) + Suggestion.didYouMean(name, names);
    }

    private static void checkRange(Object from, Object to, Problems problems) {
        if (from instanceof LocalDate first && to instanceof LocalDate last && first.isAfter(last)) {
            problems.add("--from " + first + " is after --to " + last);
        }
    }

    /** Collects what is given. Not for use by several threads. */
    public static final class Builder {
        private final Map<String, List<String>> given = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Gives a parameter one value; again, for a repeatable one, the next.
         *
         * @param name the parameter's name, for example {@code day_of}
         * @param value the value as text; of a flag {@code true} or {@code false}. A single empty text gives a repeatable
         *     parameter that has a default the empty list.
         */
        public Builder add(String name, String value) {
            given.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
            return this;
        }

        /** What was given so far. */
        public ReportParameters build() {
            Map<String, List<String>> copy = new LinkedHashMap<>();
            given.forEach((name, values) -> copy.put(name, List.copyOf(values)));
            return new ReportParameters(copy);
        }
    }
}
