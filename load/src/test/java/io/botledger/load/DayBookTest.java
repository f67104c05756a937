package io.botledger.load;

import static io.botledger.model.ExportDay.State.ABSENT;
import static io.botledger.model.ExportDay.State.COMPLETE;
import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.LockHolder;
import io.botledger.db.ProcessLock;
import io.botledger.db.TestDatabases;
import io.botledger.model.ExportDay;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DayBookTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 28);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    private static void book(Database database, List<ExportDay> days) {
        try (LoadSession session =
                LoadSession.begin(database, LoadOptions.defaults(), "load", "test", Clock.systemUTC())) {
            session.book(days);
        }
    }

    private static List<String> booked(Database database) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery("""
                        select bot_id || ' ' || cast(export_date as varchar) || ' ' || state || ' '
                          || cast(cast(extract(epoch from checked_at) * 1000000 as bigint) as varchar)
                        from reporting.export_days
                        order by bot_id, export_date
                        """).mapTo(String.class).list());
    }

    private static String line(ExportDay day) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, day.checkedAt());
        return day.botId() + " " + day.exportDate() + " " + (day.state() == ABSENT ? "absent " : "complete ") + micros;
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void whatWasSaidLastCountsInWhateverOrderItIsBooked(Dialect dialect) {
        Random random = new Random(7);
        List<ExportDay> said = new ArrayList<>();
        TreeMap<String, ExportDay> last = new TreeMap<>();
        for (int i = 0; i < 60; i++) {
            ExportDay day = new ExportDay(
                    "b" + random.nextInt(3),
                    DAY.plusDays(random.nextInt(3)),
                    random.nextBoolean() ? ABSENT : COMPLETE,
                    NOON.plusSeconds(i / 2));
            said.add(day);
            last.merge(day.botId() + day.exportDate(), day, (one, other) -> {
                boolean sameTime = one.checkedAt().equals(other.checkedAt());
                return sameTime && one.state() == COMPLETE ? one : other;
            });
        }
        List<String> expected = last.values().stream().map(DayBookTest::line).toList();
        for (int order = 0; order < 3; order++) {
            try (Database database = TestDatabases.migrated(dialect)) {
                for (int from = 0; from < said.size(); from += 20) {
                    book(database, said.subList(from, from + 20));
                }
                assertThat(booked(database)).isEqualTo(expected);
                assertThat(new Verification(database).run()).allMatch(Verification.Check::holds);
            }
            Collections.shuffle(said, random);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void nothingIsWrittenWhereNothingNewerIsSaid(Dialect dialect) {
        ExportDay day = new ExportDay("b", DAY, COMPLETE, NOON);
        try (Database database = TestDatabases.migrated(dialect);
                ProcessLock lock =
                        database.tryLock(LockHolder.here("test", NOON)).orElseThrow();
                Dictionaries dictionaries = new Dictionaries(database::openLazy, new Keys(database.jdbi()))) {
            DayBook book = new DayBook(database.jdbi(), dictionaries, lock);
            assertThat(book.book(List.of())).isFalse();
            assertThat(book.book(List.of(day))).isTrue();
            assertThat(book.book(List.of(day, day))).isFalse();
            assertThat(book.book(List.of(new ExportDay("b", DAY, ABSENT, NOON))))
                    .isFalse();
            assertThat(book.book(List.of(new ExportDay("b", DAY, COMPLETE, NOON.minusSeconds(1)))))
                    .isFalse();
            assertThat(book.book(List.of(new ExportDay("b", DAY, ABSENT, NOON.plusSeconds(1)))))
                    .isTrue();
            assertThat(booked(database)).containsExactly(line(new ExportDay("b", DAY, ABSENT, NOON.plusSeconds(1))));
        }
    }
}
