package io.botledger.db;

import java.util.Objects;
import org.flywaydb.core.Flyway;

/** A schema as an earlier botledger left it. */
final class OldSchema {
    private OldSchema() {}

    /** Brings a database to this version of the schema and no further. */
    static void migrate(DatabaseSettings settings, String version) {
        Flyway newest = new Migrations(null, Engine.of(Dialect.of(settings))).flyway();
        Flyway.configure()
                .configuration(newest.getConfiguration())
                .dataSource(
                        settings.url(),
                        Objects.requireNonNullElse(settings.user(), "sa"),
                        Objects.requireNonNullElse(settings.password(), ""))
                .target(version)
                .load()
                .migrate();
    }
}
