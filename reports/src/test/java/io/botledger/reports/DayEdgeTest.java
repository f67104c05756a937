package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** About every change of the clocks of every zone that Java knows, instants are compared with their dates. */
class DayEdgeTest {
    private static final Instant LAST = Instant.parse("2030-01-01T00:00:00Z");

    private static List<ZoneOffsetTransition> changes(ZoneId zone) {
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        ZoneOffsetTransition next = zone.getRules().nextTransition(Instant.parse("1800-01-01T00:00:00Z"));
        while (next != null && next.getInstant().isBefore(LAST)) {
            changes.add(next);
            next = zone.getRules().nextTransition(next.getInstant());
        }
        return changes;
    }

    private static void check(ZoneId zone, LocalDate day, ZoneOffsetTransition change) {
        Map<DayEdge, Instant> edges = new EnumMap<>(DayEdge.class);
        for (DayEdge edge : DayEdge.values()) {
            edges.put(edge, edge.instant(day, zone));
        }
        List<Instant> instants = new ArrayList<>(edges.values());
        instants.add(change.getInstant());
        for (Instant instant : instants) {
            for (Instant checked : List.of(instant.minusNanos(1), instant)) {
                if (!keepsItsWord(LocalDate.ofInstant(checked, zone), day, checked, edges)) {
                    fail(zone + ": " + day + " has the edges " + edges + ", against " + checked);
                }
            }
        }
    }

    private static boolean keepsItsWord(LocalDate date, LocalDate day, Instant instant, Map<DayEdge, Instant> edges) {
        return (!instant.isBefore(edges.get(DayEdge.BEGINS)) || date.isBefore(day))
                && (instant.isBefore(edges.get(DayEdge.BEGUN)) || !date.isBefore(day))
                && (!instant.isBefore(edges.get(DayEdge.LASTS)) || !date.isAfter(day))
                && (instant.isBefore(edges.get(DayEdge.ENDS)) || date.isAfter(day));
    }

    @Test
    void edgesKeepTheirWordAboutEveryChangeOfTheClocks() {
        int changes = 0;
        Set<ZoneRules> known = new HashSet<>();
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(id);
            if (known.add(zone.getRules())) {
                for (ZoneOffsetTransition change : changes(zone)) {
                    LocalDate around = change.getDateTimeBefore().toLocalDate();
                    for (int days = -3; days <= 3; days++) {
                        check(zone, around.plusDays(days), change);
                    }
                    changes++;
                }
            }
        }
        assertThat(changes).isGreaterThan(10_000);
    }

    @Test
    void theDateIsAskedForOnlyWhereClocksChange() {
        assertThat(unsure("America/St_Johns", "2010-11-07")).isEqualTo(Duration.ofDays(1));
        assertThat(unsure("America/St_Johns", "2010-11-10")).isZero();
        assertThat(unsure("Europe/Berlin", "2026-03-30")).isEqualTo(Duration.ofDays(1));
        assertThat(unsure("Europe/Berlin", "2026-07-01")).isZero();
        assertThat(unsure("UTC", "2010-11-07")).isZero();
    }

    /** How far the two edges lie apart, at the begin of a day as at the end of the one before. */
    private static Duration unsure(String zone, String day) {
        ZoneId id = ZoneId.of(zone);
        LocalDate date = LocalDate.parse(day);
        Duration unsure = Duration.between(DayEdge.BEGINS.instant(date, id), DayEdge.BEGUN.instant(date, id));
        LocalDate before = date.minusDays(1);
        assertThat(Duration.between(DayEdge.LASTS.instant(before, id), DayEdge.ENDS.instant(before, id)))
                .isEqualTo(unsure);
        return unsure;
    }
}
