package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.cli.Configuration.DatabaseSection;
import io.botledger.db.Database;
import io.botledger.db.DatabaseSettings;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options that tell which database to use. The password comes from the environment or a file alone. */
final class DatabaseOptions {
    static final String DEFAULT_URL = "jdbc:h2:./botledger-data/botledger";

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = "Database, jdbc:h2:... or jdbc:postgresql:... (BOTLEDGER_DB; default: " + DEFAULT_URL + ").")
    private String url;

    @Option(names = "--db-user", paramLabel = "USER", description = "Database user (BOTLEDGER_DB_USER).")
    private String user;

    @Option(
            names = "--db-password-file",
            paramLabel = "FILE",
            description = "File whose first line is the password (else BOTLEDGER_DB_PASSWORD).")
    private Path passwordFile;

    /** Opens the database and brings its schema to the newest version. */
    Database openMigrated(Terminal terminal, Configuration configuration) {
        Database database = Database.open(settings(terminal, configuration));
        try {
            database.migrate();
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Opens the database, whose schema must be there. */
    Database openForReading(Terminal terminal, Configuration configuration) {
        Database database = Database.openExisting(settings(terminal, configuration));
        try {
            database.requireSchema();
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** How to reach the database: options come before the environment, and that before the configuration. */
    DatabaseSettings settings(Terminal terminal, Configuration configuration) {
        DatabaseSection section = configuration.database();
        return new DatabaseSettings(
                first(url, terminal.variable("BOTLEDGER_DB"), section.url().orElse(DEFAULT_URL)),
                first(
                        user,
                        terminal.variable("BOTLEDGER_DB_USER"),
                        section.user().orElse(null)),
                password(terminal, section));
    }

    private static String first(String option, String variable, String fallback) {
        if (option != null) {
            return option;
        }
        return variable != null ? variable : fallback;
    }

    private String password(Terminal terminal, DatabaseSection section) {
        if (passwordFile != null) {
            return read("--db-password-file", passwordFile);
        }
        String variable = terminal.variable("BOTLEDGER_DB_PASSWORD");
        return variable != null
                ? variable
                : section.passwordFile()
                        .map(file -> read("password_file", file))
                        .orElse(null);
    }

    private static String read(String setting, Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (NoSuchFileException e) {
            throw new BotledgerException(ErrorCode.USAGE, setting + ": there is no file " + file, e);
        } catch (CharacterCodingException e) {
            throw new BotledgerException(ErrorCode.USAGE, setting + " " + file + " is not UTF-8", e);
        } catch (IOException e) {
            throw new BotledgerException(
                    ErrorCode.USAGE, setting + " " + file + " can't be read: " + e.getMessage(), e);
        }
    }
}
