package io.botledger.load;

import io.botledger.model.LandedFile;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Where contents were seen whose versions are settled, as it was when this was read: such files need not be opened. */
final class Sightings {
    private final Map<String, Sighting> byPathHash;

    private Sightings(Map<String, Sighting> byPathHash) {
        this.byPathHash = byPathHash;
    }

    private record Sighting(long size, Instant landedAt) {}

    static Sightings read(Handle handle) {
        Map<String, Sighting> sightings = new HashMap<>();
        handle.createQuery("""
                        select f.path_sha256, f.file_size, f.landed_at
                        from botledger.etl_files f
                        join botledger.etl_loads l on l.load_key = f.load_key
                        where l.status in ('completed', 'superseded')
                        """)
                .map((row, context) ->
                        Map.entry(row.getString(1), new Sighting(row.getLong(2), Times.instant(row, "landed_at"))))
                .forEach(sighting -> sightings.put(sighting.getKey(), sighting.getValue()));
        return new Sightings(sightings);
    }

    /** Whether the file is as it was then, by path, size and time stamp. */
    boolean has(LandedFile file) {
        Sighting sighting = byPathHash.get(Hashes.sha256(file.path().toString()));
        return sighting != null
                && sighting.size() == file.size()
                && sighting.landedAt().equals(file.landedAt());
    }
}
