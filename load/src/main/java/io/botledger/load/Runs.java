package io.botledger.load;

import io.botledger.db.LockHolder;
import io.botledger.model.ErrorCode;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The book of runs: one row per run of a command that writes. */
final class Runs {
    private final Jdbi jdbi;
    private final Clock clock;
    private final LockHolder holder;
    private final String version;
    private long runKey;

    Runs(Jdbi jdbi, Clock clock, LockHolder holder, String version) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.holder = holder;
        this.version = version;
    }

    /** Who booked a run last that has not ended: it is at work, or it died. */
    Optional<LockHolder> running() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select command, host, process_id, started_at
                        from botledger.etl_runs
                        where status = 'running'
                        order by started_at desc, run_key desc
                        """)
                .map((row, context) -> new LockHolder(
                        row.getString("command"),
                        Times.instant(row, "started_at"),
                        row.getLong("process_id"),
                        row.getString("host")))
                .findFirst());
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
                    .bind("command", holder.command())
                    .bind("version", version)
                    .bind("host", holder.host())
                    .bind("process", holder.processId())
                    .bind("now", Times.now(clock))
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
                .bind("now", Times.now(clock))
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
}
