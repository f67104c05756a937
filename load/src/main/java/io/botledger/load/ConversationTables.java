package io.botledger.load;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/** Changes rows of conversations that are in the tables already, set-wise, within the connection's transaction. */
final class ConversationTables {
    private static final int KEYS_A_STATEMENT = 5_000;

    private final Connection connection;

    ConversationTables(Connection connection) {
        this.connection = connection;
    }

    /** Takes conversations away, with their lists. */
    void delete(Collection<Long> conversationKeys) throws SQLException {
        if (conversationKeys.isEmpty()) {
            return;
        }
        for (TargetTable list : TargetTable.LISTS) {
            execute(
                    "delete from " + list.tableName()
                            + " where conversation_key in (select k from unnest(?) as keys (k))",
                    conversationKeys);
        }
        execute(
                "delete from botledger.conversations where conversation_key in (select k from unnest(?) as keys (k))",
                conversationKeys);
    }

    /** Takes away every conversation that a load brought, with its lists. Its rejects stay booked. */
    void deleteLoad(long loadKey) throws SQLException {
        for (TargetTable list : TargetTable.LISTS) {
            execute(
                    "delete from " + list.tableName() + " where conversation_key in "
                            + "(select conversation_key from botledger.conversations where load_key = ?)",
                    loadKey);
        }
        execute("delete from botledger.conversations where load_key = ?", loadKey);
    }

    /** Makes rows count, or no longer. */
    void setCurrent(Collection<Long> conversationKeys, boolean current) throws SQLException {
        execute(
                "update botledger.conversations set is_current = " + (current ? "true" : "null")
                        + " where conversation_key in (select k from unnest(?) as keys (k))",
                conversationKeys);
    }

    private void execute(String sql, Collection<Long> conversationKeys) throws SQLException {
        Long[] keys = conversationKeys.toArray(Long[]::new);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int from = 0; from < keys.length; from += KEYS_A_STATEMENT) {
                int count = Math.min(KEYS_A_STATEMENT, keys.length - from);
                Long[] part = new Long[count];
                System.arraycopy(keys, from, part, 0, count);
                Array array = connection.createArrayOf("bigint", part);
                statement.setArray(1, array);
                statement.executeUpdate();
                array.free();
            }
        }
    }

    private void execute(String sql, long key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, key);
            statement.executeUpdate();
        }
    }
}
