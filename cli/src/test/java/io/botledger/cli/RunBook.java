package io.botledger.cli;

import io.botledger.db.DatabaseSettings;
import io.botledger.db.Dump;
import java.util.List;

/** The book of runs, {@code etl_runs}, without its times. */
final class RunBook {
    static final String COMPLETED = "|command=run|status=completed|exit_status=0|error=null";
    static final String ABANDONED = "|command=run|status=abandoned|exit_status=null"
            + "|error=its process died; the files it left are taken up again";

    private static final String RUNS = """
            select row_number() over (order by started_at) as run, command, status, exit_status, asked_day_count, failed_day_count, landed_count, found_count,
              loaded_count, unchanged_count, failed_count, report_count, error
            from reporting.runs
            """;

    private static final String ENDINGS = """
            select row_number() over (order by started_at) as run, command, status, exit_status, error from reporting.runs
            """;

    private RunBook() {}

    /** The rows, the first run first. */
    static List<String> of(DatabaseSettings database) {
        return Dump.rows(database, RUNS);
    }

    /** How each run ended, the first run first: {@link #COMPLETED}, {@link #ABANDONED} or another ending. */
    static List<String> endings(DatabaseSettings database) {
        return Dump.rows(database, ENDINGS).stream()
                .map(row -> row.replaceFirst("\\|run=\\d+", ""))
                .toList();
    }
}
