package io.botledger.extract;

import io.botledger.extract.ExportFolder.Listing;
import io.botledger.extract.ExportFolder.Problem;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import io.botledger.model.LandedFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Copies export files of other folders into the landing folder, by the same rules as those of the API: checked, whole, one
 * gzip for each content. A copy keeps the time stamp of its file, so the version that counted there counts here. No day
 * becomes complete by it, since nobody says whether the files are all. For one thread.
 */
public final class FolderSource {
    private final LandingFolder landing;
    private final SourceLimits limits;

    /** Copies nothing yet; nulls are refused. */
    public FolderSource(LandingFolder landing, SourceLimits limits) {
        this.landing = Objects.requireNonNull(landing, "landing");
        this.limits = Objects.requireNonNull(limits, "limits");
    }

    /**
     * What came of it.
     *
     * @param copied files whose content counts now and did not before
     * @param unchanged files whose content was here already
     * @param problems files and folders that could not be taken, and why
     * @param ignored files whose names are not those of exports
     */
    public record Copied(int copied, int unchanged, List<Problem> problems, List<Path> ignored) {
        /** Copies the lists. */
        public Copied {
            problems = List.copyOf(problems);
            ignored = List.copyOf(ignored);
        }
    }

    /**
     * Copies the export files among these files and folders.
     *
     * @param paths see {@link ExportFolder#list}; never null
     * @return what came of it; a file that can't be taken is a problem, not an exception
     * @throws BotledgerException ENVIRONMENT if the disk fails; INTERRUPTED if the thread was interrupted
     */
    public Copied copy(List<Path> paths) {
        Listing listing = ExportFolder.list(paths);
        List<Problem> problems = new ArrayList<>(listing.problems());
        int copied = 0;
        int unchanged = 0;
        for (LandedFile file : listing.files()) {
            try {
                if (copy(file)) {
                    copied++;
                } else {
                    unchanged++;
                }
            } catch (BotledgerException failure) {
                requireFileError(failure);
                problems.add(new Problem(file.path(), failure.getMessage()));
            }
        }
        return new Copied(copied, unchanged, problems, listing.ignored());
    }

    private boolean copy(LandedFile file) {
        if (Thread.currentThread().isInterrupted()) {
            throw ApiTiming.interrupted();
        }
        BotDay day = new BotDay(file.name().botId(), file.name().exportDate());
        FileErrors errors = new FileErrors(file.path().toString());
        LandingWriter writer = new LandingWriter(file.path().toString(), limits);
        Sighting sighting = Sighting.ofFolder(file.path().getParent().toString(), file.landedAt());
        try (InputStream raw = new Unchanged(Files.newInputStream(file.path()), file)) {
            return landing.land(day, file.name().shard(), raw, writer, sighting);
        } catch (IOException failure) {
            throw errors.notOpened(failure);
        }
    }

    private static void requireFileError(BotledgerException failure) {
        boolean ofFile = failure.code().exitStatus() == ErrorCode.FILE_UNREADABLE.exitStatus();
        if (!ofFile && failure.code() != ErrorCode.USAGE) {
            throw failure;
        }
    }

    /** The bytes of a file; at its end, proof that nobody wrote to it meanwhile. */
    private static final class Unchanged extends FilterInputStream {
        private final LandedFile file;

        Unchanged(InputStream in, LandedFile file) {
            super(in);
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            return checked(in.read());
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            return checked(in.read(target, from, length));
        }

        private int checked(int read) {
            if (read < 0 && !ExportFolder.list(List.of(file.path())).files().equals(List.of(file))) {
                throw new BotledgerException(
                        ErrorCode.FILE_CHANGED, file.path() + ": changed while it was copied; copy it again");
            }
            return read;
        }
    }
}
