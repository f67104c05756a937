package io.botledger.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lists of H2, which have indexes instead of unique keys since version 8, and values in one of them since version 11. */
class H2ListsMigrationTest {
    private static final Engine ENGINE = Engine.of(Dialect.H2);
    private static final List<String> LISTS = List.of(
            "conversation_knowledge_sources",
            "conversation_labels",
            "conversation_procedures",
            "conversation_segments",
            "conversation_use_cases",
            "intent_replies",
            "session_params",
            "triggered_replies");

    @TempDir
    private Path folder;

    /** As after a death in the migration. */
    @Test
    void anIndexThatIsGoneIsMadeAgain() {
        String url = "jdbc:h2:" + folder.resolve("gone");
        OldSchema.migrate(DatabaseSettings.of(url), "10");
        try (Database database = Database.open(DatabaseSettings.of(url))) {
            database.jdbi().useHandle(handle -> handle.execute("drop index botledger.session_params_ix"));
            assertThat(database.migrate()).isPositive();
            assertThat(indexedOfSessionParams(database))
                    .containsExactly("CONVERSATION_KEY", "SESSION_PARAM_NAME_KEY", "PARAM_VALUE");
        }
    }

    private static List<String> indexedOfSessionParams(Database database) {
        return strings(database, """
                select column_name from information_schema.index_columns
                where index_name = 'SESSION_PARAMS_IX' order by ordinal_position
                """);
    }

    @Test
    void keepsTheRowsAndFindsThemByAnIndex() {
        String url = "jdbc:h2:" + folder.resolve("old");
        OldSchema.migrate(DatabaseSettings.of(url), "5");
        fill(Jdbi.create(url, "sa", ""));

        try (Database database = Database.open(DatabaseSettings.of(url))) {
            assertThat(database.installedVersion()).isEqualTo(5);
            assertThat(database.migrate()).isPositive();
            database.requireSchema();
            for (String list : LISTS) {
                String name = "botledger." + list;
                assertThat(strings(database, "select cast(conversation_key as varchar) from " + name + " order by 1"))
                        .as(list)
                        .containsExactly("1", "1", "2");
                assertThat(strings(database, "explain select * from " + name + " where conversation_key = 2"))
                        .as(list)
                        .singleElement()
                        .asString()
                        .containsIgnoringCase(list + "_ix");
                assertThat(strings(
                                database,
                                "select is_nullable from information_schema.columns where table_name = '"
                                        + ENGINE.schemaName(list)
                                        + "' and table_schema = 'BOTLEDGER' and ordinal_position <= 2"))
                        .as(list)
                        .containsExactly("NO", "NO");
            }
            assertThat(indexedOfSessionParams(database)).contains("PARAM_VALUE");
            assertThat(strings(database, """
                            select table_name from information_schema.table_constraints
                            where table_schema = 'BOTLEDGER' and constraint_type = 'PRIMARY KEY'
                            """))
                    .contains("CONVERSATIONS", "ETL_REJECTS")
                    .doesNotContainAnyElementsOf(
                            LISTS.stream().map(ENGINE::schemaName).toList());
        }
    }

    /** Three rows in each list, of two conversations. */
    private static void fill(Jdbi jdbi) {
        jdbi.useHandle(handle -> {
            for (String list : LISTS) {
                List<String> columns = handle.createQuery("""
                                select column_name from information_schema.columns
                                where table_schema = 'BOTLEDGER' and table_name = ? and is_nullable = 'NO'
                                order by ordinal_position
                                """)
                        .bind(0, ENGINE.schemaName(list))
                        .mapTo(String.class)
                        .list();
                for (String key : List.of("1, 0", "1, 1", "2, 0")) {
                    handle.execute("insert into botledger." + list + " (" + String.join(", ", columns) + ") values ("
                            + key + ", 7)");
                }
            }
        });
    }

    private static List<String> strings(Database database, String sql) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
