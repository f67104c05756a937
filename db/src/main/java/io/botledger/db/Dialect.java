package io.botledger.db;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The databases that botledger knows. Tells whoever queries them in what they differ; {@code Engine} has the whole. */
public enum Dialect {
    /** H2, embedded or as a server. */
    H2,
    /** PostgreSQL 15 or newer. */
    POSTGRESQL;

    /**
     * The dialect of a JDBC URL.
     *
     * @throws BotledgerException with {@link ErrorCode#USAGE} for any database that botledger does not know
     */
    public static Dialect of(DatabaseSettings settings) {
        for (Dialect dialect : values()) {
            if (settings.url().startsWith("jdbc:" + Engine.of(dialect).name() + ":")) {
                return dialect;
            }
        }
        throw new BotledgerException(
                ErrorCode.USAGE,
                "unknown database " + settings.displayUrl() + ": expected a URL that begins with jdbc:h2: or "
                        + "jdbc:postgresql:");
    }

    /**
     * Prepares the transaction that has just begun for queries of unknown length and origin: each may run so long at most,
     * and fails with SQLSTATE 57014 then. {@link #endLimit} is to be called after the transaction.
     */
    public void limitQueries(Statement statement, Duration limit) throws SQLException {
        Engine.of(this).limitQueries(statement, limit);
    }

    /** Ends what {@link #limitQueries} began. */
    public void endLimit(Statement statement) throws SQLException {
        Engine.of(this).endLimit(statement);
    }

    /**
     * Tells the planner, for the rest of the transaction, that queries put very many rows into few groups where it can't
     * know, as in groups of expressions.
     */
    public void expectFewGroups(Statement statement) throws SQLException {
        Engine.of(this).expectFewGroups(statement);
    }

    /**
     * Tells the database that the rows of the queries that follow take a few hundred bytes each at most, so that it may keep more
     * of them in its memory than it would of any rows. That holds for the queries of everybody who has the same database open in
     * this process, until the returned memory is closed; of several, until the last one is.
     */
    public RowMemory expectNarrowRows(Connection connection) throws SQLException {
        return Engine.of(this).expectNarrowRows(connection);
    }

    /**
     * How many keys of conversations a query goes over at most that keeps what it counts: H2 writes a result of more rows
     * than some 40,000 for each GB of Java's heap to the disk, and holds groups in the heap.
     */
    public long keysAtOnce() {
        return Engine.of(this).keysAtOnce();
    }
}
