package io.botledger.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaTest {
    private static final List<String> TABLES = List.of(
            "bot_names",
            "bots",
            "conversation_knowledge_sources",
            "conversation_labels",
            "conversation_procedures",
            "conversation_segments",
            "conversation_use_cases",
            "conversations",
            "etl_files",
            "etl_loads",
            "etl_rejects",
            "etl_runs",
            "export_days",
            "intent_replies",
            "intents",
            "knowledge_sources",
            "labels",
            "load_spans",
            "procedures",
            "replies",
            "segments",
            "session_param_names",
            "session_params",
            "triggered_replies",
            "use_cases");
    private static final List<String> VIEWS = List.of(
            "bots",
            "conversation_knowledge_sources",
            "conversation_labels",
            "conversation_procedures",
            "conversation_segments",
            "conversation_use_cases",
            "conversations",
            "export_days",
            "intent_replies",
            "loads",
            "rejects",
            "runs",
            "session_params",
            "triggered_replies");

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void migratesOnceToTheNewestVersion(Dialect dialect) {
        try (Database database = Database.open(TestDatabases.empty(dialect))) {
            assertThatThrownBy(database::requireSchema)
                    .isInstanceOf(BotledgerException.class)
                    .hasMessage("there is no botledger schema in this database yet; load files first, or run: "
                            + "botledger migrate");
            assertThat(database.migrate()).isPositive();
            assertThat(database.migrate()).isZero();
            database.requireSchema();
            assertThat(Migrations.installed(database.jdbi())).isEqualTo(Database.schemaVersion());
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void refusesASchemaThatIsNewer(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            database.jdbi()
                    .useHandle(handle -> handle.execute(
                            "update botledger.schema_history set \"version\" = '99' where \"version\" = '"
                                    + Migrations.LATEST + "'"));
            assertThatThrownBy(database::migrate)
                    .hasMessage("the schema has version 99, this botledger knows up to 11; use a newer botledger");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void holdsTheTablesAndViewsOfTheDesignWithComments(Dialect dialect) throws SQLException {
        try (Database database = TestDatabases.migrated(dialect);
                Connection connection = database.connection()) {
            List<String> tables = new ArrayList<>(TABLES);
            if (dialect == Dialect.H2) {
                tables.add("etl_lock");
            }
            assertThat(commentedRelations(connection, dialect, "botledger", "TABLE"))
                    .containsExactlyInAnyOrderElementsOf(tables);
            assertThat(commentedRelations(connection, dialect, "botledger", "VIEW"))
                    .containsExactly("current_conversations");
            assertThat(commentedRelations(connection, dialect, "reporting", "VIEW"))
                    .containsExactlyInAnyOrderElementsOf(VIEWS);
        }
    }

    private static List<String> commentedRelations(
            Connection connection, Dialect dialect, String schemaName, String kind) throws SQLException {
        List<String> names = new ArrayList<>();
        String schema = Engine.of(dialect).schemaName(schemaName);
        String[] types = kind.equals("TABLE") ? new String[] {"TABLE", "BASE TABLE"} : new String[] {kind};
        try (ResultSet relations = connection.getMetaData().getTables(null, schema, null, types)) {
            while (relations.next()) {
                String name = relations.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (!name.equals("schema_history")) {
                    assertThat(relations.getString("REMARKS")).as(name).isNotBlank();
                    names.add(name);
                }
            }
        }
        try (ResultSet columns = connection.getMetaData().getColumns(null, schema, null, null)) {
            while (columns.next()) {
                String table = columns.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                // H2 has no comments on the columns of views ("Feature not supported").
                boolean refused = kind.equals("VIEW") && dialect == Dialect.H2;
                if (names.contains(table) && !refused) {
                    assertThat(columns.getString("REMARKS"))
                            .as(table + "." + columns.getString("COLUMN_NAME"))
                            .isNotBlank();
                }
            }
        }
        return names;
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void countsOfALoadMustAddUp(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            assertThatThrownBy(() -> database.jdbi().useHandle(handle -> handle.execute("""
                            insert into botledger.etl_loads (load_key, bot_key, export_date, shard, file_name, landed_at,
                              status, run_key, started_at, read_count, loaded_count, repeated_count)
                            values (1, 1, date '2024-05-07', 0, 'f', current_timestamp, 'started', 1,
                              current_timestamp, 5, 3, 1)
                            """)))
                    .satisfies(e ->
                            assertThat(e.getMessage().toLowerCase(Locale.ROOT)).contains("etl_loads_counts_ck"));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void oneProcessAtATimeHoldsTheLock(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            LockHolder holder = LockHolder.here("test", Instant.EPOCH);
            try (ProcessLock lock = database.tryLock(holder).orElseThrow()) {
                assertThat(lock).isNotNull();
                assertThat(database.tryLock(holder)).isEmpty();
            }
            database.tryLock(holder).orElseThrow().close();
        }
    }

    /** When the server has ended a session that began to be idle later, it has spared the lazy one. */
    @Test
    void aServerThatEndsIdleSessionsKeepsTheLazyOne() throws SQLException {
        try (Database database = TestDatabases.migrated(Dialect.POSTGRESQL);
                Handle watching = database.jdbi().open()) {
            watching.execute("alter role postgres in database "
                    + watching.createQuery("select current_database()")
                            .mapTo(String.class)
                            .one()
                    + " set idle_session_timeout = 50");
            try (Handle lazy = database.openLazy();
                    Connection idle = named("victim", database.settings())) {
                while (isThere(watching, idle.getClientInfo("ApplicationName"))) {
                    Thread.onSpinWait();
                }
                assertThat(lazy.createQuery("select 1").mapTo(Integer.class).one())
                        .isOne();
            }
        }
    }

    private static Connection named(String name, DatabaseSettings settings) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        properties.setProperty("ApplicationName", name);
        return DriverManager.getConnection(settings.url(), properties);
    }

    private static boolean isThere(Handle watching, String name) {
        return watching.createQuery("select exists (select 1 from pg_stat_activity where application_name = :name)")
                .bind("name", name)
                .mapTo(Boolean.class)
                .one();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void daysAreUtcWhateverTheSessionsZone(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            database.jdbi().useHandle(handle -> {
                handle.execute("insert into botledger.bots (bot_key, bot_id) values (1, 'b')");
                handle.execute("""
                        insert into botledger.conversations (conversation_key, bot_key, conversation_id, is_current,
                          load_key, record_ordinal, export_date, started_at, ended_at)
                        values (1, 1, 'c', true, 1, 1, date '2024-05-08', timestamp with time zone '2024-05-07 23:59:59.999999+00:00',
                          timestamp with time zone '2024-05-08 01:30:00.000001+01:30')
                        """);
                for (String zone : List.of("Pacific/Chatham", "America/Los_Angeles", "UTC")) {
                    handle.execute(
                            dialect == Dialect.H2 ? "set time zone '" + zone + "'" : "set timezone to '" + zone + "'");
                    assertThat(handle.createQuery("""
                                    select cast(start_date as varchar) || ' ' || cast(end_date as varchar) || ' '
                                      || cast(duration_seconds as varchar)
                                    from reporting.conversations
                                    """).mapTo(String.class).one())
                            .isEqualTo("2024-05-07 2024-05-08 0.000002");
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void anotherRowOfAConversationMayNotCountToo(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            String insert = """
                    insert into botledger.conversations (conversation_key, bot_key, conversation_id, is_current,
                      load_key, record_ordinal, export_date)
                    values (?, 1, 'c', ?, 1, 1, date '2024-05-08')
                    """;
            database.jdbi().useHandle(handle -> {
                handle.execute(insert, 1, true);
                handle.execute(insert, 2, null);
                handle.execute(insert, 3, null);
                assertThatThrownBy(() -> handle.execute(insert, 4, true))
                        .satisfies(e -> assertThat(e.getMessage().toLowerCase(Locale.ROOT))
                                .contains("conversations_current_uq")
                                .doesNotContain("(1, c, t)"));
            });
        }
    }

    @Test
    void anUnknownDatabaseStopsTheProgram() {
        assertThatThrownBy(() -> Database.open(DatabaseSettings.of("jdbc:mysql://u:secret@h/d?password=secret")))
                .isInstanceOfSatisfying(
                        BotledgerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE))
                .hasMessage("unknown database jdbc:mysql://***@h/d?password=***: expected a URL that begins with "
                        + "jdbc:h2: or jdbc:postgresql:");
    }
}
