package io.botledger.load;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * What is loaded of one bot, by the bot of the files' names.
 *
 * @param botId the vendor's id
 * @param firstDate first day with a loaded file
 * @param lastDate last day with a loaded file
 * @param loadedDays days with a loaded file
 * @param absentDays days between first and last with no loaded file, for which the source was asked and had none, in
 *     order
 * @param missingDays the other days between first and last with no loaded file, in order
 * @param files files loaded
 * @param counts what became of their records
 */
public record BotCoverage(
        String botId,
        LocalDate firstDate,
        LocalDate lastDate,
        long loadedDays,
        List<LocalDate> absentDays,
        List<LocalDate> missingDays,
        long files,
        LoadCounts counts) {
    /** Copies the lists. */
    public BotCoverage {
        absentDays = List.copyOf(absentDays);
        missingDays = List.copyOf(missingDays);
    }

    /** That of each bot, ordered by bot id; its three queries are to see the same. */
    static List<BotCoverage> read(Handle handle) {
        Map<String, List<LocalDate>> days = days(handle, """
                select distinct bot_id, export_date
                from reporting.loads
                where status = 'completed'
                order by bot_id, export_date
                """);
        Map<String, List<LocalDate>> absent = days(handle, """
                select bot_id, export_date from reporting.export_days where state = 'absent'
                """);
        return handle.createQuery("""
                        select
                          bot_id,
                          count(*) as files,
                          sum(read_count) as read_count,
                          sum(loaded_count) as loaded_count,
                          sum(repeated_count) as repeated_count,
                          sum(outranked_count) as outranked_count,
                          sum(rejected_count) as rejected_count,
                          sum(value_reject_count) as value_reject_count
                        from reporting.loads
                        where status = 'completed'
                        group by bot_id
                        order by bot_id
                        """)
                .map((row, context) -> of(
                        row,
                        days.get(row.getString("bot_id")),
                        Set.copyOf(absent.getOrDefault(row.getString("bot_id"), List.of()))))
                .list();
    }

    /** Days by bot, in the order of the query. */
    private static Map<String, List<LocalDate>> days(Handle handle, String query) {
        Map<String, List<LocalDate>> days = new HashMap<>();
        handle.createQuery(query)
                .map((row, context) -> Map.entry(row.getString(1), row.getObject(2, LocalDate.class)))
                .forEach(day -> days.computeIfAbsent(day.getKey(), unused -> new ArrayList<>())
                        .add(day.getValue()));
        return days;
    }

    private static BotCoverage of(ResultSet row, List<LocalDate> days, Set<LocalDate> sourceHadNone)
            throws SQLException {
        LocalDate first = days.get(0);
        LocalDate last = days.get(days.size() - 1);
        List<LocalDate> absent = new ArrayList<>();
        List<LocalDate> missing = new ArrayList<>();
        int next = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (days.get(next).equals(day)) {
                next++;
            } else {
                (sourceHadNone.contains(day) ? absent : missing).add(day);
            }
        }
        return new BotCoverage(
                row.getString("bot_id"),
                first,
                last,
                days.size(),
                absent,
                missing,
                row.getLong("files"),
                LoadCounts.of(row));
    }
}
