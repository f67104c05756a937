package io.botledger.load;

import io.botledger.model.BotledgerException;
import io.botledger.model.ExportFileName;
import io.botledger.model.FileContent;
import io.botledger.model.LandedFile;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The book of loads: which contents of which files are in the tables, and where they were seen. */
final class Ledger {
    private static final String VERSION =
            "select load_key, status, sha256, content_size, landed_at from botledger.etl_loads ";
    private static final String OF_FILE = "where bot_key = :bot and export_date = :date and shard = :shard ";

    private final Jdbi jdbi;
    private final Keys keys;
    private final Clock clock;
    private final long runKey;
    private final Sightings sightings;

    Ledger(Jdbi jdbi, Keys keys, Clock clock, long runKey) {
        this.jdbi = jdbi;
        this.keys = keys;
        this.clock = clock;
        this.runKey = runKey;
        this.sightings = jdbi.withHandle(Sightings::read);
    }

    /** Whether the file is as it was when its content was booked, by path, size and time stamp. */
    boolean isRecorded(LandedFile file) {
        return sightings.has(file);
    }

    /** The version of a file that has this content. */
    Optional<FileVersion> find(long botKey, ExportFileName name, FileContent content) {
        return jdbi.withHandle(handle -> handle.createQuery(VERSION + OF_FILE + "and sha256 = :sha256")
                .bind("bot", botKey)
                .bind("date", name.exportDate())
                .bind("shard", name.shard())
                .bind("sha256", content.sha256())
                .map(Ledger::version)
                .findOne());
    }

