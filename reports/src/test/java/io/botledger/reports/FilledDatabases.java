package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One database of each kind, with the same conversations: made when it is first asked for, closed after a class's tests. */
final class FilledDatabases implements AfterAllCallback {
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

    /** Runs a report with parameters, as names and values in turn, and compares its rows. */
    void check(Dialect dialect, String report, List<String> parameters, List<List<String>> rows) {
        int by = parameters.indexOf("by");
        List<String> header = Reports.BUILT_IN.find(report).columns().stream()
                .map(column -> column.name().equals("by") ? group(parameters, by) : column.name())
                .filter(Objects::nonNull)
                .toList();
        assertThat(Reports.csv(on(dialect), report, parameters.toArray(String[]::new)))
                .as(dialect + " " + report + " " + parameters)
                .isEqualTo(Reports.expectedCsv(header, rows));
    }

    private static String group(List<String> parameters, int by) {
        return by < 0 ? null : parameters.get(by + 1);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        databases.values().forEach(Database::close);
    }
}
