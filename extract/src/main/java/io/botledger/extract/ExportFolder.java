package io.botledger.extract;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import io.botledger.model.ExportDay;
import io.botledger.model.LandedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Finds export files by name, opening none of them, and the states of days in a landing folder. */
public final class ExportFolder {
    private ExportFolder() {}

    /**
     * What was found.
     *
     * @param files files whose names are those of exports, each real file once; by name, then time of landing, then path
     * @param problems named paths that can't be taken, and folders that can't be walked, in the order they were met
     * @param ignored files in folders whose names are not those of exports, in the order they were met
     * @param days what landing folders, or parts of them, say of their days, in the order they were met
     */
    public record Listing(List<LandedFile> files, List<Problem> problems, List<Path> ignored, List<ExportDay> days) {
        /** Copies the lists. */
        public Listing {
            files = List.copyOf(files);
            problems = List.copyOf(problems);
            ignored = List.copyOf(ignored);
            days = List.copyOf(days);
        }
    }

    /**
     * A path that can't be taken.
     *
     * @param path as named, or as found in a folder
     * @param message what was expected, what was found, and what to do
     */
    public record Problem(Path path, String message) {
        /** Checks that both are there. */
        public Problem {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(message, "message");
        }
    }

    /**
     * Lists files and folders. Folders are walked with all that is in them, following symbolic links but into no folder a
     * second time; hidden files and folders (but the states of days) and names that end in {@code .part} or {@code .tmp} (not
     * landed yet) are passed over without a word.
     *
     * @param paths files and folders; never null
     * @return what was found; never null. Failures of single paths are problems, not exceptions
     */
    public static Listing list(List<Path> paths) {
        FolderWalk walk = new FolderWalk();
        paths.forEach(walk::addNamed);
        return walk.listing();
    }

    /**
     * Checks, after a file was read, that it is still as it was when it was found: else what was read may be half of an
     * older and half of a newer version.
     *
     * @throws BotledgerException with {@link ErrorCode#FILE_CHANGED} if size or time stamp differ, or the file is gone
     */
    public static void requireUnchanged(LandedFile file) {
        try {
            if (FolderWalk.look(file.path(), file.name()).equals(file)) {
                return;
            }
        } catch (IOException e) {
            throw changed(file, e);
        }
        throw changed(file, null);
    }

    private static BotledgerException changed(LandedFile file, IOException cause) {
        return new BotledgerException(
                ErrorCode.FILE_CHANGED,
                file.path()
                        + ": the file changed while it was read; run the command again when it is written to its end",
                cause);
    }
}
