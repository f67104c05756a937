package io.botledger.load;

import java.util.Objects;

/**
 * How a run ended.
 *
 * @param exitStatus exit status of the command
 * @param counts what was done; never null
 * @param error why the run failed, or did so in part; null if it did not
 */
public record RunResult(int exitStatus, RunCounts counts, String error) {
    /** Checks that all is there. */
    public RunResult {
        Objects.requireNonNull(counts, "counts");
    }

    static RunResult unfinished() {
        return new RunResult(1, RunCounts.ZERO, "the run ended before its end");
    }
}
