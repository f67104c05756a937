package io.botledger.extract;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import io.botledger.model.ExportFileName;
import io.botledger.model.FileContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The versions of one file in the landing folder. The current one is that with the latest time stamp, then the longest
 * content, then the greatest hash: the rule by which files are loaded.
 */
final class LandedVersions {
    private static final Comparator<Version> ORDER = Comparator.comparing(Version::landedAt)
            .thenComparing(Version::contentBytes)
            .thenComparing(version -> version.path().getFileName());

    private final LandingFiles files;
    private final Path folder;
    private final ExportFileName name;

    LandedVersions(LandingFiles files, Path folder, ExportFileName name) {
        this.files = files;
        this.folder = folder;
        this.name = name;
    }

    /** One version; {@code meta} is empty if it is missing or damaged. */
    record Version(Path path, Instant landedAt, Optional<LandingMeta> meta) {
        long contentBytes() {
            return meta.map(known -> known.content().size()).orElse(0L);
        }
    }

    Optional<Version> current() {
        List<Version> versions = new ArrayList<>();
        for (Path file : files.entries(folder)) {
            String fileName = file.getFileName().toString();
            if (LandingMeta.isVersion(file) && ExportFileName.parse(fileName).equals(Optional.of(name))) {
                read(file).ifPresent(versions::add);
            }
        }
        return versions.stream().max(ORDER);
    }

    /**
     * Keeps a content that was written to an unfinished file: under its own name if it is new, else by noting that it was
     * seen again.
     *
     * @return whether another content, or the same one anew, is the current version now
     */
    boolean keep(Path unfinished, FileContent content, Sighting sighting) {
        Path target = folder.resolve(name.formatVersion(content));
        Optional<Version> current = current();
        Optional<Version> same = read(target).filter(version -> holds(version, content));
        if (same.isPresent()) {
            files.discard(unfinished);
            return seenAgain(same.get(), current, content, sighting);
        }
        files.touch(unfinished, sighting.landedAt(current.map(Version::landedAt)));
        files.publish(unfinished, target);
        publishMeta(target, content, sighting);
        return true;
    }

    private boolean seenAgain(Version same, Optional<Version> current, FileContent content, Sighting sighting) {
        boolean settled = sighting.newest()
                ? current.map(Version::path).equals(Optional.of(same.path()))
                : !same.landedAt().isBefore(sighting.at().truncatedTo(ChronoUnit.MICROS));
        if (!settled) {
            files.touch(same.path(), sighting.landedAt(current.map(Version::landedAt)));
        }
        boolean known = same.meta().isPresent()
                && (!sighting.newest() || same.meta().get().validators().equals(sighting.validators()));
        if (!known) {
            publishMeta(same.path(), content, sighting);
        }
        return !settled;
    }

    private void publishMeta(Path version, FileContent content, Sighting sighting) {
        LandingMeta meta = new LandingMeta(
                sighting.source(),
                sighting.from(),
                sighting.at(),
                sighting.validators(),
                storedBytes(version),
                content);
        files.publish(meta.bytes(), LandingMeta.pathFor(version));
    }

    /** Whether a version really holds this content; one whose meta is lost is read. */
    private static boolean holds(Version version, FileContent content) {
        if (version.meta().isPresent()) {
            return version.meta().get().content().equals(content);
        }
        try {
            return FileContents.fingerprint(version.path(), ReaderSettings.defaults())
                    .equals(content);
        } catch (BotledgerException damaged) {
            if (damaged.code() == ErrorCode.INTERRUPTED) {
                throw damaged;
            }
            return false;
        }
    }

    private static Optional<Version> read(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            Instant landedAt = attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MICROS);
            return Optional.of(new Version(file, landedAt, LandingMeta.of(file, attributes.size())));
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    private static long storedBytes(Path version) {
        try {
            return Files.size(version);
        } catch (IOException failure) {
            throw LandingFiles.error(version, failure);
        }
    }
}
