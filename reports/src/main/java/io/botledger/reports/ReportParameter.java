package io.botledger.reports;

import io.botledger.model.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A parameter that a report takes.
 *
 * @param name its name in the SQL, lower snake case
 * @param type what its value is
 * @param choices the values that it takes; empty unless a {@link Type#CHOICE}
 * @param repeatable whether it takes several values
 * @param defaults what holds if it is not given; empty for nothing
 * @param meaning what it does
 */
public record ReportParameter(
        String name, Type type, List<String> choices, boolean repeatable, List<String> defaults, String meaning) {
    private static final String IS_DEFAULT = "_is_default";
    private static final Pattern FORM = Pattern.compile(
            "([a-z][a-z0-9_]*) (date|text|integer|flag|zone|choice\\(([^()]+)\\))(, repeatable)?(?: = (.+?))?: (\\S.*)");
    static final String EXPECTED = "\"<name> date|text|integer|flag|zone|choice(<a>, <b>)[, repeatable]"
            + "[ = <default>[ | <default>]]: <meaning>\"";

    /** Those that have an option of their own. */
    private static final Set<String> WITH_OPTION = Set.of(
            "from",
            "to",
            "day_of",
            "time_zone",
            "bot",
            "channel",
            "language",
            "exclude_test",
            "min_bot_messages",
            "by",
            "ignore_intent",
            "no_score",
            "session_param",
            "top",
            "top_from",
            "within_days");

    /**
     * Names that no parameter may have: where a run's reports are configured, these keys stand beside the parameters and
     * mean something else.
     */
    public static final Set<String> RESERVED = Set.of("report", "name", "last_days");

    /** What the value of a parameter is. */
    public enum Type {
        /** A day, YYYY-MM-DD. */
        DATE,
        /** Any text. */
        TEXT,
        /** A whole number of 0 or more. */
        INTEGER,
        /** {@code true} or {@code false}; false if not given. */
        FLAG,
        /** A time zone, by its name in the IANA database. */
        ZONE,
        /** One of {@link ReportParameter#choices()}. */
        CHOICE
    }

    /** Copies the lists. */
    public ReportParameter {
        Objects.requireNonNull(name, "name");
        choices = List.copyOf(choices);
        defaults = List.copyOf(defaults);
    }

    /** The option that gives the parameter on a command line, for example {@code --day-of} or {@code --param customer}. */
    public String option() {
        return option(name);
    }

    static String option(String name) {
        return WITH_OPTION.contains(name) ? "--" + name.replace('_', '-') : "--param " + name;
    }

    /** The parameter that {@code :<name>_is_default} in SQL asks about; empty if it is no such name. */
    static Optional<String> nameInIsDefault(String nameInSql) {
        return nameInSql.endsWith(IS_DEFAULT)
                ? Optional.of(nameInSql.substring(0, nameInSql.length() - IS_DEFAULT.length()))
                : Optional.empty();
    }

    /** What its value is, in words, for example {@code choice start|end} or {@code text, repeatable}. */
    public String typeText() {
        String words = type.name().toLowerCase(Locale.ROOT);
        if (type == Type.CHOICE) {
            words += " " + String.join("|", choices);
        }
        return repeatable ? words + ", repeatable" : words;
    }

    /** Reads the text of a {@code @parameter}. */
    static Optional<ReportParameter> parse(String text, String where, Problems problems) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            problems.add(where + "expected @parameter " + EXPECTED + ", found \"" + text + "\"");
            return Optional.empty();
        }
        String typeName = matcher.group(2).replaceFirst("\\(.*", "").toUpperCase(Locale.ROOT);
        ReportParameter parameter = new ReportParameter(
                matcher.group(1),
                Type.valueOf(typeName),
                split(matcher.group(3), ","),
                matcher.group(4) != null,
                split(matcher.group(5), "\\|"),
                matcher.group(6));
        parameter.check(where, problems);
        return Optional.of(parameter);
    }

    private void check(String where, Problems problems) {
        if (RESERVED.contains(name)) {
            problems.add(where + "parameter " + name
                    + ": the name has another meaning in botledger.yaml; take another, such " + "as " + name + "_is");
        }
        if (repeatable && type != Type.TEXT) {
            problems.add(where + "parameter " + name + ": only a text can be repeatable");
        }
        if (!repeatable && defaults.size() > 1) {
            problems.add(where + "parameter " + name + ": several defaults need \", repeatable\"");
        }
        Problems ofDefaults = new Problems();
        ParameterValue.parse(this, defaults, ofDefaults);
        if (!ofDefaults.isEmpty()) {
            problems.add(where + "parameter " + name + ": its default is not one of its values");
        }
    }

    private static List<String> split(String list, String separator) {
        return list == null
                ? List.of()
                : List.of(list.split(separator)).stream().map(String::strip).toList();
    }
}
