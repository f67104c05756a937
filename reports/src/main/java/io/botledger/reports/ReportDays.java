package io.botledger.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The days that a report is about, in words: those that are asked for, up to the first or last that is loaded. */
final class ReportDays {
    /** The parameters that tell them. */
    static final Set<String> PARAMETERS = Set.of("from", "to");

    /** Loads tell where theirs are, so that no conversation is read. */
    private static final String LOADED = """
            select
              min(first_started_at) as first_started_at,
              max(last_started_at) as last_started_at,
              min(first_ended_at) as first_ended_at,
              max(last_ended_at) as last_ended_at,
              min(first_unended_date) as first_unended_date,
              max(last_unended_date) as last_unended_date
            from botledger.load_spans
            """;

    /** A first and a last day. */
    private record Range(LocalDate first, LocalDate last) {}

    private ReportDays() {}

    /** The days of a report; null if it takes none. */
    static String of(Handle handle, Report report, BoundParameters bound) {
        if (!PARAMETERS.stream().allMatch(name -> takesDay(report, name))) {
            return null;
        }
        Optional<LocalDate> from = bound.day("from");
        Optional<LocalDate> to = bound.day("to");
        boolean open = from.isEmpty() || to.isEmpty();
        Optional<Range> loaded = open && report.countsDays()
                ? loaded(handle, bound.zone().orElse(ZoneOffset.UTC), bound.countsByStart())
                : Optional.empty();
        return text(from, to, loaded);
    }

    private static boolean takesDay(Report report, String parameter) {
        return report.parameter(parameter)
                .filter(known -> known.type() == ReportParameter.Type.DATE)
                .isPresent();
    }

    private static String text(Optional<LocalDate> from, Optional<LocalDate> to, Optional<Range> loaded) {
        if (from.isPresent() && to.isPresent()) {
            return from.equals(to) ? from.get().toString() : from.get() + " to " + to.get();
        }
        if (from.isPresent()) {
            return loaded.map(Range::last)
                    .filter(last -> !last.isBefore(from.get()))
                    .map(last -> from.get() + " to " + last + ", the last that is loaded")
                    .orElse("from " + from.get() + " on");
        }
        if (to.isPresent()) {
            return loaded.map(Range::first)
                    .filter(first -> !first.isAfter(to.get()))
                    .map(first -> first + ", the first that is loaded, to " + to.get())
                    .orElse("up to " + to.get());
        }
        return loaded.map(range -> range.first() + " to " + range.last() + ", all that are loaded")
                .orElse("all");
    }

    private static Optional<Range> loaded(Handle handle, ZoneId zone, boolean byStart) {
        return handle.createQuery(LOADED)
                .map((row, context) -> byStart
                        ? range(day(row, "first_started_at", zone), day(row, "last_started_at", zone))
                        : range(
                                earlier(
                                        day(row, "first_ended_at", zone),
                                        row.getObject("first_unended_date", LocalDate.class)),
                                later(
                                        day(row, "last_ended_at", zone),
                                        row.getObject("last_unended_date", LocalDate.class))))
                .one();
    }

    private static Optional<Range> range(LocalDate first, LocalDate last) {
        return first == null ? Optional.empty() : Optional.of(new Range(first, last));
    }

    private static LocalDate day(ResultSet row, String column, ZoneId zone) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : LocalDate.ofInstant(time.toInstant(), zone);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return days(one, other).min(LocalDate::compareTo).orElse(null);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return days(one, other).max(LocalDate::compareTo).orElse(null);
    }

    private static Stream<LocalDate> days(LocalDate one, LocalDate other) {
        return Stream.of(Optional.ofNullable(one), Optional.ofNullable(other)).flatMap(Optional::stream);
    }
}
