package io.botledger.cli;

import java.io.PrintStream;

/** What a command did, for a person; programs get its fields as JSON. */
sealed interface Printable
        permits DryRun.FetchPlanned, DryRun.RunPlanned, ExtractSummary, FolderSummary, LoadSummary, RunSummary {
    /** Writes it in words. */
    void print(PrintStream out);
}
