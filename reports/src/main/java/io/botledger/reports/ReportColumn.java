package io.botledger.reports;

import io.botledger.model.Problems;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column of a report.
 *
 * @param name its name, as in the result of the SQL; of a grouping column the name of the parameter that it is for
 * @param type what its values are
 * @param unit what is counted or measured; null for a column that is no number
 * @param meaning what a value tells
 */
public record ReportColumn(String name, Type type, String unit, String meaning) {
    private static final Pattern FORM = Pattern.compile("([a-z][a-z0-9_]*) ([a-z]+)(?:, ([^:]+))?: (\\S.*)");
    static final String EXPECTED = "\"<name> <type>[, <unit>]: <meaning>\"";

    /** What the values of a column are, and how they are written. */
    public enum Type {
        /** Text as it is. */
        TEXT,
        /** A whole number. */
        INTEGER,
        /** A number, written without zeros at its end. */
        DECIMAL,
        /** A share, written with exactly 6 digits after the point. */
        RATE,
        /** A day, written as YYYY-MM-DD. */
        DATE,
        /** A point in time, written in UTC as by ISO 8601. */
        TIMESTAMP,
        /** {@code true} or {@code false}. */
        BOOLEAN;

        /** The name that the header of a report uses. */
        public String headerName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether a value is a number. */
        public boolean numeric() {
            return this == INTEGER || this == DECIMAL || this == RATE;
        }

        private static Optional<Type> of(String headerName) {
            for (Type type : values()) {
                if (type.headerName().equals(headerName)) {
                    return Optional.of(type);
                }
            }
            return Optional.empty();
        }
    }

    /** The column with another name. */
    ReportColumn named(String other) {
        return new ReportColumn(other, type, unit, meaning);
    }

    /** The name as words, for example {@code Bot handled rate}. */
    public String heading() {
        return heading(name);
    }

    /** The heading where times are shown without their zone. */
    String readableHeading() {
        return heading() + (type == Type.TIMESTAMP ? " (UTC)" : "");
    }

    static String heading(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).replace('_', ' ');
    }

    /** Reads the text of a {@code @column}. */
    static Optional<ReportColumn> parse(String text, String where, Problems problems) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            problems.add(where + "expected @column " + EXPECTED + ", found \"" + text + "\"");
            return Optional.empty();
        }
        Optional<Type> type = Type.of(matcher.group(2));
        String unit = matcher.group(3);
        if (type.isEmpty()) {
            problems.add(where + "unknown type " + matcher.group(2)
                    + "; expected text, integer, decimal, rate, date, timestamp or boolean");
        } else if (type.get().numeric() && unit == null) {
            problems.add(where + "column " + matcher.group(1) + " is a number and needs a unit");
        }
        return type.map(known -> new ReportColumn(matcher.group(1), known, unit, matcher.group(4)));
    }
}
