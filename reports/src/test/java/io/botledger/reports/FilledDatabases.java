package io.botledger.reports;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One database of each kind, with the same conversations; made when it is first asked for. */
final class FilledDatabases implements AutoCloseable {
    private final List<Talk> talks;
    private final Map<Dialect, Database> databases = new EnumMap<>(Dialect.class);

    FilledDatabases(List<Talk> talks) {
        this.talks = talks;
    }

    Database on(Dialect dialect) {
        return databases.computeIfAbsent(dialect, missing -> {
            Database database = TestDatabases.migrated(dialect);
            Fixture.insert(database, talks);
            return database;
        });
    }

    @Override
    public void close() {
        databases.values().forEach(Database::close);
    }
}
