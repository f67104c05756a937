package io.botledger.cli;

import io.botledger.db.DatabaseSettings;
import java.util.List;

/** The book of runs, {@code etl_runs}, without its times. */
final class RunBook {
    private static final String RUNS = """
            select row_number() over (order by started_at) as run, command, status, exit_status, asked_day_count, failed_day_count, landed_count, found_count,
              loaded_count, unchanged_count, failed_count, report_count, error
            from reporting.runs
            """;

    private RunBook() {}

    /** The rows, the first run first. */
    static List<String> of(DatabaseSettings database) {
        return Dump.rows(database, RUNS);
    }
}
