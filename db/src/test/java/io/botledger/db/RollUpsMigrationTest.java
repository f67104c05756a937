package io.botledger.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database of version 9 that holds conversations gets its roll-ups from their lists. */
class RollUpsMigrationTest {
    private static final List<String> FILL = List.of(
            "insert into botledger.intents (intent_key, intent_id, intent_name) values (1, 'i1', 'Greeting'), "
                    + "(2, 'i2', 'Refund'), (3, 'i3', 'Talk to a human/agent'), (4, 'i4', null), (5, 'i5', 'Order')",
            "insert into botledger.conversations (conversation_key, bot_key, conversation_id, is_current, load_key, "
                    + "record_ordinal, export_date) values (10, 1, 'timed', true, 1, 1, date '2024-05-07'), "
                    + "(11, 1, 'none', true, 1, 2, date '2024-05-07'), (12, 1, 'untimed', null, 1, 3, date '2024-05-07'), "
                    + "(13, 1, 'passed over', true, 1, 4, date '2024-05-07')",
            "insert into botledger.intent_replies (conversation_key, position, intent_key, intent_at, not_meaningful) values "
                    + "(10, 0, 5, null, false), "
                    + "(10, 1, 2, timestamp with time zone '2024-05-07 10:00:02+00:00', false), "
                    + "(10, 2, 5, timestamp with time zone '2024-05-07 10:00:01+00:00', false), "
                    + "(10, 3, 1, timestamp with time zone '2024-05-07 10:00:00+00:00', false), "
                    + "(10, 4, 5, timestamp with time zone '2024-05-07 10:00:03+00:00', true), "
                    + "(10, 5, 5, timestamp with time zone '2024-05-07 10:00:03+00:00', null), "
                    + "(12, 0, 5, null, false), (12, 1, 2, null, false), "
                    + "(13, 0, 1, null, false), (13, 1, 3, null, false), (13, 2, 4, null, false)",
            "insert into botledger.conversation_labels (conversation_key, position, label_key) values "
                    + "(10, 0, 7), (10, 1, 8), (10, 2, 7), (12, 0, 7), (12, 1, 7), (12, 2, 7)");

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void readsThemOffTheLists(Dialect dialect) {
        DatabaseSettings settings = TestDatabases.empty(dialect);
        try (Database database = Database.open(settings)) {
            OldSchema.migrate(settings, "9");
            database.jdbi().useHandle(handle -> FILL.forEach(handle::execute));
            assertThat(database.migrate()).isPositive();
            database.requireSchema();
            assertThat(texts(database, """
                            select conversation_id || ' ' || coalesce(cast(first_meaningful_intent_key as varchar), '-')
                              || ' ' || coalesce(cast(last_meaningful_intent_key as varchar), '-')
                            from botledger.conversations
                            order by conversation_key
                            """)).containsExactly("timed 5 2", "none - -", "untimed 5 2", "passed over - -");
            assertThat(texts(database, """
                            select cast(conversation_key as varchar) || '/' || cast(position as varchar)
                            from botledger.conversation_labels
                            where is_repeat
                            order by conversation_key, position
                            """)).containsExactly("10/2", "12/1", "12/2");
        }
    }

    private static List<String> texts(Database database, String sql) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
