package io.botledger.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

/** The database behind a {@link Dialect}, with everything in which it differs from others but the writing of rows. */
sealed interface Engine permits H2Engine, PostgresEngine {
    /** How long {@link #lockProcess} waits. */
    int LOCK_PATIENCE_MILLIS = 2_000;

    /** The engine of a dialect. */
    static Engine of(Dialect dialect) {
        return switch (dialect) {
            case H2 -> new H2Engine();
            case POSTGRESQL -> new PostgresEngine();
        };
    }

    /** Its name in a JDBC URL, and that of the folder with the migrations that it alone takes. */
    String name();

    /** Properties of a connection where neither the settings nor the URL say otherwise. */
    Map<String, String> defaultProperties();

    /** The same, beside those, for a database that must be there, as commands that only read open it. */
    Map<String, String> existingProperties();

    /** Refuses a server that can't hold the schema. */
    void checkServer(Connection connection) throws SQLException;

    /**
     * What migrations write as {@code ${text}}, the type of a text column (sorted by code point in PostgreSQL, by UTF-16
     * unit in H2), as {@code ${view_column}}, before a comment on a view's column, and as {@code ${if_postgresql}}, before a
     * line for that database alone.
     */
    Map<String, String> placeholders();

    /** A schema's name as this database's catalogue spells it. */
    String schemaName(String name);

    /**
     * From now on what is committed waits for {@link #releaseWrites}, so that a death leaves all of it or none, as long as
     * H2 has less than some 19 MB to save. For migrations: H2 commits before and after every DDL statement, and half a migration
     * would keep the next one from working. One that writes more has to be repeatable, which those before version 11 are not.
     */
    void holdWrites(Statement statement) throws SQLException;

    /** Brings what was held to the disk, and from now on holds nothing. */
    void releaseWrites(Statement statement) throws SQLException;

    /**
     * Brings what was committed to the disk. H2 would take half a second, and a process that dies meanwhile would take its
     * work along, also what the ledger says of it.
     */
    void sync(Statement statement) throws SQLException;

    /** From now on the connection's commits do not wait for the disk. */
    void commitLazily(Statement statement) throws SQLException;

    /** From now on the server does not end the connection for having nothing to do. */
    void stayWhileIdle(Statement statement) throws SQLException;

    /**
     * Takes the lock that one process at a time may hold, for as long as the statement's connection lives. Waits a
     * moment for a process that is just ending: a server may notice that later than its client.
     *
     * @param holder this process, which the server may name to others
     * @throws SQLException a lock timeout ({@link DatabaseErrors#isLockTimeout}) if another process holds it
     */
    void lockProcess(Statement statement, LockHolder holder) throws SQLException;

    /** Whether it may be this process that holds the lock: false if the database knows better, true if it can't tell. */
    boolean mayHoldLock(Connection connection, LockHolder holder) throws SQLException;

    /** As {@link Dialect#limitQueries}. */
    void limitQueries(Statement statement, Duration limit) throws SQLException;

    /** As {@link Dialect#endLimit}. */
    void endLimit(Statement statement) throws SQLException;

    /** As {@link Dialect#expectFewGroups}. */
    void expectFewGroups(Statement statement) throws SQLException;

    /** As {@link Dialect#expectNarrowRows}. */
    RowMemory expectNarrowRows(Connection connection) throws SQLException;

    /** As {@link Dialect#keysAtOnce}. */
    long keysAtOnce();
}
