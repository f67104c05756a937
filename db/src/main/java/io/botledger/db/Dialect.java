package io.botledger.db;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** The databases that botledger knows, with everything in which they differ but the writing of rows. */
public enum Dialect {
    /** H2, embedded or as a server. */
    H2("h2", "varchar", "-- ") {
        @Override
        String schemaName(String name) {
            return name.toUpperCase(Locale.ROOT);
        }

        @Override
        void lockProcess(Statement statement, LockHolder holder) throws SQLException {
            statement.getConnection().setAutoCommit(false);
            statement.execute("set lock_timeout " + LOCK_PATIENCE_MILLIS);
            statement.execute("select lock_key from botledger.etl_lock where lock_key = 1 for update");
        }

        @Override
        public void limitQueries(Statement statement, Duration limit) throws SQLException {
            statement.execute("set query_timeout " + limit.toMillis());
        }

        @Override
        public void endLimit(Statement statement) throws SQLException {
            statement.execute("set query_timeout 0");
        }

        @Override
        public long keysAtOnce() {
            return 16_000;
        }

        @Override
        Map<String, String> defaultProperties() {
            return Map.of(
                    "user",
                    "sa",
                    "password",
                    "",
                    // H2 would write failed statements, with their values, into a file beside the database.
                    "TRACE_LEVEL_FILE",
                    "0",
                    // H2's own hook would close the database under a load that is being rolled back.
                    "DB_CLOSE_ON_EXIT",
                    "FALSE");
        }

        @Override
        Map<String, String> existingProperties() {
            // Whoever only reads has no reason to wait until H2 has tidied its file.
            return Map.of("IFEXISTS", "TRUE", "MAX_COMPACT_TIME", "0");
        }

        @Override
        void holdWrites(Statement statement) throws SQLException {
            statement.execute("set write_delay " + HELD_MILLIS);
        }

        @Override
        void releaseWrites(Statement statement) throws SQLException {
            statement.execute("set write_delay " + WRITE_DELAY_MILLIS);
            sync(statement);
        }

        @Override
        void sync(Statement statement) throws SQLException {
            statement.execute("checkpoint sync");
        }

        @Override
        void commitLazily(Statement statement) {
            // That is what it always does.
        }

        @Override
        void stayWhileIdle(Statement statement) {
            // It ends no session by itself.
        }

        @Override
        void checkServer(Connection connection) {
            // Every H2 that this driver opens is of the driver's own version and stores Unicode.
        }
    },
    /** PostgreSQL 15 or newer. */
    POSTGRESQL("postgresql", "varchar collate \"C\"", "") {
        @Override
        String schemaName(String name) {
            return name;
        }

        @Override
        void lockProcess(Statement statement, LockHolder holder) throws SQLException {
            statement.getConnection().setClientInfo("ApplicationName", mark(holder));
            stayWhileIdle(statement);
            statement.execute("set lock_timeout = " + LOCK_PATIENCE_MILLIS);
            statement.execute("select pg_advisory_lock(hashtext('botledger'), hashtext(current_database()))");
        }

        @Override
        public void limitQueries(Statement statement, Duration limit) throws SQLException {
            statement.execute("set local statement_timeout = " + limit.toMillis());
            // Compiling a plan takes longer than most reports run.
            statement.execute("set local jit = off");
            // Where a backslash escapes a quote, a text ends elsewhere than botledger reads it.
            statement.execute("set local standard_conforming_strings = on");
        }

        @Override
        public void endLimit(Statement statement) {
            // It ended with the transaction.
        }

        @Override
        boolean mayHoldLock(Connection connection, LockHolder holder) throws SQLException {
            try (PreparedStatement query = connection.prepareStatement("""
                    select exists (
                      select 1 from pg_locks join pg_stat_activity using (pid)
                      where locktype = 'advisory' and granted and application_name = ?)
                    """)) {
                query.setString(1, mark(holder));
                try (ResultSet result = query.executeQuery()) {
                    result.next();
                    return result.getBoolean(1);
                }
            }
        }

        /** The name of the session that holds the lock; PostgreSQL cuts names at 63 bytes and takes ASCII alone. */
        private static String mark(LockHolder holder) {
            String mark = "botledger " + holder.command() + " " + holder.processId() + " on " + holder.host();
            return mark.substring(0, Math.min(mark.length(), 63)).replaceAll("[^ -~]", "?");
        }

        @Override
        public long keysAtOnce() {
            return Long.MAX_VALUE;
        }

        @Override
        Map<String, String> defaultProperties() {
            return Map.of(
                    "ApplicationName",
                    "botledger",
                    "connectTimeout",
                    "10",
                    "tcpKeepAlive",
                    "true",
                    // Details of an error quote rows; conversations must not reach a log.
                    "logServerErrorDetail",
                    "false");
        }

        @Override
        void holdWrites(Statement statement) {
            // Each migration is one transaction.
        }

        @Override
        void releaseWrites(Statement statement) {
            // Each migration is one transaction.
        }

        @Override
        void sync(Statement statement) {
            // A server does at each commit, unless its administrator wants it otherwise.
        }

        @Override
        void commitLazily(Statement statement) throws SQLException {
            statement.execute("set synchronous_commit = off");
        }

        @Override
        void stayWhileIdle(Statement statement) throws SQLException {
            statement.execute("set idle_session_timeout = 0");
        }

        @Override
        void checkServer(Connection connection) throws SQLException {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            if (major < OLDEST_POSTGRESQL) {
                throw new BotledgerException(
                        ErrorCode.DATABASE,
                        "PostgreSQL " + major + " is too old: botledger needs " + OLDEST_POSTGRESQL + " or newer");
            }
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("show server_encoding")) {
                result.next();
                if (!"UTF8".equals(result.getString(1))) {
                    throw new BotledgerException(
                            ErrorCode.DATABASE,
                            "the database's encoding is " + result.getString(1)
                                    + ", expected UTF8; create it with: create database ... encoding 'UTF8' template template0");
                }
            }
        }
    };

    private static final int OLDEST_POSTGRESQL = 15;
    private static final int LOCK_PATIENCE_MILLIS = 2_000;
    private static final int HELD_MILLIS = 600_000;

    /** H2's own default. */
    private static final int WRITE_DELAY_MILLIS = 500;

    private final String scheme;
    private final String textType;
    private final String viewColumnComment;

    Dialect(String scheme, String textType, String viewColumnComment) {
        this.scheme = scheme;
        this.textType = textType;
        this.viewColumnComment = viewColumnComment;
    }

    /**
     * The dialect of a JDBC URL.
     *
     * @throws BotledgerException with {@link ErrorCode#USAGE} for any database that botledger does not know
     */
    public static Dialect of(DatabaseSettings settings) {
        for (Dialect dialect : values()) {
            if (settings.url().startsWith("jdbc:" + dialect.scheme + ":")) {
                return dialect;
            }
        }
        throw new BotledgerException(
                ErrorCode.USAGE,
                "unknown database " + settings.displayUrl() + ": expected a URL that begins with jdbc:h2: or "
                        + "jdbc:postgresql:");
    }

    /** Folder of the migrations that only this database takes. */
    String migrationFolder() {
        return scheme;
    }

    /**
     * What migrations write as {@code ${text}}, the type of a text column (sorted by code point in PostgreSQL, by UTF-16
     * unit in H2), as {@code ${view_column}}, before a comment on a view's column, and as {@code ${if_postgresql}}, before a
     * line for that database alone.
     */
    Map<String, String> placeholders() {
        return Map.of(
                "text", textType,
                "view_column", viewColumnComment,
                "if_postgresql", this == POSTGRESQL ? "" : "-- ");
    }

    /** A schema's name as this database's catalogue spells it. */
    abstract String schemaName(String name);

    /**
     * Takes the lock that one process at a time may hold, for as long as the statement's connection lives. Waits a
     * moment for a process that is just ending: a server may notice that later than its client.
     *
     * @param holder this process, which the server may name to others
     * @throws SQLException a lock timeout ({@link DatabaseErrors#isLockTimeout}) if another process holds it
     */
    abstract void lockProcess(Statement statement, LockHolder holder) throws SQLException;

    /** Whether it may be this process that holds the lock: false if the database knows better, true if it can't tell. */
    boolean mayHoldLock(Connection connection, LockHolder holder) throws SQLException {
        return true;
    }

    /**
     * Prepares the transaction that has just begun for queries of unknown length and origin: each may run so long at most,
     * and fails with SQLSTATE 57014 then. {@link #endLimit} is to be called after the transaction.
     */
    public abstract void limitQueries(Statement statement, Duration limit) throws SQLException;

    /** Ends what {@link #limitQueries} began. */
    public abstract void endLimit(Statement statement) throws SQLException;

    /**
     * How many keys of conversations a query goes over at most that keeps what it counts: H2 writes a result of more rows
     * than some 40,000 for each GB of Java's heap to the disk, and holds groups in the heap.
     */
    public abstract long keysAtOnce();

    /** Properties of a connection where neither the settings nor the URL say otherwise. */
    abstract Map<String, String> defaultProperties();

    /** The same, beside those, for a database that must be there, as commands that only read open it. */
    Map<String, String> existingProperties() {
        return Map.of();
    }

    /**
     * From now on what is committed waits for {@link #releaseWrites}, so that a death leaves all of it or none. For
     * migrations: H2 commits before and after every DDL statement, and half a migration would keep the next one from working.
     */
    abstract void holdWrites(Statement statement) throws SQLException;

    /** Brings what was held to the disk, and from now on holds nothing. */
    abstract void releaseWrites(Statement statement) throws SQLException;

    /**
     * Brings what was committed to the disk. H2 would take half a second, and a process that dies meanwhile would take its
     * work along, also what the ledger says of it.
     */
    abstract void sync(Statement statement) throws SQLException;

    /** From now on the connection's commits do not wait for the disk. */
    abstract void commitLazily(Statement statement) throws SQLException;

    /** From now on the server does not end the connection for having nothing to do. */
    abstract void stayWhileIdle(Statement statement) throws SQLException;

    /** Refuses a server that can't hold the schema. */
    abstract void checkServer(Connection connection) throws SQLException;
}
