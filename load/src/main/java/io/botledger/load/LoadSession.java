package io.botledger.load;

import io.botledger.db.Database;
import io.botledger.db.DatabaseErrors;
import io.botledger.db.Dialect;
import io.botledger.db.LockHolder;
import io.botledger.db.ProcessLock;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import io.botledger.model.ExportDay;
import io.botledger.model.ExportRecords;
import io.botledger.model.FileContent;
import io.botledger.model.LandedFile;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One run of a command that writes. Holds the database's lock from {@link #begin} to {@link #close()}, so that no other
 * process loads at the same time, and books itself in {@code etl_runs}.
 *
 * <p>Promise: effectively once per bot, day, shard and content. Each file is loaded in one transaction together with its
 * ledger row; a crash at any point leaves the tables as they were, and the next run takes the file up again.
 */
public final class LoadSession implements AutoCloseable {
    /** Each takes a connection of the pool, and some are needed beside them. */
    private static final int MAX_FILES_AT_ONCE = 4;

    private final Database database;
    private final LoadOptions options;
    private final ProcessLock lock;
    private final Runs runs;
    private final Dictionaries dictionaries;
    private final Ledger ledger;
    private final FileTransaction transaction;
    private final Lanes lanes = new Lanes();
    private final Statistics statistics;
    private final DayBook dayBook;
    private boolean finished;

    private LoadSession(Database database, LoadOptions options, ProcessLock lock, Runs runs, Clock clock) {
        this.database = database;
        this.options = options;
        this.lock = lock;
        this.runs = runs;
        Keys keys = new Keys(database.jdbi());
        this.dictionaries = new Dictionaries(database::openLazy, keys);
        this.ledger = new Ledger(database.jdbi(), keys, clock, runs.begin(keys));
        this.transaction = new FileTransaction(
                database,
                options,
                new KeyBlocks(() -> new Keys(database.jdbi())),
                dictionaries,
                new FreshBots(database.jdbi()),
                ledger,
                lock);
        this.statistics = new Statistics(database);
        this.dayBook = new DayBook(database.jdbi(), dictionaries, lock);
        database.sync();
    }

    /**
     * Takes the lock and begins a run.
     *
     * @param command name of the command, for {@code etl_runs}
     * @param version version of botledger, for {@code etl_runs}
     * @throws BotledgerException with {@link ErrorCode#BUSY} if another run is at work
     */
    public static LoadSession begin(
            Database database, LoadOptions options, String command, String version, Clock clock) {
        LockHolder holder = LockHolder.here(command, clock.instant());
        Runs runs = new Runs(database.jdbi(), clock, holder, version);
        ProcessLock lock = database.tryLock(holder)
                .orElseThrow(() -> LockHolder.busy(runs.running().filter(database::mayBeLockedBy)));
        try {
            return new LoadSession(database, options, lock, runs, clock);
        } catch (RuntimeException e) {
            lock.close();
            throw DatabaseErrors.translate("beginning the run", e);
        }
    }

    /**
     * Books what the source said of days. Of each day what was said last counts, whatever the order in which it is booked;
     * nothing is written for days of which nothing newer is said.
     *
     * @throws BotledgerException if the database fails
     */
    public void book(List<ExportDay> days) {
        try {
            if (dayBook.book(days)) {
                database.sync();
            }
        } catch (RuntimeException e) {
            throw DatabaseErrors.translate("booking the states of days", e);
        }
    }

    /**
     * Loads a file if its content is not in the tables already. Several threads may call this at once, up to
     * {@link #filesAtOnce}; whatever the order, the tables are the same in the end.
     *
     * @param fingerprint reads the file to its end and tells its content; not called for a file that is as it was when it
     *     was booked
     * @param open opens the file's records; not called for a content that is booked already; called again where a file met
     *     another one that was loaded beside it. Opened, read and closed on a thread that is neither the caller's nor
     *     ever interrupted
     * @return what became of it; a file that could not be loaded is an outcome, not an exception
     * @throws BotledgerException if the database or this machine fails, so that no other file could be loaded either
     */
    public FileOutcome load(
            LandedFile file, Supplier<FileContent> fingerprint, Supplier<? extends ExportRecords> open) {
        try {
            if (!options.again() && ledger.isRecorded(file)) {
                return FileOutcome.UNCHANGED;
            }
            FileOutcome outcome = loadUnrecorded(file, fingerprint, open);
            statistics.count(outcome);
            database.sync();
            return outcome;
        } catch (RuntimeException e) {
            throw DatabaseErrors.translate("loading " + file.path().getFileName(), e);
        }
    }

