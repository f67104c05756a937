package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.cli.Configuration.DatabaseSection;
import io.botledger.db.Database;
import io.botledger.db.DatabaseSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** The options that tell which database to use. The password comes from the environment or a file alone. */
final class DatabaseOptions {
    @Option(
            names = "--db",
            paramLabel = "URL",
            description = "Database, jdbc:h2:... or jdbc:postgresql:... (BOTLEDGER_DB; default: "
                    + Configuration.DEFAULT_URL + ").")
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
        return prepared(Database.open(settings(terminal, configuration)), Database::migrate);
    }

    /** Opens the database, whose schema must be there. */
    Database openForReading(Terminal terminal, Configuration configuration) {
        return prepared(Database.openExisting(settings(terminal, configuration)), Database::requireSchema);
    }

    private static Database prepared(Database database, Consumer<Database> preparation) {
        try {
            preparation.accept(database);
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
                first(url, terminal.variable("BOTLEDGER_DB")).orElseGet(configuration::databaseUrl),
                first(user, terminal.variable("BOTLEDGER_DB_USER"))
                        .or(section::user)
                        .orElse(null),
                password(terminal, section));
    }

    private static Optional<String> first(String option, String variable) {
        return Optional.ofNullable(option).or(() -> Optional.ofNullable(variable));
    }

    private String password(Terminal terminal, DatabaseSection section) {
        if (passwordFile != null) {
            return password(SecretFile.ofOption("--db-password-file", passwordFile));
        }
        String variable = terminal.variable("BOTLEDGER_DB_PASSWORD");
        return variable != null
                ? variable
                : section.passwordFile().map(DatabaseOptions::password).orElse(null);
    }

    private static String password(SecretFile file) {
        return file.read("password").lines().findFirst().orElse("");
    }
}
