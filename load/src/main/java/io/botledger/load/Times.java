package io.botledger.load;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Instants as the tables hold them. */
final class Times {
    private Times() {}

    /** The clock's time, no finer than the tables keep it. */
    static OffsetDateTime now(Clock clock) {
        return utc(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** An instant as the drivers take it; null for null. */
    static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** The instant in a column; null for null. */
    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
