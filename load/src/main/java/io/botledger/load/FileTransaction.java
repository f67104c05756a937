package io.botledger.load;

import io.botledger.db.Database;
import io.botledger.db.DatabaseErrors;
import io.botledger.db.ProcessLock;
import io.botledger.model.BotledgerException;
import io.botledger.model.ExportRecords;
import io.botledger.model.LandedFile;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Brings one version of a file into the tables in one transaction: takes the older version away, writes the new one,
 * closes the ledger row. Whoever looks sees the old version or the new one.
 */
final class FileTransaction {
    private final Database database;
    private final LoadOptions options;
    private final KeyBlocks keyBlocks;
    private final Dictionaries dictionaries;
    private final FreshBots freshBots;
    private final Ledger ledger;
    private final ProcessLock lock;

    FileTransaction(
            Database database,
            LoadOptions options,
            KeyBlocks keyBlocks,
            Dictionaries dictionaries,
            FreshBots freshBots,
            Ledger ledger,
            ProcessLock lock) {
        this.database = database;
        this.options = options;
        this.keyBlocks = keyBlocks;
        this.dictionaries = dictionaries;
        this.freshBots = freshBots;
        this.ledger = ledger;
        this.lock = lock;
    }

    /** Loads a file while no other one is loaded. */
    FileOutcome load(LandedFile file, long botKey, FileVersion version, Supplier<? extends ExportRecords> open) {
        return load(file, botKey, version, open, false).orElseThrow();
    }

    /** Loads a new file while others may be loaded; empty if it met one of them, so that it must be loaded alone. */
    Optional<FileOutcome> loadBeside(
            LandedFile file, long botKey, FileVersion version, Supplier<? extends ExportRecords> open) {
        return load(file, botKey, version, open, true);
    }

    private Optional<FileOutcome> load(
            LandedFile file, long botKey, FileVersion version, Supplier<? extends ExportRecords> open, boolean beside) {
        Keys keys = keyBlocks.borrow();
        try (Handle handle = database.jdbi().open().begin()) {
            Optional<FileVersion> other = ledger.current(handle, botKey, file.name())
                    .filter(current -> current.loadKey() != version.loadKey());
            boolean live = other.filter(it -> !version.laterThan(it)).isEmpty();
            FileLoad load = fileLoad(handle, keys, file, version, live);
            try (load) {
                LoadCounts counts = write(handle, load, version, other, live, open);
                ledger.complete(handle, version, live ? LoadStatus.COMPLETED : LoadStatus.SUPERSEDED, counts, file);
                load.precedence().bookChanges();
                if (live) {
                    load.span().book(handle.getConnection(), version.loadKey());
                }
                Ledger.settleUnfinished(handle, botKey, file.name(), live ? version : other.orElseThrow());
                lock.requireHeld();
                handle.commit();
                return Optional.of(new FileOutcome(kind(live, other), counts, null));
            } catch (BotledgerException | SQLException | JdbiException e) {
                handle.rollback();
                if (beside && DatabaseErrors.isConflict(e)) {
                    ledger.withdraw(version);
                    return Optional.empty();
                }
                BotledgerException error =
                        DatabaseErrors.translate("loading " + file.path().getFileName(), e);
                LoadSession.requireFileError(error);
                return Optional.of(bookFailure(handle, load, file, version, live, error));
            }
        } finally {
            keyBlocks.giveBack(keys);
        }
    }

    /** Books a file whose content could not even be read. */
    FileOutcome fail(LandedFile file, long botKey, FileVersion version, BotledgerException error) {
        return database.jdbi().inTransaction(handle -> {
            boolean needed = ledger.current(handle, botKey, file.name())
                    .filter(current -> !version.landedAt().isAfter(current.landedAt()))
                    .isEmpty();
            ledger.fail(handle, version, needed, file, error);
            return outcome(needed, error);
        });
    }

    private static LoadCounts write(
            Handle handle,
            FileLoad load,
            FileVersion version,
            Optional<FileVersion> other,
            boolean live,
            Supplier<? extends ExportRecords> open)
            throws SQLException {
        Ledger.clearRejects(handle, version);
        if (version.status() == LoadStatus.COMPLETED) {
            load.precedence().takeAway(version.loadKey());
        }
        try (ReadAhead records = ReadAhead.of(open)) {
            return live ? writeLive(handle, load, other, records) : writeSuperseded(load, version, records);
        }
    }

    private FileLoad fileLoad(Handle handle, Keys keys, LandedFile file, FileVersion version, boolean live) {
        return new FileLoad(
                handle.getConnection(),
                database.dialect(),
                keys,
                dictionaries,
                freshBots,
                options,
                file.name(),
                version.loadKey(),
                live);
    }

    private static LoadCounts writeLive(Handle handle, FileLoad load, Optional<FileVersion> current, ReadAhead records)
            throws SQLException {
        if (current.isPresent()) {
            load.precedence().takeAway(current.get().loadKey());
            Ledger.supersede(handle, current.get());
        }
        return load.write(records);
    }

    /** An older version that comes late is booked with its counts and rejects; its rows go again before anybody sees them. */
    private static LoadCounts writeSuperseded(FileLoad load, FileVersion version, ReadAhead records)
            throws SQLException {
        LoadCounts counts = load.write(records);
        load.precedence().takeAway(version.loadKey());
        return counts;
    }

    private static FileOutcome.Kind kind(boolean live, Optional<FileVersion> current) {
        if (!live) {
            return FileOutcome.Kind.SUPERSEDED;
        }
        return current.isPresent() ? FileOutcome.Kind.REPLACED : FileOutcome.Kind.LOADED;
    }

    /** In a transaction after the one that failed: the ledger says why, and the first rejects stay to be seen. */
    private FileOutcome bookFailure(
            Handle handle,
            FileLoad load,
            LandedFile file,
            FileVersion version,
            boolean live,
            BotledgerException error) {
        if (version.status() == LoadStatus.COMPLETED) {
            // Its earlier load is still in the tables, whole.
            return FileOutcome.failed(error);
        }
        handle.useTransaction(after -> {
            Ledger.clearRejects(after, version);
            try (RowWriter writer = RowWriter.on(database.dialect(), after.getConnection())) {
                load.rejects().writeKept(writer);
            } catch (SQLException e) {
                throw DatabaseErrors.translate(
                        "booking rejects of " + file.path().getFileName(), e);
            }
            ledger.fail(after, version, live, file, error);
        });
        return outcome(live, error);
    }

    private static FileOutcome outcome(boolean needed, BotledgerException error) {
        return needed ? FileOutcome.failed(error) : new FileOutcome(FileOutcome.Kind.SUPERSEDED, LoadCounts.ZERO, null);
    }
}
