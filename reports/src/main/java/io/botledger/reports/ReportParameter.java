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
 * @param limits the least and the greatest value; those of any whole number unless an {@link Type#INTEGER}
 * @param repeatable whether it takes several values
 * @param defaults what holds if it is not given; empty for nothing
 * @param meaning what it does
 */
public record ReportParameter(
        String name,
        Type type,
        List<String> choices,
        Limits limits,
        boolean repeatable,
        List<String> defaults,
        String meaning) {
    private static final String IS_DEFAULT = "_is_default";
    private static final Pattern FORM = Pattern.compile(
            "([a-z][a-z0-9_]*) (date|text|integer|integer\\(([0-9]{1,18})\\.\\.([0-9]{1,18})?\\)|flag|zone|choice\\(([^()]+)\\))"
                    + "(, repeatable)?(?: = (.+?))?: (\\S.*)");
    static final String EXPECTED =
            "\"<name> date|text|integer[(<least>..[<greatest>])]|flag|zone|choice(<a>, <b>)[, repeatable]"
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
        /** A whole number of 0 or more, within {@link ReportParameter#limits()}. */
        INTEGER,
        /** {@code true} or {@code false}; false if not given. */
        FLAG,
        /** A time zone, by its name in the IANA database. */
        ZONE,
        /** One of {@link ReportParameter#choices()}. */
        CHOICE
    }

    /** The least and the greatest value of a whole number. */
    public record Limits(long least, long greatest) {
        /** Up to 18 digits. */
        static final Limits NONE = new Limits(0, 999_999_999_999_999_999L);

        boolean hold(long number) {
            return least <= number && number <= greatest;
        }

        /** Whether there is a greatest value but that all numbers have at most 18 digits. */
        public boolean hasGreatest() {
            return greatest < NONE.greatest;
        }
    }

    /** Copies the lists. */
    public ReportParameter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(limits, "limits");
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

    /** What its value is, in words, for example {@code choice start|end}, {@code integer 1..9} or {@code text, repeatable}. */
    public String typeText() {
        String words = type.name().toLowerCase(Locale.ROOT);
        if (type == Type.CHOICE) {
            words += " " + String.join("|", choices);
        } else if (!limits.equals(Limits.NONE)) {
            words += " " + limits.least() + ".." + (limits.hasGreatest() ? limits.greatest() : "");
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
                split(matcher.group(5), ","),
                limits(matcher.group(3), matcher.group(4)),
                matcher.group(6) != null,
                split(matcher.group(7), "\\|"),
                matcher.group(8));
        parameter.check(where, problems);
        return Optional.of(parameter);
    }

    private static Limits limits(String least, String greatest) {
        return least == null
                ? Limits.NONE
                : new Limits(
                        Long.parseLong(least), greatest == null ? Limits.NONE.greatest() : Long.parseLong(greatest));
    }

    private void check(String where, Problems problems) {
        if (RESERVED.contains(name)) {
            problems.add(where + "parameter " + name
                    + ": the name has another meaning in botledger.yaml; take another, such " + "as " + name + "_is");
        }
        if (limits.least() > limits.greatest()) {
            problems.add(where + "parameter " + name + ": its least value is above its greatest");
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
