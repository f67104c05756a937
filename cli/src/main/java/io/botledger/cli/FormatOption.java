package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import picocli.CommandLine.Option;

/** The option of commands whose result a program may read. */
final class FormatOption {
    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How to write the result (default: ${DEFAULT-VALUE}).")
    private OutputFormat format;

    /** Writes a result in the chosen form. */
    void print(Terminal terminal, Printable result) {
        if (json()) {
            Json.print(terminal.out(), result);
        } else {
            result.print(terminal.out());
        }
    }

    boolean json() {
        return format == OutputFormat.JSON;
    }
}
