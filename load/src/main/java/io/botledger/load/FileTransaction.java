package io.botledger.load;

import io.botledger.db.Database;
import io.botledger.db.DatabaseErrors;
import io.botledger.model.BotledgerException;
import io.botledger.model.ExportRecords;
import io.botledger.model.LandedFile;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Brings one version of a file into the tables in one transaction: takes the older version away, writes the new one,
 * closes the ledger row. Whoever looks sees the old version or the new one.
 */
final class FileTransaction {
    private final Database database;
    private final LoadOptions options;
    private final Keys keys;
    private final Dictionaries dictionaries;
    private final Ledger ledger;

    FileTransaction(Database database, LoadOptions options, Keys keys, Dictionaries dictionaries, Ledger ledger) {
        this.database = database;
        this.options = options;
        this.keys = keys;
        this.dictionaries = dictionaries;
        this.ledger = ledger;
    }

    FileOutcome load(LandedFile file, long botKey, FileVersion version, Supplier<? extends ExportRecords> open) {
        try (Handle handle = database.jdbi().open().begin()) {
            Optional<FileVersion> current = ledger.current(handle, botKey, file.name());
            boolean live = current.filter(other -> !version.laterThan(other)).isEmpty();
            FileLoad load = fileLoad(handle, file, version, live);
            try (load;
                    ExportRecords records = open.get()) {
                Ledger.clearRejects(handle, version);
                LoadCounts counts =
                        live ? writeLive(handle, load, current, records) : writeSuperseded(load, version, records);
                ledger.complete(handle, version, live ? LoadStatus.COMPLETED : LoadStatus.SUPERSEDED, counts, file);
                load.precedence().bookChanges();
                if (live) {
                    Ledger.settleUnfinished(handle, botKey, file.name(), version);
                }
                handle.commit();
                return new FileOutcome(kind(live, current), counts, null);
            } catch (BotledgerException e) {
                handle.rollback();
                LoadSession.requireFileError(e);
                bookFailure(handle, load, version, e);
                return FileOutcome.failed(e);
            }
        } catch (SQLException e) {
            throw DatabaseErrors.translate("loading " + file.path().getFileName(), e);
        }
    }

    private FileLoad fileLoad(Handle handle, LandedFile file, FileVersion version, boolean live) {
        return new FileLoad(
                handle.getConnection(),
                database.dialect(),
                keys,
                dictionaries,
                options,
                file.name(),
                version.loadKey(),
                live);
    }

    private static LoadCounts writeLive(
            Handle handle, FileLoad load, Optional<FileVersion> current, ExportRecords records) throws SQLException {
        if (current.isPresent()) {
            load.precedence().takeAway(current.get().loadKey());
            Ledger.supersede(handle, current.get());
        }
        return load.write(records);
    }

    /** An older version that comes late is read for its counts and rejects alone: its rows go again. */
    private static LoadCounts writeSuperseded(FileLoad load, FileVersion version, ExportRecords records)
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
    private void bookFailure(Handle handle, FileLoad load, FileVersion version, BotledgerException error)
            throws SQLException {
        handle.begin();
        Ledger.clearRejects(handle, version);
        try (RowWriter writer = RowWriter.on(database.dialect(), handle.getConnection())) {
            load.rejects().writeKept(writer);
        }
        Ledger.fail(handle, version.loadKey(), ledger.now(), error);
        handle.commit();
    }
}