    /** Whether there is any version of a file, whatever became of it. */
    boolean knows(long botKey, ExportFileName name) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select 1 from botledger.etl_loads " + OF_FILE + "fetch first row only")
                        .bind("bot", botKey)
                        .bind("date", name.exportDate())
                        .bind("shard", name.shard())
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
    }

    /** The version of a file that is in the tables. */
    Optional<FileVersion> current(Handle handle, long botKey, ExportFileName name) {
        return handle.createQuery(VERSION + OF_FILE + "and status = 'completed'")
                .bind("bot", botKey)
                .bind("date", name.exportDate())
                .bind("shard", name.shard())
                .map(Ledger::version)
                .findOne();
    }

    private static FileVersion version(ResultSet row, StatementContext context) throws SQLException {
        return new FileVersion(
                row.getLong("load_key"),
                LoadStatus.of(row.getString("status")),
                new FileContent(row.getString("sha256"), row.getLong("content_size")),
                Times.instant(row, "landed_at"));
    }

    /** Opens a row for a content that the ledger does not know. */
    FileVersion open(long botKey, LandedFile file, FileContent content) {
        long loadKey = keys.next();
        insert(loadKey, botKey, file, content);
        return new FileVersion(loadKey, LoadStatus.STARTED, content, file.landedAt());
    }

    /** Takes back a row that was opened for a load that has not come to anything, before another version meets it. */
    void withdraw(FileVersion version) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from botledger.etl_loads where load_key = :load")
                .bind("load", version.loadKey())
                .execute());
    }

    private void insert(long loadKey, long botKey, LandedFile file, FileContent contentOrNull) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into botledger.etl_loads (load_key, bot_key, export_date, shard, file_name, sha256,
                          content_size, landed_at, status, run_key, started_at)
                        values (:load, :bot, :date, :shard, :name, :sha256, :size, :landed, 'started', :run, :now)
                        """)
                .bind("load", loadKey)
                .bind("bot", botKey)
                .bind("date", file.name().exportDate())
                .bind("shard", file.name().shard())
                .bind("name", fileName(file))
                .bind("sha256", contentOrNull == null ? null : contentOrNull.sha256())
                .bindByType("size", contentOrNull == null ? null : contentOrNull.size(), Long.class)
                .bind("landed", Times.utc(file.landedAt()))
                .bind("run", runKey)
                .bind("now", Times.now(clock))
                .execute());
    }

    /** Takes a row over whose load did not come to its end, or whose content counts again. */
    void reopen(FileVersion version, LandedFile file) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update botledger.etl_loads
                        set status = 'started', file_name = :name, landed_at = :landed, run_key = :run,
                          started_at = :now, finished_at = null, error_code = null, error = null
                        where load_key = :load
                        """)
                .bind("load", version.loadKey())
                .bind("name", fileName(file))
                .bind("landed", Times.utc(version.landedAt()))
                .bind("run", runKey)
                .bind("now", Times.now(clock))
                .execute());
    }

    /** Books what a load brought and where its file lies, in the load's transaction. */
    void complete(Handle handle, FileVersion version, LoadStatus status, LoadCounts counts, LandedFile file) {
        handle.createUpdate("""
                        update botledger.etl_loads
                        set status = :status, finished_at = :now, read_count = :read, loaded_count = :loaded,
                          repeated_count = :repeated, outranked_count = :outranked, rejected_count = :rejected,
                          value_reject_count = :valueRejects
                        where load_key = :load
                        """)
                .bind("status", status.stored())
                .bind("now", Times.now(clock))
                .bindMethods(counts)
                .bind("load", version.loadKey())
                .execute();
        recordSighting(handle, file, version);
    }

    /** Forgets the rejects of a load that is tried again. */
    static void clearRejects(Handle handle, FileVersion version) {
        handle.createUpdate("delete from botledger.etl_rejects where load_key = :load")
                .bind("load", version.loadKey())
                .execute();
    }

    /** Books that a later version of the file is in the tables instead of this one. */
    static void supersede(Handle handle, FileVersion version) {
        handle.createUpdate("""
                        update botledger.etl_loads
                        set status = 'superseded', loaded_count = 0,
                          outranked_count = read_count - repeated_count - rejected_count
                        where load_key = :load
                        """).bind("load", version.loadKey()).execute();
    }

    /**
     * Closes loads of a file that failed or were never finished, once a content of it is in the tables: those that landed no
     * later, and those whose file has another content now.
     */
    static void settleUnfinished(Handle handle, long botKey, ExportFileName name, FileVersion version) {
        handle.createUpdate("update botledger.etl_loads set status = 'superseded' " + OF_FILE + """
                        and status in ('started', 'failed') and load_key <> :load
                        and (landed_at <= :landed or not exists (
                          select 1 from botledger.etl_files f where f.load_key = etl_loads.load_key))
                        """)
                .bind("bot", botKey)
                .bind("date", name.exportDate())
                .bind("shard", name.shard())
                .bind("landed", Times.utc(version.landedAt()))
                .bind("load", version.loadKey())
                .execute();
    }

    /** Books that a content was seen in a file, perhaps again. */
    void recordSighting(Handle handle, LandedFile file, FileVersion version) {
        handle.createUpdate("update botledger.etl_loads set landed_at = :landed where load_key = :load")
                .bind("landed", Times.utc(version.landedAt()))
                .bind("load", version.loadKey())
                .execute();
        String pathHash = Hashes.sha256(file.path().toString());
        handle.createUpdate("delete from botledger.etl_files where path_sha256 = :hash")
                .bind("hash", pathHash)
                .execute();
        handle.createUpdate("""
                        insert into botledger.etl_files (path_sha256, file_path, file_size, landed_at, load_key)
                        values (:hash, :path, :size, :landed, :load)
                        """)
                .bind("hash", pathHash)
                .bind("path", file.path().toString())
                .bind("size", file.size())
                .bind("landed", Times.utc(file.landedAt()))
                .bind("load", version.loadKey())
                .execute();
    }

    /**
     * Books a failure.
     *
     * @param needed false if a later version of the file is in the tables: then nothing is left to be mended
     */
    void fail(Handle handle, FileVersion version, boolean needed, LandedFile file, BotledgerException error) {
        handle.createUpdate("""
                        update botledger.etl_loads
                        set status = :status, finished_at = :now, error_code = :code, error = :error
                        where load_key = :load
                        """)
                .bind("status", (needed ? LoadStatus.FAILED : LoadStatus.SUPERSEDED).stored())
                .bind("now", Times.now(clock))
                .bind("code", error.code().stored())
                .bind("error", error.getMessage())
                .bind("load", version.loadKey())
                .execute();
        recordSighting(handle, file, version);
    }

    /** Opens or takes over the row for a file whose content could not even be read. */
    FileVersion openUnread(long botKey, LandedFile file) {
        FileContent unknown = new FileContent("", 0);
        Optional<Long> before = jdbi.withHandle(handle -> handle.createQuery(
                        "select min(load_key) from botledger.etl_loads " + OF_FILE + "and sha256 is null")
                .bind("bot", botKey)
                .bind("date", file.name().exportDate())
                .bind("shard", file.name().shard())
                .mapTo(Long.class)
                .findOne());
        FileVersion version =
                new FileVersion(before.orElseGet(keys::next), LoadStatus.STARTED, unknown, file.landedAt());
        if (before.isPresent()) {
            reopen(version, file);
        } else {
            insert(version.loadKey(), botKey, file, null);
        }
        return version;
    }

    private static String fileName(LandedFile file) {
        Path name = file.path().getFileName();
        return name == null ? file.name().format() : name.toString();
    }
}
