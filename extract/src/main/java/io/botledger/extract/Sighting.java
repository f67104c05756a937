package io.botledger.extract;

import java.time.Instant;
import java.util.Optional;

/**
 * That a content was seen at its source.
 *
 * @param source {@code api} or {@code folder}
 * @param from the host or the folder
 * @param at when; for a folder, the time stamp of the file there
 * @param newest whether it is what the source holds now, so that it has to count even if the clock went back
 * @param validators for the next conditional request
 */
record Sighting(String source, String from, Instant at, boolean newest, Validators validators) {
    static Sighting ofApi(String host, Instant now, Validators validators) {
        return new Sighting("api", host, now, true, validators);
    }

    static Sighting ofFolder(String folder, Instant modifiedAt) {
        return new Sighting("folder", folder, modifiedAt, false, Validators.NONE);
    }

    /** The time stamp for the landed version: of versions of one file, the one with the latest counts. */
    Instant landedAt(Optional<Instant> current) {
        return newest
                ? current.map(latest -> latest.plusMillis(1))
                        .filter(at::isBefore)
                        .orElse(at)
                : at;
    }
}
