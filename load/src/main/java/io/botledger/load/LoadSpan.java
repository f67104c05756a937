package io.botledger.load;

import io.botledger.model.Conversation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;

/** Where the conversations of a load lie, by key and by time, as {@code load_spans} tells reports. */
final class LoadSpan {
    private static final long NONE = -1;

    private long firstKey = NONE;
    private long lastKey = NONE;
    private final Range<Instant> started = new Range<>();
    private final Range<Instant> ended = new Range<>();
    private final Range<LocalDate> unended = new Range<>();

    private static final class Range<T extends Comparable<? super T>> {
        private T first;
        private T last;

        void add(T value) {
            first = first == null || value.compareTo(first) < 0 ? value : first;
            last = last == null || value.compareTo(last) > 0 ? value : last;
        }
    }

    /** Takes in a row; those that go again later make the span no narrower. */
    void add(long key, Conversation conversation, LocalDate exportDate) {
        firstKey = firstKey == NONE ? key : Math.min(firstKey, key);
        lastKey = Math.max(lastKey, key);
        if (conversation.startedAt() != null) {
            started.add(conversation.startedAt());
        }
        if (conversation.endedAt() != null) {
            ended.add(conversation.endedAt());
        } else {
            unended.add(exportDate);
        }
    }

    /** Books it, within the load's transaction; nothing if there was no row. */
    void book(Connection connection, long loadKey) throws SQLException {
        if (firstKey == NONE) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into botledger.load_spans (load_key, first_conversation_key, last_conversation_key,
                  first_started_at, last_started_at, first_ended_at, last_ended_at, first_unended_date, last_unended_date)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            insert.setLong(1, loadKey);
            insert.setLong(2, firstKey);
            insert.setLong(3, lastKey);
            set(insert, 4, started.first);
            set(insert, 5, started.last);
            set(insert, 6, ended.first);
            set(insert, 7, ended.last);
            insert.setObject(8, unended.first, Types.DATE);
            insert.setObject(9, unended.last, Types.DATE);
            insert.executeUpdate();
        }
    }

    private static void set(PreparedStatement insert, int position, Instant instant) throws SQLException {
        insert.setObject(position, Times.utc(instant), Types.TIMESTAMP_WITH_TIMEZONE);
    }
}
