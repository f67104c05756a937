package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
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
    Database openMigrated(Terminal terminal) {
        Database database = Database.open(settings(terminal));
        try {
            database.migrate();
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Opens the database, whose schema must be there. */
    Database openForReading(Terminal terminal) {
        Database database = Database.openExisting(settings(terminal));
        try {
            database.requireSchema();
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    DatabaseSettings settings(Terminal terminal) {
        String chosenUrl = firstOf(url, terminal.variable("BOTLEDGER_DB"), DEFAULT_URL);
        return new DatabaseSettings(
                chosenUrl, firstOf(user, terminal.variable("BOTLEDGER_DB_USER"), null), password(terminal));
    }

    private static String firstOf(String option, String variable, String fallback) {
        if (option != null) {
            return option;
        }
        return variable != null ? variable : fallback;
    }

    private String password(Terminal terminal) {
        if (passwordFile == null) {
            return terminal.variable("BOTLEDGER_DB_PASSWORD");
        }
        try {
            return Files.readString(passwordFile).lines().findFirst().orElse("");
        } catch (NoSuchFileException e) {
            throw new BotledgerException(ErrorCode.USAGE, "--db-password-file: there is no file " + passwordFile, e);
        } catch (CharacterCodingException e) {
            throw new BotledgerException(ErrorCode.USAGE, "--db-password-file " + passwordFile + " is not UTF-8", e);
        } catch (IOException e) {
            throw new BotledgerException(
                    ErrorCode.USAGE, "--db-password-file " + passwordFile + " can't be read: " + e.getMessage(), e);
        }
    }
}
