package io.botledger.reports;

import io.botledger.model.Problems;
import io.botledger.model.Suggestion;
import io.botledger.reports.ReportParameter.Limits;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

/** Turns the texts given for a parameter into the value to bind. */
final class ParameterValue {
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,18}");

    private final ReportParameter parameter;
    private final Problems problems;

    private ParameterValue(ReportParameter parameter, Problems problems) {
        this.parameter = parameter;
        this.problems = problems;
    }

    /**
     * The value: a {@link LocalDate}, {@link String}, {@link Long}, {@link Boolean}, {@link ZoneId}, or an array of
     * strings for a repeatable parameter; null for nothing.
     */
    static Object parse(ReportParameter parameter, List<String> given, Problems problems) {
        ParameterValue value = new ParameterValue(parameter, problems);
        if (parameter.repeatable()) {
            return value.list(given);
        }
        if (given.size() > 1) {
            problems.add(parameter.option() + ": given " + given.size() + " times, expected once");
        }
        return given.isEmpty() ? value.absent() : value.single(given.get(0));
    }

    private Object absent() {
        return parameter.type() == ReportParameter.Type.FLAG ? Boolean.FALSE : null;
    }

    private Object single(String text) {
        return switch (parameter.type()) {
            case DATE -> day(text);
            case INTEGER -> wholeNumber(text);
            case FLAG -> oneOf(List.of("true", "false"), text) ? Boolean.valueOf(text) : null;
            case CHOICE -> oneOf(parameter.choices(), text) ? text : null;
            case ZONE -> zone(text);
            case TEXT -> text(text);
        };
    }

    private String[] list(List<String> given) {
        if (given.isEmpty()) {
            return null;
        }
        if (!parameter.defaults().isEmpty() && given.equals(List.of(""))) {
            return new String[0];
        }
        return given.stream().map(this::text).toArray(String[]::new);
    }

    private LocalDate day(String text) {
        try {
            if (DAY.matcher(text).matches() && !text.startsWith("0000")) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException noSuchDay) {
            // Told below, like a text of another form.
        }
        expected("a day as YYYY-MM-DD", text, "");
        return null;
    }

    private Long wholeNumber(String text) {
        Limits limits = parameter.limits();
        if (WHOLE_NUMBER.matcher(text).matches() && limits.hold(Long.parseLong(text))) {
            return Long.valueOf(text);
        }
        String range = limits.hasGreatest() ? " to " + limits.greatest() : " or more, of up to 18 digits";
        expected("a whole number of " + limits.least() + range, text, "");
        return null;
    }

    private boolean oneOf(List<String> choices, String text) {
        if (!choices.contains(text)) {
            expected("one of " + String.join(", ", choices), text, Suggestion.didYouMean(text, choices));
        }
        return choices.contains(text);
    }

    private ZoneId zone(String text) {
        if (ZoneNames.ALL.contains(text)) {
            return ZoneId.of(text);
        }
        expected("a time zone such as Europe/Berlin, or UTC", text, ZoneNames.didYouMean(text));
        return null;
    }

    private String text(String text) {
        if (text.isEmpty()) {
            expected("a text", text, "");
        } else if (text.indexOf('\0') >= 0) {
            expected("a text without U+0000", text.replace('\0', '\uFFFD'), "");
        }
        return text;
    }

    private void expected(String what, String found, String hint) {
        problems.add(parameter.option() + ": expected " + what + ", found \"" + found + "\"" + hint);
    }
}
