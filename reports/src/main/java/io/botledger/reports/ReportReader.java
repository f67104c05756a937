package io.botledger.reports;

import io.botledger.db.NamedParameters;
import io.botledger.model.Problems;
import io.botledger.model.Suggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes reports of {@code .sql} files; see the package for their form. */
final class ReportReader {
    private static final Set<String> KEYS =
            Set.of("title", "question", "parameter", "column", "order", "rows", "groups", "warning", "warns", "empty");
    private static final Map<String, List<String>> SIZES =
            Map.of("rows", List.of(Report.FEW, Report.NARROW), "groups", List.of(Report.FEW));
    private static final Set<String> ONCE = Set.of("title", "question", "order");
    private static final List<String> COMMON = List.of(
            "day_of", "from", "to", "bot", "channel", "language", "exclude_test", "min_bot_messages", "time_zone");

    private final Function<String, Optional<String>> files;
    private final Set<String> fragments;

    /** Reads files by their name without the ending; empty where there is none. */
    ReportReader(Function<String, Optional<String>> files) {
        this(files, Set.of());
    }

    /**
     * The same.
     *
     * @param fragments the names of fragments to tell where one is mistyped
     */
    ReportReader(Function<String, Optional<String>> files, Set<String> fragments) {
        this.files = files;
        this.fragments = new TreeSet<>(fragments);
    }

    /**
     * Reads a report.
     *
     * @throws io.botledger.model.BotledgerException with {@code USAGE}, naming everything that is wrong with its file
     */
    Report read(String name, String text) {
        return read(name, text, new Problems(), "report " + name + ": " + name + ".sql", false);
    }

    /**
     * Reads a report of a user's, whose SQL is checked as well.
     *
     * @param where the file, for messages
     * @throws io.botledger.model.BotledgerException with {@code USAGE}, naming everything that is wrong with its file
     */
    Report readOwn(String name, String text, String where) {
        return read(name, text, new Problems(), where, true);
    }

    private Report read(String name, String text, Problems problems, String where, boolean own) {
        SqlFile file = SqlFile.parse(text, "", problems);
        HeaderKeys.check(file, KEYS, ONCE, "", problems);
        SqlIncludes includes = new SqlIncludes(files, fragments, problems);
        SqlText sql = includes.expand(file, "");
        List<ReportColumn> columns = columns(file, problems);
        checkSizes(file, problems);
        List<SqlText> warnings = fragments(includes.warnings(), includes);
        List<SqlText> whenEmpty = fragments(includes.whenEmpty(), includes);
        List<SqlText> warningQueries =
                Stream.concat(warnings.stream(), whenEmpty.stream()).toList();
        checkParameters(includes.parameters(), sql, warningQueries, problems);
        if (own) {
            QueryCheck.check(sql, "the SQL", problems);
            warnings.forEach(query -> QueryCheck.check(query, "a @warning", problems));
            whenEmpty.forEach(query -> QueryCheck.check(query, "an @empty", problems));
        }
        problems.throwIfAny(where);
        return new Report(
                name,
                file,
                inOrder(file, includes.parameters()),
                columns,
                new ReportSql(sql.text(), texts(warnings), texts(whenEmpty)));
    }

    private static List<SqlText> fragments(Map<String, String> places, SqlIncludes includes) {
        List<SqlText> fragments = new ArrayList<>();
        new LinkedHashMap<>(places)
                .forEach((name, place) -> includes.fragment(name, place).ifPresent(fragments::add));
        return fragments;
    }

    private static List<String> texts(List<SqlText> queries) {
        return queries.stream().map(SqlText::text).toList();
    }

    /** Those of the file itself first, then the common ones, wherever the SQL includes them, then the others. */
    private static List<ReportParameter> inOrder(SqlFile file, Map<String, ReportParameter> parameters) {
        Set<String> names = new LinkedHashSet<>();
        file.texts("parameter").forEach(text -> names.add(text.split(" ", 2)[0]));
        names.addAll(COMMON);
        names.addAll(parameters.keySet());
        names.retainAll(parameters.keySet());
        return names.stream().map(parameters::get).toList();
    }

    private static List<ReportColumn> columns(SqlFile file, Problems problems) {
        List<ReportColumn> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (SqlFile.Entry entry : file.entries()) {
            if (entry.key().equals("column")) {
                ReportColumn.parse(entry.text(), "line " + entry.line() + ": ", problems)
                        .ifPresent(columns::add);
            }
        }
        for (ReportColumn column : columns) {
            if (!names.add(column.name())) {
                problems.add("column " + column.name() + " is described twice");
            }
        }
        if (file.texts("column").isEmpty()) {
            problems.add("expected a @column for every column of the result, found none");
        }
        return columns;
    }

    private static void checkSizes(SqlFile file, Problems problems) {
        for (SqlFile.Entry entry : file.entries()) {
            List<String> sizes = SIZES.get(entry.key());
            if (sizes != null && !sizes.contains(entry.text())) {
                problems.add("line " + entry.line() + ": @" + entry.key() + ": expected " + String.join(" or ", sizes)
                        + ", found \"" + entry.text() + "\"");
            }
        }
    }

    private static void checkParameters(
            Map<String, ReportParameter> declared, SqlText sql, List<SqlText> warningQueries, Problems problems) {
        Map<String, String> places = new TreeMap<>();
        Stream.concat(Stream.of(sql), warningQueries.stream())
                .forEach(query -> NamedParameters.uses(query.text())
                        .forEach(use -> places.putIfAbsent(use.group(1), query.place(use.start(1) - 1))));
        places.forEach((name, place) -> {
            boolean known = declared.containsKey(name)
                    || isEdgeOfADay(name, declared)
                    || isKeyOfDays(name, declared)
                    || (name.equals(SessionParamKey.NAME) && declared.containsKey(SessionParamKey.OF))
                    || ReportParameter.nameInIsDefault(name)
                            .filter(declared::containsKey)
                            .isPresent();
            if (!known) {
                problems.add(place + "the SQL uses :" + name + ", which no @parameter declares"
                        + Suggestion.didYouMean(name, declared.keySet()));
            }
        });
        Set<String> used = new HashSet<>(NamedParameters.names(sql.text()));
        if (used.contains(SessionParamKey.NAME)) {
            used.add(SessionParamKey.OF);
        }
        for (String name : declared.keySet()) {
            if (BoundParameters.isKey(name)) {
                problems.add("parameter " + name + ": this name stands for a key of the database; choose another");
            }
            if (!used.contains(name)) {
                problems.add("parameter " + name + " is declared, but the SQL does not use :" + name);
            }
        }
    }

    private static boolean isEdgeOfADay(String name, Map<String, ReportParameter> declared) {
        return DayEdge.of(name)
                        .map(edge -> declared.get(edge.day(name)))
                        .filter(day -> day.type() == ReportParameter.Type.DATE)
                        .isPresent()
                && declared.values().stream().anyMatch(parameter -> parameter.type() == ReportParameter.Type.ZONE);
    }

    private static boolean isKeyOfDays(String name, Map<String, ReportParameter> declared) {
        return KeyRange.NAMES.contains(name)
                && declared.keySet().containsAll(List.of("from", "to", "day_of", "time_zone"))
                && (declared.containsKey("within_days") || !KeyRange.isFollowing(List.of(name)));
    }
}
