package io.botledger.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database of version 8 that holds conversations gets the way through their intents from their lists. */
class IntentPathMigrationTest {
    private static final List<String> FILL = List.of(
            "insert into botledger.intents (intent_key, intent_id, intent_name) values "
                    + "(1, 'i1', 'Greeting'), (2, 'i2', 'Refund'), (3, 'other id', 'Refund'), (4, 'i4', null)",
            "insert into botledger.conversations (conversation_key, bot_key, conversation_id, is_current, load_key, "
                    + "record_ordinal, export_date) values (10, 1, 'path', true, 1, 1, date '2024-05-07'), "
                    + "(11, 1, 'none', true, 1, 2, date '2024-05-07'), (12, 1, 'one', null, 1, 3, date '2024-05-07')",
            "insert into botledger.intent_replies (conversation_key, position, intent_key) values "
                    + "(10, 0, 4), (10, 1, 2), (10, 2, 4), (10, 3, 3), (10, 4, 1), (10, 5, 4), (12, 0, 1)");

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void readsThePathsOffTheLists(Dialect dialect) {
        DatabaseSettings settings = TestDatabases.empty(dialect);
        try (Database database = Database.open(settings)) {
            OldSchema.migrate(settings, "8");
            database.jdbi().useHandle(handle -> FILL.forEach(handle::execute));
            assertThat(database.migrate()).isPositive();
            database.requireSchema();
            assertThat(texts(database, """
                            select conversation_id || ' ' || coalesce(cast(first_intent_key as varchar), '-') || ' '
                              || coalesce(cast(last_intent_key as varchar), '-')
                            from botledger.conversations
                            order by conversation_key
                            """)).containsExactly("path 4 4", "none - -", "one 1 1");
            assertThat(texts(database, """
                            select cast(conversation_key as varchar) || '/' || cast(position as varchar) || ' '
                              || coalesce(cast(next_intent_key as varchar), '-')
                              || case when is_revisit then ' again' else '' end
                            from botledger.intent_replies
                            order by conversation_key, position
                            """))
                    .containsExactly("10/0 2", "10/1 3", "10/2 3", "10/3 1 again", "10/4 -", "10/5 -", "12/0 -");
        }
    }

    private static List<String> texts(Database database, String sql) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
