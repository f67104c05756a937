package io.botledger.cli;

import picocli.CommandLine.Option;

/** The option of commands whose result a program may read. */
final class FormatOption {
    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How to write the result (default: ${DEFAULT-VALUE}).")
    private OutputFormat format;

    boolean json() {
        return format == OutputFormat.JSON;
    }
}
