package io.botledger.cli;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import picocli.CommandLine.Option;

/** The option that says how many files are loaded at once. */
final class WorkersOption {
    private static final int MOST = 4;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description =
                    "How many new files are loaded into PostgreSQL at once, 1 to 4 (default: 2, or 1 where there is "
                            + "one processor). H2 takes one at a time.")
    private Integer workers;

    /** The number of the option, or the default. */
    int count() {
        if (workers == null) {
            return defaultCount();
        }
        if (workers < 1 || workers > MOST) {
            throw new BotledgerException(ErrorCode.USAGE, "--workers: expected 1 to " + MOST + ", found " + workers);
        }
        return workers;
    }

    /** Two where the machine has two processors. */
    static int defaultCount() {
        return Math.min(2, Runtime.getRuntime().availableProcessors());
    }
}
