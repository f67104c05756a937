package io.botledger.db;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.sql.SQLException;

/** Turns SQL errors into botledger's own, by SQLSTATE. */
public final class DatabaseErrors {
    private static final String H2_LOCK_TIMEOUT = "HYT00";
    private static final String POSTGRESQL_LOCK_TIMEOUT = "55P03";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final int H2_CONCURRENT_UPDATE = 90131;
    private static final int H2_ALREADY_OPEN = 90020;
    private static final int H2_WRONG_FORMAT = 90048;
    private static final int H2_NOT_THERE = 90146;
    private static final int H2_OUT_OF_MEMORY = 90108;

    private DatabaseErrors() {}

    /**
     * The error to throw for a failure.
     *
     * @param doing what was being done, for example {@code "loading conversation_b_2024-05-07_000000000000.json"}
     * @param failure the failure; the first {@link SQLException} among it and its causes decides
     * @return never null; the failure itself where it is one of botledger's already
     */
    public static BotledgerException translate(String doing, Throwable failure) {
        if (failure instanceof BotledgerException known) {
            return known;
        }
        SQLException sql = sqlException(failure);
        if (sql == null) {
            return new BotledgerException(ErrorCode.INTERNAL, doing + ": " + failure, failure);
        }
        return new BotledgerException(codeOf(sql), doing + ": " + explain(sql), failure);
    }

    /** Whether the schema or a table that was asked for is not there. */
    static boolean isMissingTable(Throwable failure) {
        SQLException sql = sqlException(failure);
        return sql != null
                && ("42P01".equals(sql.getSQLState())
                        || "3F000".equals(sql.getSQLState())
                        || String.valueOf(sql.getSQLState()).startsWith("42S")
                        || sql.getErrorCode() == 90079);
    }

    /**
     * Whether a transaction failed because of another one at the same time, or of a row that is there already: alone it may
     * succeed.
     */
    public static boolean isConflict(Throwable failure) {
        SQLException sql = sqlException(failure);
        return sql != null
                && (isLockTimeout(sql)
                        || UNIQUE_VIOLATION.equals(sql.getSQLState())
                        || sql.getErrorCode() == H2_CONCURRENT_UPDATE
                        || String.valueOf(sql.getSQLState()).startsWith("40"));
    }

    static boolean isLockTimeout(SQLException e) {
        return H2_LOCK_TIMEOUT.equals(e.getSQLState()) || POSTGRESQL_LOCK_TIMEOUT.equals(e.getSQLState());
    }

    private static SQLException sqlException(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    private static ErrorCode codeOf(SQLException e) {
        if (e.getErrorCode() == H2_ALREADY_OPEN) {
            return ErrorCode.BUSY;
        }
        if (e.getErrorCode() == H2_NOT_THERE) {
            return ErrorCode.DATABASE_MISSING;
        }
        if (isOutOfMemory(e)) {
            return ErrorCode.ENVIRONMENT;
        }
        return isRefusedRow(e) ? ErrorCode.ROW_REFUSED : ErrorCode.DATABASE;
    }

    /** Of Java, in which an embedded H2 runs. */
    private static boolean isOutOfMemory(SQLException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return true;
            }
        }
        return e.getErrorCode() == H2_OUT_OF_MEMORY;
    }

    private static boolean isRefusedRow(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("22") || state.startsWith("23");
    }

    private static String explain(SQLException e) {
        if (e.getErrorCode() == H2_ALREADY_OPEN) {
            return "the H2 database is open in another process; an embedded database takes one at a time: wait for the "
                    + "other to end, or use PostgreSQL";
        }
        if (e.getErrorCode() == H2_NOT_THERE) {
            return "there is no database yet; load files first, or check --db";
        }
        if (e.getErrorCode() == H2_WRONG_FORMAT) {
            return "the H2 database was written by an incompatible version of H2, or its file is damaged: "
                    + firstLine(e);
        }
        if (isOutOfMemory(e)) {
            return "out of memory; give Java more with BOTLEDGER_JAVA_OPTS=-Xmx1g (or the like; for java -jar: -Xmx1g before it)";
        }
        String state = String.valueOf(e.getSQLState());
        if (isRefusedRow(e)) {
            // The drivers quote the row's values here, and those are conversations.
            return "the database refused a row (SQLSTATE " + state + "); report it as a bug";
        }
        String advice = switch (state) {
            case "28000", "28P01" -> "user or password refused; check --db-user and BOTLEDGER_DB_PASSWORD";
            case "3D000" -> "no such database; create it first";
            case "42501" -> "the user lacks a privilege; the user that migrates must be allowed to create schemas";
            case "53100" -> "the database server's disk is full; nothing of this step was kept";
            case "53200" -> "the database server is out of memory; nothing of this step was kept";
            case "57P01", "57P02", "57P03" -> "the database server is shutting down or starting; try again later";
            default ->
                state.startsWith("08")
                        ? "no connection to the database; check --db and that the server runs"
                        : "the database refused (SQLSTATE " + state + ")";
        };
        return advice + ": " + firstLine(e);
    }

    private static String firstLine(SQLException e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
