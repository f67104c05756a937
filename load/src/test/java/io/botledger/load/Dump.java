package io.botledger.load;

import io.botledger.db.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** A canonical dump of the reporting views: the contents of the tables without surrogate keys and times of loads. */
final class Dump {
    private static final List<String> VIEWS = List.of(
            "conversations",
            "conversation_labels",
            "session_params",
            "intent_replies",
            "triggered_replies",
            "conversation_segments",
            "conversation_procedures",
            "conversation_use_cases",
            "conversation_knowledge_sources",
            "bots",
            "rejects");
    private static final String LOADS = """
            select bot_id, export_date, shard, revision, status, sha256, read_count, loaded_count, repeated_count,
              outranked_count, rejected_count, value_reject_count
            from reporting.loads
            """;

    private Dump() {}

    static List<String> of(Database database) {
        List<String> lines = new ArrayList<>();
        for (String view : VIEWS) {
            lines.addAll(rows(database, view, "select * from reporting." + view));
        }
        lines.addAll(rows(database, "loads", LOADS));
        return lines;
    }

    static List<String> rows(Database database, String name, String sql) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(sql).map((row, context) -> name + " " + columns(row)).stream()
                        .sorted()
                        .toList());
    }

    private static SortedMap<String, Object> columns(ResultSet row) throws SQLException {
        SortedMap<String, Object> columns = new TreeMap<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            Object value = row.getObject(i);
            if (value instanceof OffsetDateTime time) {
                value = time.toInstant();
            } else if (value instanceof Timestamp time) {
                value = time.toInstant();
            }
            columns.put(row.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT), value);
        }
        return columns;
    }
}
