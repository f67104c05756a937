package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.db.Database;
import io.botledger.load.LoadOptions;
import io.botledger.load.LoadSession;
import io.botledger.load.RunResult;
import io.botledger.model.BotledgerException;
import java.util.function.BiConsumer;

/** One run of a command that writes: holds the database's lock, and books what was done and how it ended. */
final class BookedRun {
    private final Terminal terminal;
    private final Database database;
    private final LoadOptions loadOptions;
    private final String command;

    BookedRun(Terminal terminal, Database database, LoadOptions loadOptions, String command) {
        this.terminal = terminal;
        this.database = database;
        this.loadOptions = loadOptions;
        this.command = command;
    }

    /**
     * Does the steps, which tell the tally what they did.
     *
     * @throws BotledgerException BUSY if another run is at work; what the steps throw, after it was booked
     */
    RunSummary perform(BiConsumer<LoadSession, RunTally> steps) {
        RunTally tally = new RunTally();
        try (LoadSession session =
                LoadSession.begin(database, loadOptions, command, Build.version(), terminal.clock())) {
            try {
                steps.accept(session, tally);
            } catch (BotledgerException e) {
                RunSummary broken = tally.summary();
                session.fail(
                        new RunResult(e.code().exitStatus(), broken.counts(), Redaction.redact(e.getMessage())), e);
                throw e;
            }
            RunSummary done = tally.summary();
            session.finish(new RunResult(done.exitStatus(), done.counts(), done.error()));
            return done;
        }
    }
}
