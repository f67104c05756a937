package io.botledger.load;

import io.botledger.db.ProcessLock;
import io.botledger.model.ExportDay;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The book of days ({@code export_days}): what the source said of a bot's day when it was asked last. A row depends on what
 * was said and not on the order in which it is booked.
 */
final class DayBook {
    private final Jdbi jdbi;
    private final Dictionaries dictionaries;
    private final ProcessLock lock;

    private record Key(String botId, LocalDate exportDate) {
        static Key of(ExportDay day) {
            return new Key(day.botId(), day.exportDate());
        }
    }

    DayBook(Jdbi jdbi, Dictionaries dictionaries, ProcessLock lock) {
        this.jdbi = jdbi;
        this.dictionaries = dictionaries;
        this.lock = lock;
    }

    /** Books in one transaction what is newer than what is booked; tells whether anything is. */
    boolean book(List<ExportDay> days) {
        if (days.isEmpty()) {
            return false;
        }
        Map<Key, ExportDay> known = jdbi.withHandle(DayBook::read);
        Map<Key, ExportDay> newer = new LinkedHashMap<>();
        for (ExportDay day : days) {
            Key key = Key.of(day);
            ExportDay before = newer.getOrDefault(key, known.get(key));
            if (before == null || day.laterThan(before)) {
                newer.put(key, day);
            }
        }
        if (!newer.isEmpty()) {
            Map<String, Long> botKeys = new HashMap<>();
            newer.keySet().forEach(key -> botKeys.computeIfAbsent(key.botId(), dictionaries.bots::storedKey));
            jdbi.useTransaction(handle -> write(handle, newer.values(), botKeys));
        }
        return !newer.isEmpty();
    }

    private static Map<Key, ExportDay> read(Handle handle) {
        Map<Key, ExportDay> days = new HashMap<>();
        handle.createQuery("""
                        select b.bot_id, d.export_date, d.state, d.checked_at
                        from botledger.export_days d
                        join botledger.bots b on b.bot_key = d.bot_key
                        """)
                .map((row, context) -> new ExportDay(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        ExportDay.State.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                        Times.instant(row, "checked_at")))
                .forEach(day -> days.put(Key.of(day), day));
        return days;
    }

    private void write(Handle handle, Collection<ExportDay> days, Map<String, Long> botKeys) {
        PreparedBatch delete =
                handle.prepareBatch("delete from botledger.export_days where bot_key = :bot and export_date = :date");
        PreparedBatch insert = handle.prepareBatch("""
                insert into botledger.export_days (bot_key, export_date, state, checked_at)
                values (:bot, :date, :state, :checked)
                """);
        for (ExportDay day : days) {
            long botKey = botKeys.get(day.botId());
            delete.bind("bot", botKey).bind("date", day.exportDate()).add();
            insert.bind("bot", botKey)
                    .bind("date", day.exportDate())
                    .bind("state", day.state().name().toLowerCase(Locale.ROOT))
                    .bind("checked", Times.utc(day.checkedAt()))
                    .add();
        }
        delete.execute();
        insert.execute();
        lock.requireHeld();
    }
}
