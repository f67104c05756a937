package io.botledger.reports;

import io.botledger.db.Dialect;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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
        databases.check(dialect, name, parameters, rowsOf.apply(selected));
        for (String by : GROUPS) {
            List<String> grouped = Filter.plus(parameters, List.of("by", by));
            databases.check(dialect, name, grouped, rows(selected, Expected.group(by, filter.dayIn(zone))));
        }
    }

    private List<List<String>> rows(List<Talk> selected, Function<Talk, String> group) {
        List<List<String>> rows = new ArrayList<>();
        Expected.groups(selected.stream(), group)
                .forEach((name, members) ->
                        rowsOf.apply(members).forEach(figures -> rows.add(Expected.row(name, figures))));
        return rows;
    }
}
