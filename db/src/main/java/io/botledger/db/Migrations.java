package io.botledger.db;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The schema's version: what it is, what it should be, and how it gets there. */
final class Migrations {
    /** The version that this build writes and reads. */
    static final int LATEST = 11;

    private static final String FOLDER = "classpath:io/botledger/db/migration/";

    private final DataSource dataSource;
    private final Engine engine;

    Migrations(DataSource dataSource, Engine engine) {
        this.dataSource = dataSource;
        this.engine = engine;
    }

    /** Brings the schema to the newest version; returns how many migrations that took. */
    int migrate() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            engine.holdWrites(statement);
            int migrated = migrate(statement);
            engine.releaseWrites(statement);
            return migrated;
        }
    }

    private int migrate(Statement statement) {
        try {
            return flyway().migrate().migrationsExecuted;
        } catch (FlywayException failure) {
            try {
                engine.releaseWrites(statement);
            } catch (SQLException second) {
                failure.addSuppressed(second);
            }
            throw failure;
        }
    }

    Flyway flyway() {
        return Flyway.configure()
                .dataSource(dataSource)
                .locations(FOLDER + "common", FOLDER + engine.name())
                .schemas(engine.schemaName("botledger"), engine.schemaName("reporting"))
                .table(engine.schemaName("schema_history"))
                .placeholders(engine.placeholders())
                .load();
    }

    /** The schema's version; 0 if there is none. */
    static int installed(Jdbi jdbi) {
        try {
            return jdbi.withHandle(handle ->
                    handle.createQuery("""
                            select max(cast("version" as integer)) from botledger.schema_history where "success"
                            """).mapTo(Integer.class).findOne().orElse(0));
        } catch (JdbiException e) {
            if (DatabaseErrors.isMissingTable(e)) {
                return 0;
            }
            throw DatabaseErrors.translate("reading the schema's version", e);
        }
    }

    static void requireLatest(int installed) {
        if (installed > LATEST) {
            throw new BotledgerException(
                    ErrorCode.DATABASE,
                    "the schema has version " + installed + ", this botledger knows up to " + LATEST
                            + "; use a newer botledger");
        }
        if (installed < LATEST) {
            throw new BotledgerException(
                    installed == 0 ? ErrorCode.DATABASE_MISSING : ErrorCode.DATABASE,
                    installed == 0
                            ? "there is no botledger schema in this database yet; load files first, or run: botledger migrate"
                            : "the schema has version " + installed + ", this botledger needs " + LATEST
                                    + "; run: botledger migrate");
        }
    }
}
