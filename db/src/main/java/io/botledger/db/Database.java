package io.botledger.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;

/**
 * An open database: a small pool of connections, Jdbi over it, and the schema. Safe for use by several threads.
 */
public final class Database implements AutoCloseable {
    private static final int POOL_SIZE = 6;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final DatabaseSettings settings;
    private final Dialect dialect;
    private final Engine engine;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(DatabaseSettings settings, Dialect dialect, HikariDataSource pool) {
        this.settings = settings;
        this.dialect = dialect;
        this.engine = Engine.of(dialect);
        this.pool = pool;
        this.jdbi = plain(Jdbi.create(pool));
    }

    /**
     * Connects.
     *
     * @throws BotledgerException if the database is unknown, unavailable, too old, or refuses
     */
    public static Database open(DatabaseSettings settings) {
        return open(settings, false);
    }

    /**
     * Connects to a database that must be there: an embedded one is not created.
     *
     * @throws BotledgerException if the database is unknown, unavailable, too old, or refuses
     */
    public static Database openExisting(DatabaseSettings settings) {
        return open(settings, true);
    }

    private static Database open(DatabaseSettings settings, boolean existing) {
        Dialect dialect = Dialect.of(settings);
        Engine engine = Engine.of(dialect);
        requireReadable(settings);
        HikariDataSource pool = null;
        try {
            pool = new HikariDataSource(poolConfig(settings, engine, existing));
            try (Connection connection = pool.getConnection()) {
                engine.checkServer(connection);
            }
            return new Database(settings, dialect, pool);
        } catch (PoolInitializationException | SQLException e) {
            throw closing(pool, refused(settings, e));
        } catch (RuntimeException e) {
            throw closing(pool, e);
        }
    }

    private static void requireReadable(DatabaseSettings settings) {
        try {
            DriverManager.getDriver(settings.url());
        } catch (SQLException e) {
            throw new BotledgerException(
                    ErrorCode.USAGE,
                    "the database URL " + settings.displayUrl() + " can't be read; expected jdbc:h2:FILE or "
                            + "jdbc:postgresql://HOST:PORT/DATABASE",
                    e);
        }
        settings.requireOneLogin();
    }

    private static BotledgerException refused(DatabaseSettings settings, Exception failure) {
        BotledgerException error = DatabaseErrors.translate("connecting to " + settings, failure);
        Optional<LockHolder> holder = error.code() == ErrorCode.BUSY ? HolderNote.read(settings) : Optional.empty();
        return holder.isPresent() ? LockHolder.busy(holder) : error;
    }

    private static RuntimeException closing(HikariDataSource pool, RuntimeException failure) {
        if (pool != null) {
            pool.close();
        }
        return failure;
    }

