package io.botledger.load;

import io.botledger.model.ErrorCode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Jdbi;

/** The book of runs: one row per run of a command that writes. */
final class Runs {
    private final Jdbi jdbi;
    private final Clock clock;
    private final String command;
    private final String version;
    private long runKey;

    Runs(Jdbi jdbi, Clock clock, String command, String version) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.command = command;
        this.version = version;
    }

    /** Who is at work, for a message; empty where that can't be told. */
    String describeRunning() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select command, host, process_id, started_at
                        from botledger.etl_runs
                        where status = 'running'
                        order by started_at desc, run_key desc
                        """)
                .map((row, context) -> ": " + row.getString("command") + " since "
                        + row.getObject("started_at", OffsetDateTime.class)
                                .toInstant()
                                .truncatedTo(ChronoUnit.SECONDS)
                        + ", process " + row.getLong("process_id") + " on " + row.getString("host"))
                .findFirst()
                .orElse(""));
    }

    /** Books the begin of this run. Called under the lock: whatever else is booked as running has died. */
    long begin(Keys keys) {
        runKey = keys.next();
        jdbi.useTransaction(handle -> {
            handle.createUpdate("""
                            update botledger.etl_runs
                            set status = 'abandoned', error = 'its process died; the files it left are taken up again'
                            where status = 'running'
                            """).execute();
            handle.createUpdate("""
                            insert into botledger.etl_runs
                              (run_key, command, version, host, process_id, status, started_at)
                            values (:run, :command, :version, :host, :process, 'running', :now)
                            """)
                    .bind("run", runKey)
                    .bind("command", command)
                    .bind("version", version)
                    .bind("host", host())
                    .bind("process", ProcessHandle.current().pid())
                    .bind("now", now())
                    .execute();
        });
        return runKey;
    }

    void finish(RunResult result) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update botledger.etl_runs
                        set status = :status, finished_at = :now, exit_status = :exitStatus, error = :error,
                          asked_day_count = :askedDays, failed_day_count = :failedDays, landed_count = :landed,
                          found_count = :found, loaded_count = :loaded, unchanged_count = :unchanged,
                          failed_count = :failed, report_count = :reports
                        where run_key = :run
                        """)
                .bind("status", status(result))
                .bind("now", now())
                .bind("exitStatus", result.exitStatus())
                .bind("error", result.error())
                .bindMethods(result.counts())
                .bind("run", runKey)
                .execute());
    }

    private static String status(RunResult result) {
        if (result.exitStatus() == ErrorCode.INTERRUPTED.exitStatus()) {
            return "interrupted";
        }
        return result.error() == null ? "completed" : "failed";
    }

    private OffsetDateTime now() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return now.atOffset(ZoneOffset.UTC);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
