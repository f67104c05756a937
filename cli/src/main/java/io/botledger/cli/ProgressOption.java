package io.botledger.cli;

import picocli.CommandLine.Option;

/** The option of commands that take long. */
final class ProgressOption {
    @Option(
            names = "--progress",
            paramLabel = "auto|bar|plain|none",
            defaultValue = "auto",
            description = "How to show progress on standard error (default: ${DEFAULT-VALUE}).")
    private Progress.Mode mode;

    Progress.Mode mode() {
        return mode;
    }
}
