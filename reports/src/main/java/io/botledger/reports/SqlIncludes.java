package io.botledger.reports;

import io.botledger.model.Problems;
import io.botledger.model.Suggestion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts fragments in the places of a query that name them, and gathers what the fragments declare. */
final class SqlIncludes {
    private static final Pattern INCLUDE = Pattern.compile("\\$\\{([a-z][a-z0-9_]*)(?:\\(([^()]*)\\))?\\}");
    private static final Pattern ARGUMENT = Pattern.compile("([a-z][a-z0-9_]*): \\S.*");
    private static final Set<String> KEYS = Set.of("fragment", "argument", "parameter", "warning", "empty");

    private final Function<String, Optional<String>> files;
    private final Set<String> known;
    private final Problems problems;
    private final Map<String, ReportParameter> parameters = new LinkedHashMap<>();
    private final Map<String, String> warnings = new LinkedHashMap<>();
    private final Map<String, String> whenEmpty = new LinkedHashMap<>();
    private final Map<String, SqlFile> fragments = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();

    /** Whether a problem names those that there are: once is enough. */
    private boolean listed;

    /**
     * Includes files by their name without the ending.
     *
     * @param known the names to tell where one is mistyped
     */
    SqlIncludes(Function<String, Optional<String>> files, Set<String> known, Problems problems) {
        this.files = files;
        this.known = known;
        this.problems = problems;
    }

    /** The parameters of all files so far, by name. */
    Map<String, ReportParameter> parameters() {
        return parameters;
    }

    /** The names of the warning queries of all files so far, each with the place that first names it. */
    Map<String, String> warnings() {
        return warnings;
    }

    /** The same of those for where there is no row. */
    Map<String, String> whenEmpty() {
        return whenEmpty;
    }

    /**
     * The whole of a fragment without arguments; empty if there is none, which is a problem.
     *
     * @param place what names it, for messages
     */
    Optional<SqlText> fragment(String name, String place) {
        SqlText text = include(name, List.of(), place);
        return fragments.containsKey(name) ? Optional.of(text) : Optional.empty();
    }

    /** Takes what a file declares and gives its SQL with everything included. */
    SqlText expand(SqlFile file, String where) {
        declare(file, where);
        return expand(file.sql(), where);
    }

    private void declare(SqlFile file, String where) {
        for (SqlFile.Entry entry : file.entries()) {
            String place = where + "line " + entry.line() + ": ";
            switch (entry.key()) {
                case "parameter" ->
                    ReportParameter.parse(entry.text(), place, problems)
                            .ifPresent(parameter -> declare(parameter, where));
                case "warning" -> warnings.putIfAbsent(entry.text(), place);
                case "empty" -> whenEmpty.putIfAbsent(entry.text(), place);
                default -> {}
            }
        }
    }

    private void declare(ReportParameter parameter, String where) {
        ReportParameter before = parameters.putIfAbsent(parameter.name(), parameter);
        if (before != null && !before.equals(parameter)) {
            problems.add(where + "parameter " + parameter.name() + " is declared twice, and differently");
        }
    }

    private SqlText expand(SqlText sql, String where) {
        SqlText expanded = sql.replaceAll(
                INCLUDE, match -> include(match.group(1), arguments(sql, match), sql.place(match.start())));
        int leftOver = expanded.text().indexOf("${");
        if (leftOver >= 0) {
            String place = expanded.place(leftOver);
            problems.add((place.isEmpty() ? where : place)
                    + "there is a ${ that begins no ${name} or ${name(argument, argument)}");
        }
        return expanded;
    }

    private static List<SqlText> arguments(SqlText sql, MatchResult include) {
        if (include.group(2) == null) {
            return List.of();
        }
        List<SqlText> arguments = new ArrayList<>();
        int begin = include.start(2);
        for (String argument : include.group(2).split(",", -1)) {
            arguments.add(sql.part(begin, begin + argument.length()).strip());
            begin += argument.length() + 1;
        }
        return arguments;
    }

    private SqlText include(String name, List<SqlText> arguments, String place) {
        SqlFile file = fragments.computeIfAbsent(name, this::read);
        if (file == null || open.contains(name)) {
            problems.add(place + (file == null ? noFragment(name) : "fragment " + name + " includes itself"));
            return SqlText.of("");
        }
        open.push(name);
        String where = inFragment(name);
        SqlText expanded = expand(withArguments(file, arguments, where), where);
        open.pop();
        return expanded;
    }

    /** A fragment's file, and takes what it declares; null if there is none. */
    private SqlFile read(String name) {
        Optional<String> text = files.apply(name);
        if (text.isEmpty()) {
            return null;
        }
        String where = inFragment(name);
        SqlFile file = SqlFile.parse(text.get(), where, problems);
        HeaderKeys.check(file, KEYS, Set.of("fragment"), where, problems);
        declare(file, where);
        return file;
    }

    private static String inFragment(String name) {
        return "fragment " + name + ": ";
    }

    private String noFragment(String name) {
        String list = listed || known.isEmpty() ? "" : "\n    fragments: " + String.join(", ", known);
        listed = true;
        return "there is no fragment " + name + Suggestion.didYouMean(name, known) + list;
    }

    private SqlText withArguments(SqlFile file, List<SqlText> arguments, String where) {
        List<String> declared = file.texts("argument");
        if (declared.size() != arguments.size()) {
            problems.add(where + "expected " + declared.size() + " arguments, found " + arguments.size());
            return SqlText.of("");
        }
        SqlText sql = file.sql();
        for (int i = 0; i < declared.size(); i++) {
            Matcher argument = ARGUMENT.matcher(declared.get(i));
            if (argument.matches()) {
                SqlText value = arguments.get(i);
                sql = sql.replaceAll(Pattern.compile(Pattern.quote("${" + argument.group(1) + "}")), match -> value);
            } else {
                problems.add(where + "expected @argument \"<name>: <meaning>\", found \"" + declared.get(i) + "\"");
            }
        }
        return sql;
    }
}
