package io.botledger.load;

/**
 * How a run ended.
 *
 * @param exitStatus exit status of the command
 * @param found export files found
 * @param loaded files loaded
 * @param unchanged files that were booked before
 * @param failed files that could not be loaded
 * @param error why the run failed; null if it did not
 */
public record RunResult(int exitStatus, long found, long loaded, long unchanged, long failed, String error) {
    static RunResult unfinished() {
        return new RunResult(1, 0, 0, 0, 0, "the run ended before its end");
    }
}
