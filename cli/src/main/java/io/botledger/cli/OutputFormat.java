package io.botledger.cli;

/** How a command writes its result. */
enum OutputFormat {
    /** For people. */
    TEXT,
    /** For programs. */
    JSON
}
