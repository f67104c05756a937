package io.botledger.db;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

/** PostgreSQL's ways. */
final class PostgresEngine implements Engine {
    private static final int OLDEST_VERSION = 15;

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public Map<String, String> defaultProperties() {
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
    public Map<String, String> existingProperties() {
        // Connecting never creates a database.
        return Map.of();
    }

    @Override
    public void checkServer(Connection connection) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        if (major < OLDEST_VERSION) {
            throw new BotledgerException(
                    ErrorCode.DATABASE,
                    "PostgreSQL " + major + " is too old: botledger needs " + OLDEST_VERSION + " or newer");
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

    @Override
    public Map<String, String> placeholders() {
        return Map.of("text", "varchar collate \"C\"", "view_column", "", "if_postgresql", "");
    }

    @Override
    public String schemaName(String name) {
        return name;
    }

    @Override
    public void holdWrites(Statement statement) {
        // Each migration is one transaction.
    }

    @Override
    public void releaseWrites(Statement statement) {
        // Each migration is one transaction.
    }

    @Override
    public void sync(Statement statement) {
        // A server does at each commit, unless its administrator wants it otherwise.
    }

    @Override
    public void commitLazily(Statement statement) throws SQLException {
        statement.execute("set synchronous_commit = off");
    }

    @Override
    public void stayWhileIdle(Statement statement) throws SQLException {
        statement.execute("set idle_session_timeout = 0");
    }

    @Override
    public void lockProcess(Statement statement, LockHolder holder) throws SQLException {
        statement.getConnection().setClientInfo("ApplicationName", mark(holder));
        stayWhileIdle(statement);
        statement.execute("set lock_timeout = " + LOCK_PATIENCE_MILLIS);
        statement.execute("select pg_advisory_lock(hashtext('botledger'), hashtext(current_database()))");
    }

    @Override
    public boolean mayHoldLock(Connection connection, LockHolder holder) throws SQLException {
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
    public void limitQueries(Statement statement, Duration limit) throws SQLException {
        statement.execute("set local statement_timeout = " + limit.toMillis());
        // Compiling a plan takes longer than most reports run.
        statement.execute("set local jit = off");
        // Where a backslash escapes a quote, a text ends elsewhere than botledger reads it.
        statement.execute("set local standard_conforming_strings = on");
    }

    @Override
    public void expectFewGroups(Statement statement) throws SQLException {
        // It takes each row for a group else: it sorts them, and lets no process group its part of them beforehand.
        statement.execute("set local enable_sort = off");
        statement.execute("set local parallel_tuple_cost = 0");
    }

    @Override
    public RowMemory expectNarrowRows(Connection connection) {
        // It counts bytes, not rows, and the server's memory is not ours to share out.
        return new RowMemory(() -> {});
    }

    @Override
    public void endLimit(Statement statement) {
        // It ended with the transaction.
    }

    @Override
    public long keysAtOnce() {
        return Long.MAX_VALUE;
    }
}
