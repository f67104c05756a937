package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.db.Database;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Brings the schema to the newest version. */
@Command(
        name = "migrate",
        description = {
            "Brings the database's schema to the newest version; creates it where there is none.",
            "load and demo do the same first; migrate alone is for a user with more rights than the one who loads.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class MigrateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ConfigurationOption configurationOption;

    @Mixin
    private DatabaseOptions databaseOptions;

    MigrateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Database database =
                Database.open(databaseOptions.settings(terminal, configurationOption.read(terminal)))) {
            int applied = database.migrate();
            terminal.out()
                    .println(
                            applied == 0
                                    ? "The schema is up to date, version " + Database.schemaVersion() + "."
                                    : "The schema is now of version " + Database.schemaVersion() + ".");
            return 0;
        }
    }
}
