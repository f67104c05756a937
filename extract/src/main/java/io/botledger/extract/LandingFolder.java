package io.botledger.extract;

import io.botledger.model.BotledgerException;
import io.botledger.model.ExportFileName;
import io.botledger.model.FileContent;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The folder in which every version of every export is kept, {@code <bot>/<day>/}: one immutable gzip for each content,
 * named by shard and hash; beside it, hidden, what is known of its source; and the state of the day ({@code .day.json}).
 *
 * <p>Files appear by rename when they are whole and on the disk. The exports are the truth: the hidden files can be lost or
 * damaged, which costs a download and nothing else. Of the versions of a file the one with the latest time stamp counts, so a
 * content that the source shows again after another one gets a new time stamp. Folders are private to the user (0700),
 * files too (0600).
 *
 * <p>For any thread, and for several processes at once.
 */
public final class LandingFolder {
    private static final Duration LEFTOVER_AGE = Duration.ofHours(1);

    private final Path root;
    private final LandingFiles files;
    private final Clock clock;

    private LandingFolder(Path root, Clock clock, Consumer<String> step) {
        this.root = root;
        this.clock = clock;
        files = new LandingFiles(root, step);
    }

    /**
     * Opens a landing folder, makes it if it is missing, and deletes unfinished files that are older than an hour: no
     * transfer pauses that long.
     *
     * @param root never null
     * @param clock tells when exports were seen; never null
     * @throws BotledgerException ENVIRONMENT if the folder can't be made or written to
     */
    public static LandingFolder open(Path root, Clock clock) {
        return open(root, clock, step -> {});
    }

    static LandingFolder open(Path root, Clock clock, Consumer<String> step) {
        LandingFolder landing = new LandingFolder(root.toAbsolutePath().normalize(), clock, step);
        landing.files.createRoot();
        landing.files.discardLeftovers(clock.instant().minus(LEFTOVER_AGE));
        return landing;
    }

    /**
     * The landing folder as it is, also where there is none yet: makes nothing and deletes nothing.
     *
     * @param root never null
     * @param clock see {@link #open(Path, Clock)}
     */
    public static LandingFolder look(Path root, Clock clock) {
        return new LandingFolder(root.toAbsolutePath().normalize(), clock, step -> {});
    }

    /** Its absolute path. */
    public Path root() {
        return root;
    }

    /**
     * Writes and deletes a file.
     *
     * @throws BotledgerException ENVIRONMENT if that fails
     */
    public void checkWritable() {
        files.discard(files.newUnfinished());
    }

    /**
     * What is known of a day. A state that can't be read, or whose files are gone, is as good as none.
     *
     * @param day never null
     */
    public DayState state(BotDay day) {
        return DayStateFile.read(folder(day))
                .orElseGet(() -> DayState.unchecked(shards(day).isEmpty() ? DayStatus.UNKNOWN : DayStatus.PARTIAL));
    }

    Instant now() {
        return clock.instant();
    }

    /** Numbers of the shards of which there is a version. */
    Set<Long> shards(BotDay day) {
        Set<Long> shards = new TreeSet<>();
        for (Path file : files.entries(folder(day))) {
            ExportFileName.parse(file.getFileName().toString())
                    .filter(name -> name.equals(day.file(name.shard())))
                    .ifPresent(name -> shards.add(name.shard()));
        }
        return shards;
    }

    /** What to ask conditionally with: of the current version of a file. */
    Validators known(BotDay day, long shard) {
        return versions(day, shard)
                .current()
                .flatMap(LandedVersions.Version::meta)
                .map(LandingMeta::validators)
                .orElse(Validators.NONE);
    }

    /**
     * Takes a content in; nothing of it is seen before it is whole.
     *
     * @param raw its bytes, plain or gzip; not closed
     * @return whether the current version of the file is another one now
     */
    boolean land(BotDay day, long shard, InputStream raw, LandingWriter writer, Sighting sighting) {
        files.createFolder(folder(day));
        Path unfinished = files.newUnfinished();
        try {
            FileContent content = writer.write(raw, unfinished);
            return versions(day, shard).keep(unfinished, content, sighting);
        } catch (RuntimeException failure) {
            files.discard(unfinished, failure);
            throw failure;
        }
    }

    /** Books that the API listed these shards and all of them are here. */
    void complete(BotDay day, Set<Long> shards) {
        List<String> names = new ArrayList<>();
        for (long shard : shards) {
            versions(day, shard)
                    .current()
                    .ifPresent(version -> names.add(version.path().getFileName().toString()));
        }
        if (names.size() == shards.size()) {
            publish(day, DayStatus.COMPLETE, names);
        }
    }

    /** Books that the API has no export of the day. What is here stays as it is. */
    void absent(BotDay day) {
        if (shards(day).isEmpty()) {
            files.createFolder(folder(day));
            publish(day, DayStatus.ABSENT, List.of());
        }
    }

    private void publish(BotDay day, DayStatus status, List<String> names) {
        files.publish(DayStateFile.bytes(status, now(), names), folder(day).resolve(DayStateFile.NAME));
    }

    private LandedVersions versions(BotDay day, long shard) {
        return new LandedVersions(files, folder(day), day.file(shard));
    }

    private Path folder(BotDay day) {
        return root.resolve(day.botId()).resolve(day.day().toString());
    }
}
