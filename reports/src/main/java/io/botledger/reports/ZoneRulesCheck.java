package io.botledger.reports;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Makes sure that a database knows a time zone by the same rules as Java, so that figures are the same from every
 * database: each brings its own time zone data, which may be some years old.
 */
final class ZoneRulesCheck {
    private static final Instant FIRST = Instant.parse("2010-01-01T00:00:00Z");

    /** Clocks are hardly put forth and back between two of them. */
    private static final Duration BETWEEN = Duration.ofDays(30);

    private static final String INVALID_PARAMETER = "22023";

    private ZoneRulesCheck() {}

    /** An instant, and the local time that the database gives it. */
    private record Probe(Instant instant, LocalDateTime local) {}

    /**
     * Compares the local times of all changes of the clocks that Java knows from 2010 to now, and of instants 30 days apart
     * and now, between which the database may know others.
     *
     * @throws BotledgerException with {@code DATABASE} if the database does not know the zone, or differs
     */
    static void require(Handle handle, ZoneId zone) {
        if (zone.getRules().isFixedOffset() && zone.getId().equals("UTC")) {
            return;
        }
        for (Probe probe : localTimes(handle, zone)) {
            if (!probe.local().equals(LocalDateTime.ofInstant(probe.instant(), zone))) {
                throw new BotledgerException(
                        ErrorCode.DATABASE,
                        "this database and Java differ in the rules of the time zone " + zone + ": "
                                + probe.instant() + " is " + probe.local() + " for the database, "
                                + LocalDateTime.ofInstant(probe.instant(), zone)
                                + " for Java; bring the time zone data of both up to date");
            }
        }
    }

    private static List<Probe> localTimes(Handle handle, ZoneId zone) {
        String[] instants =
                instants(zone.getRules()).stream().map(Instant::toString).toArray(String[]::new);
        try {
            return handle.createQuery("""
                            select
                              probe,
                              to_char(
                                cast(probe as timestamp with time zone) at time zone cast(:zone as varchar),
                                'YYYY-MM-DD"T"HH24:MI:SS'
                              ) as local_time
                            from unnest(cast(:instants as varchar array)) as probes(probe)
                            """)
                    .bind("zone", zone.getId())
                    .bind(
                            "instants",
                            (position, statement, context) -> statement.setArray(
                                    position, statement.getConnection().createArrayOf("varchar", instants)))
                    .map((row, context) ->
                            new Probe(Instant.parse(row.getString(1)), LocalDateTime.parse(row.getString(2))))
                    .list();
        } catch (JdbiException e) {
            if (e.getCause() instanceof SQLException cause && INVALID_PARAMETER.equals(cause.getSQLState())) {
                throw new BotledgerException(
                        ErrorCode.DATABASE,
                        "this database does not know the time zone " + zone + "; bring its time zone data up to date",
                        e);
            }
            throw e;
        }
    }

    /** Instants from the first on at equal distances and now, each change of the clocks, and the second before it. */
    private static SortedSet<Instant> instants(ZoneRules rules) {
        SortedSet<Instant> instants = new TreeSet<>();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        instants.add(now);
        for (Instant instant = FIRST; instant.isBefore(now); instant = instant.plus(BETWEEN)) {
            instants.add(instant);
        }
        ZoneOffsetTransition next = rules.nextTransition(FIRST);
        while (next != null && next.getInstant().isBefore(now)) {
            instants.add(next.getInstant().minusSeconds(1));
            instants.add(next.getInstant());
            next = rules.nextTransition(next.getInstant());
        }
        return instants;
    }
}
