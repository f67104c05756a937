package io.botledger.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Iterator;

/** Changes rows of conversations that are in the tables already, set-wise, within the connection's transaction. */
final class ConversationTables {
    private static final int KEYS_A_STATEMENT = 500;
    /**
     * A list of parameters, filled up with the last key. Every H2 finds its rows through the index, which 2.5.252 did not
     * for {@code = any (array)}; {@code in (select … from unnest (?))} finds none at all without a cast (2.3.232).
     */
    private static final String KEYS = "(?" + ", ?".repeat(KEYS_A_STATEMENT - 1) + ")";

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
            execute("delete from " + list.tableName() + " where conversation_key in " + KEYS, conversationKeys);
        }
        execute("delete from botledger.conversations where conversation_key in " + KEYS, conversationKeys);
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
        execute("delete from botledger.load_spans where load_key = ?", loadKey);
    }

    /** Makes rows count, or no longer. */
    void setCurrent(Collection<Long> conversationKeys, boolean current) throws SQLException {
        execute(
                "update botledger.conversations set is_current = " + (current ? "true" : "null")
                        + " where conversation_key in " + KEYS,
                conversationKeys);
    }

    private void execute(String sql, Collection<Long> conversationKeys) throws SQLException {
        Iterator<Long> keys = conversationKeys.iterator();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            while (keys.hasNext()) {
                long key = 0;
                for (int i = 1; i <= KEYS_A_STATEMENT; i++) {
                    key = keys.hasNext() ? keys.next() : key;
                    statement.setLong(i, key);
                }
                statement.executeUpdate();
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
