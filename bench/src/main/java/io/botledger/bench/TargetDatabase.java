package io.botledger.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A kind of database, with any number of databases in it, told apart by their names. */
sealed interface TargetDatabase extends AutoCloseable permits H2Database, PostgresDatabase {
    /** {@code H2} or {@code PostgreSQL}. */
    String name();

    /** Name, version, and where it comes from. */
    String description();

    /** How the limit puts the rows back. */
    String limit();

    /** Whether {@code load --workers} makes a difference. */
    boolean loadsSideBySide();

    /** The options of botledger that lead to a database. */
    List<String> options(String database);

    /** Makes a database with botledger's schema and no rows. */
    void create(String database) throws IOException, SQLException;

    /** Deletes a database, if it is there. */
    void drop(String database) throws IOException, SQLException;

    /** Brings to disk what was written, so that a measurement does not pay for what came before it. */
    void settle() throws SQLException;

    /** Does now what the database would do by itself some time after a load, in the middle of another measurement. */
    void tidy(String database) throws SQLException;

    Connection connect(String database) throws SQLException;

    /** The SQL of a hash of the row {@code t} of a table. */
    String rowHash(DataTable table);

    /** Writes the rows of all data tables into files. */
    void dump(String database, Path folder) throws IOException, SQLException;

    /** Puts dumped rows into an empty database: what is measured as the limit. */
    Usage putBack(String database, Path folder) throws IOException, InterruptedException, SQLException;

    @Override
    void close() throws IOException;
}
