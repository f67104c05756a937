package io.botledger.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;

/** H2's ways. */
final class H2Engine implements Engine {
    private static final int HELD_MILLIS = 600_000;

    /** H2's own default. */
    private static final int WRITE_DELAY_MILLIS = 500;

    @Override
    public String name() {
        return "h2";
    }

    @Override
    public Map<String, String> defaultProperties() {
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
    public Map<String, String> existingProperties() {
        // Whoever only reads has no reason to wait until H2 has tidied its file.
        return Map.of("IFEXISTS", "TRUE", "MAX_COMPACT_TIME", "0");
    }

    @Override
    public void checkServer(Connection connection) {
        // Every H2 that this driver opens is of the driver's own version and stores Unicode.
    }

    @Override
    public Map<String, String> placeholders() {
        return Map.of("text", "varchar", "view_column", "-- ", "if_postgresql", "-- ");
    }

    @Override
    public String schemaName(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    @Override
    public void holdWrites(Statement statement) throws SQLException {
        statement.execute("set write_delay " + HELD_MILLIS);
    }

    @Override
    public void releaseWrites(Statement statement) throws SQLException {
        statement.execute("set write_delay " + WRITE_DELAY_MILLIS);
        sync(statement);
    }

    @Override
    public void sync(Statement statement) throws SQLException {
        statement.execute("checkpoint sync");
    }

    @Override
    public void commitLazily(Statement statement) {
        // That is what it always does.
    }

    @Override
    public void stayWhileIdle(Statement statement) {
        // It ends no session by itself.
    }

    @Override
    public void lockProcess(Statement statement, LockHolder holder) throws SQLException {
        statement.getConnection().setAutoCommit(false);
        statement.execute("set lock_timeout " + LOCK_PATIENCE_MILLIS);
        statement.execute("select lock_key from botledger.etl_lock where lock_key = 1 for update");
    }

    @Override
    public boolean mayHoldLock(Connection connection, LockHolder holder) {
        // It does not name the session that holds a row.
        return true;
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
    public void expectFewGroups(Statement statement) {
        // It has one way to group.
    }

    @Override
    public RowMemory expectNarrowRows(Connection connection) throws SQLException {
        // By H2's own classes: as a setting in SQL it would stay in the database, for any rows. A server has its own
        // memory.
        return connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
                ? NarrowRows.expect(session.getDatabase())
                : new RowMemory(() -> {});
    }

    @Override
    public long keysAtOnce() {
        return 16_000;
    }
}