    private FileOutcome loadUnrecorded(
            LandedFile file, Supplier<FileContent> fingerprint, Supplier<? extends ExportRecords> open) {
        long botKey = dictionaries.bots.storedKey(file.name().botId());
        FileContent content;
        try {
            content = fingerprint.get();
        } catch (BotledgerException e) {
            requireFileError(e);
            return lanes.alone(file.name(), () -> transaction.fail(file, botKey, ledger.openUnread(botKey, file), e));
        }
        return lanes.beside(file.name(), () -> loadNew(file, botKey, content, open))
                .orElseGet(() -> lanes.alone(file.name(), () -> load(file, botKey, content, open)));
    }

    private Optional<FileOutcome> loadNew(
            LandedFile file, long botKey, FileContent content, Supplier<? extends ExportRecords> open) {
        return ledger.knows(botKey, file.name())
                ? Optional.empty()
                : transaction.loadBeside(file, botKey, ledger.open(botKey, file, content), open);
    }

    private FileOutcome load(
            LandedFile file, long botKey, FileContent content, Supplier<? extends ExportRecords> open) {
        Optional<FileVersion> known =
                ledger.find(botKey, file.name(), content).map(version -> version.seenAt(file.landedAt()));
        if (known.isPresent() && !options.again() && isSettled(known.get(), botKey, file)) {
            database.jdbi().useTransaction(handle -> {
                ledger.recordSighting(handle, file, known.get());
                Ledger.settleUnfinished(handle, botKey, file.name(), known.get());
            });
            return FileOutcome.UNCHANGED;
        }
        FileVersion version = known.orElseGet(() -> ledger.open(botKey, file, content));
        if (version.status() == LoadStatus.FAILED || version.status() == LoadStatus.SUPERSEDED) {
            ledger.reopen(version, file);
        }
        return transaction.load(file, botKey, version, open);
    }

    /** Whether nothing would change if the version were loaded. */
    private boolean isSettled(FileVersion version, long botKey, LandedFile file) {
        return switch (version.status()) {
            case COMPLETED -> true;
            case SUPERSEDED ->
                database.jdbi()
                        .withHandle(handle -> ledger.current(handle, botKey, file.name()))
                        .filter(current -> !version.laterThan(current))
                        .isPresent();
            case STARTED, FAILED -> false;
        };
    }

    /** Errors of the database or the machine end the run: they would befall every other file too. */
    static void requireFileError(BotledgerException error) {
        if (!isFileError(error)) {
            throw error;
        }
    }

    static boolean isFileError(BotledgerException error) {
        return error.code().exitStatus() == ErrorCode.FILE_UNREADABLE.exitStatus();
    }

    /** How many files are best loaded at once, of the number that is asked for. */
    public int filesAtOnce(int asked) {
        return database.dialect() == Dialect.H2 ? 1 : Math.min(asked, MAX_FILES_AT_ONCE);
    }

    /**
     * Tells the database how the tables have changed, where they changed much, so that reports right after a load are
     * planned well. Best called when the last file is loaded.
     */
    public void renewStatistics() {
        statistics.renew();
    }

    /** Books the end of the run. */
    public void finish(RunResult result) {
        finished = true;
        runs.finish(result);
        database.sync();
    }

    /** Books the end of a run that failed; where the database takes not even that, the error carries it as suppressed. */
    public void fail(RunResult result, BotledgerException error) {
        try {
            finish(result);
        } catch (RuntimeException second) {
            error.addSuppressed(second);
        }
    }

    /** Gives the lock back. A run that was not finished is booked as failed. */
    @Override
    public void close() {
        try (lock;
                dictionaries) {
            if (!finished) {
                runs.finish(RunResult.unfinished());
            }
        }
    }
}
