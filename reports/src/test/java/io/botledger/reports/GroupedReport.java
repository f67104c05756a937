package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Dialect;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A report that takes the common filters and {@code --by}, compared with figures counted in Java.
 *
 * @param rowsOf the rows that the conversations of one group make, without the group
 */
record GroupedReport(
        String name, FilledDatabases databases, List<Talk> talks, Function<List<Talk>, List<List<String>>> rowsOf) {
    private static final List<String> GROUPS = List.of("day", "week", "month", "bot", "channel", "language");

    /** With every filter, for all conversations together and by every group. */
    void checkAll(Dialect dialect, List<Filter> filters, String... more) {
        for (Filter filter : filters) {
            check(dialect, filter, ZoneOffset.UTC, more);
        }
    }

    /** With one filter, for all conversations together and by every group, with the days of a zone. */
    void check(Dialect dialect, Filter filter, ZoneId zone, String... more) {
        List<String> parameters = Filter.plus(filter.parameters(), List.of(more));
        if (!zone.equals(ZoneOffset.UTC)) {
            parameters = Filter.plus(parameters, List.of("time_zone", zone.getId()));
        }
        List<Talk> selected = filter.of(talks, zone);
        check(dialect, parameters, null, rowsOf.apply(selected));
        for (String by : GROUPS) {
            List<String> grouped = Filter.plus(parameters, List.of("by", by));
            check(dialect, grouped, by, rows(selected, Expected.group(by, filter.dayIn(zone))));
        }
    }

    private List<List<String>> rows(List<Talk> selected, Function<Talk, String> group) {
        Map<String, List<Talk>> groups = new TreeMap<>(Comparator.nullsLast(Expected.CODE_POINTS));
        selected.forEach(talk -> groups.computeIfAbsent(group.apply(talk), key -> new ArrayList<>())
                .add(talk));
        List<List<String>> rows = new ArrayList<>();
        groups.forEach((name, members) -> rowsOf.apply(members).forEach(figures -> {
            List<String> row = new ArrayList<>();
            row.add(name);
            row.addAll(figures);
            rows.add(row);
        }));
        return rows;
    }

    private void check(Dialect dialect, List<String> parameters, String by, List<List<String>> rows) {
        List<String> header = new ArrayList<>();
        for (ReportColumn column : Reports.BUILT_IN.find(name).columns()) {
            if (!column.name().equals("by")) {
                header.add(column.name());
            } else if (by != null) {
                header.add(by);
            }
        }
        assertThat(Reports.csv(databases.on(dialect), name, parameters.toArray(String[]::new)))
                .as(dialect + " " + name + " " + parameters)
                .isEqualTo(Reports.expectedCsv(header, rows));
    }
}
