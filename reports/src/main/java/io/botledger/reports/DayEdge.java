package io.botledger.reports;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/**
 * Where a day begins or ends in a time zone. Where clocks are put back over midnight, a few minutes of a day lie behind
 * some of the next one: then the edges reach as far as any instant of the day.
 */
enum DayEdge {
    /** The day's first instant. */
    BEGINS("_begins") {
        @Override
        Instant instant(LocalDate day, ZoneId zone) {
            return day.atStartOfDay(zone).withEarlierOffsetAtOverlap().toInstant();
        }
    },
    /** An instant from which on all are of the day or a later one. */
    BEGUN("_begun") {
        @Override
        Instant instant(LocalDate day, ZoneId zone) {
            Instant begins = BEGINS.instant(day, zone);
            return begins.plus(unsure(begins, zone));
        }
    },
    /** The first instant after the day's last one. */
    ENDS("_ends") {
        @Override
        Instant instant(LocalDate day, ZoneId zone) {
            return day.plusDays(1).atStartOfDay(zone).withLaterOffsetAtOverlap().toInstant();
        }
    },
    /** An instant before which all are of the day or an earlier one. */
    LASTS("_lasts") {
        @Override
        Instant instant(LocalDate day, ZoneId zone) {
            Instant ends = ENDS.instant(day, zone);
            return ends.minus(unsure(ends, zone));
        }
    };

    /** As no clock was ever put back or forth by more than a day. */
    private static final Duration UNSURE = Duration.ofDays(1);

    private final String ending;

    DayEdge(String ending) {
        this.ending = ending;
    }

    /** How far from an edge instants may be of another day than their side of it tells. */
    private static Duration unsure(Instant edge, ZoneId zone) {
        ZoneOffsetTransition next = zone.getRules().nextTransition(edge.minus(UNSURE));
        return next == null || next.getInstant().isAfter(edge.plus(UNSURE)) ? Duration.ZERO : UNSURE;
    }

    abstract Instant instant(LocalDate day, ZoneId zone);

    /** The edge that the name of a parameter in SQL stands for; empty if it is no such name. */
    static Optional<DayEdge> of(String name) {
        for (DayEdge edge : values()) {
            if (name.endsWith(edge.ending)) {
                return Optional.of(edge);
            }
        }
        return Optional.empty();
    }

    /** The name of the parameter that holds the day. */
    String day(String name) {
        return name.substring(0, name.length() - ending.length());
    }
}