    private static HikariConfig poolConfig(DatabaseSettings settings, Engine engine, boolean existing) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("botledger");
        config.setJdbcUrl(settings.url());
        Properties properties = properties(settings, engine);
        if (existing) {
            addDefaults(properties, settings, engine.existingProperties());
        }
        properties.forEach((name, value) -> config.addDataSourceProperty((String) name, value));
        config.setMaximumPoolSize(POOL_SIZE);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECT_TIMEOUT.toMillis());
        return config;
    }

    private static Properties properties(DatabaseSettings settings, Engine engine) {
        Properties properties = new Properties();
        if (settings.user() != null) {
            properties.setProperty("user", settings.user());
        }
        if (settings.password() != null) {
            properties.setProperty("password", settings.password());
        }
        addDefaults(properties, settings, engine.defaultProperties());
        return properties;
    }

    private static void addDefaults(Properties properties, DatabaseSettings settings, Map<String, String> defaults) {
        String url = settings.url().toUpperCase(Locale.ROOT);
        defaults.forEach((name, value) -> {
            // H2 takes no setting twice, not even the same.
            if (!url.contains(";" + name.toUpperCase(Locale.ROOT) + "=")) {
                properties.putIfAbsent(name, value);
            }
        });
    }

    /** How to reach it. */
    public DatabaseSettings settings() {
        return settings;
    }

    /** Which database it is. */
    public Dialect dialect() {
        return dialect;
    }

    /** Jdbi over the pool. */
    public Jdbi jdbi() {
        return jdbi;
    }

    /**
     * A connection of the pool, in auto-commit mode; to be closed by the caller.
     *
     * @throws BotledgerException if none can be had
     */
    public Connection connection() {
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            throw DatabaseErrors.translate("connecting to " + settings, e);
        }
    }

    /**
     * A handle on a connection beside the pool, whose commits do not wait for the disk. A crash may undo them, the last ones
     * first, but none that came before a commit of another connection that did wait. The server does not end it for being
     * idle. To be closed by the caller.
     *
     * @throws BotledgerException if the database refuses
     */
    public Handle openLazy() {
        try {
            return plain(Jdbi.create(this::lazyConnection)).open();
        } catch (JdbiException e) {
            throw DatabaseErrors.translate("connecting to " + settings, e);
        }
    }

    /** Statements are taken as they are: there is no template in any of them. */
    private static Jdbi plain(Jdbi jdbi) {
        jdbi.getConfig(SqlStatements.class)
                .setTemplateEngine(TemplateEngine.NOP)
                .setSqlParser(new NamedParameters.Parser());
        return jdbi;
    }

    private Connection lazyConnection() throws SQLException {
        Connection connection = DriverManager.getConnection(settings.url(), properties(settings, engine));
        try (Statement statement = connection.createStatement()) {
            engine.stayWhileIdle(statement);
            engine.commitLazily(statement);
            return connection;
        } catch (SQLException e) {
            throw closeAfter(connection, e);
        }
    }

    /**
     * Brings what was committed to the disk, where the database did not do so with the commit.
     *
     * @throws BotledgerException if the database refuses
     */
    public void sync() {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            engine.sync(statement);
        } catch (SQLException e) {
            throw DatabaseErrors.translate("writing " + settings + " to the disk", e);
        }
    }

    /**
     * Brings the schema to the version of this build; creates it where there is none.
     *
     * @return how many migrations were applied; 0 if it was up to date
     * @throws BotledgerException if the database refuses or its schema is newer than this build
     */
    public int migrate() {
        int installed = Migrations.installed(jdbi);
        if (installed == Migrations.LATEST) {
            return 0;
        }
        if (installed > Migrations.LATEST) {
            Migrations.requireLatest(installed);
        }
        try {
            return new Migrations(pool, engine).migrate();
        } catch (FlywayException | SQLException e) {
            throw DatabaseErrors.translate("migrating " + settings, e);
        }
    }

    /** The schema's version as it is; 0 if there is none. */
    public int installedVersion() {
        return Migrations.installed(jdbi);
    }

    /** The schema's version after {@link #migrate()}. */
    public static int schemaVersion() {
        return Migrations.LATEST;
    }

    /**
     * Checks that the schema is there and of the version of this build.
     *
     * @throws BotledgerException if it is not, saying what to do
     */
    public void requireSchema() {
        Migrations.requireLatest(Migrations.installed(jdbi));
    }

    /**
     * Takes the right to write, on a connection of its own.
     *
     * @param holder this process, for the message to others that come meanwhile
     * @return the lock; empty if another process, or another caller in this one, holds it
     */
    public Optional<ProcessLock> tryLock(LockHolder holder) {
        Connection connection = null;
        try {
            connection = DriverManager.getConnection(settings.url(), properties(settings, engine));
            try (Statement statement = connection.createStatement()) {
                engine.lockProcess(statement, holder);
            }
            return Optional.of(new ProcessLock(connection, HolderNote.write(settings, holder)));
        } catch (SQLException e) {
            SQLException failure = closeAfter(connection, e);
            if (DatabaseErrors.isLockTimeout(failure)) {
                return Optional.empty();
            }
            throw DatabaseErrors.translate("taking the lock of " + settings, failure);
        }
    }

    /**
     * Whether it may be this process that holds the right to write. What is booked as running may have died, and who came
     * after it may not have booked itself yet.
     *
     * @return false if the database knows that it is another; true if it can't tell
     */
    public boolean mayBeLockedBy(LockHolder holder) {
        try (Connection connection = connection()) {
            return engine.mayHoldLock(connection, holder);
        } catch (SQLException e) {
            throw DatabaseErrors.translate("asking who holds the lock of " + settings, e);
        }
    }

    private static SQLException closeAfter(Connection connection, SQLException failure) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
        return failure;
    }

    /** Closes every connection. */
    @Override
    public void close() {
        pool.close();
    }
}
