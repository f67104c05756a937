package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportWarningsTest {
    private static String understood(String rows) {
        return "not_understood_messages_count is 0 in all 1 conversations that have it (" + rows
                + " rows), yet in 2 of the "
                + "conversations an answer from knowledge did not understand the visitor; the export may not fill it in, "
                + "and messages_understood_rate says nothing then";
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void everythingUnderstoodAgainstTheKnowledgeCountsIsDoubtful(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insert(
                    database,
                    List.of(
                            Talk.PLAIN.id("c1").messages(3, 0, 1),
                            Talk.PLAIN.id("c2").messages(3, null, 4),
                            Talk.PLAIN.id("c3").messages(3, 1, 0).place("ticket", "en"),
                            Talk.PLAIN.id("c4").messages(3, 0, 0).place("ticket", "de")));
            assertThat(Reports.warnings(database, "ultimate_metrics", "channel", "chat"))
                    .containsExactly(understood("1 of 1"));
            assertThat(Reports.warnings(database, "ultimate_metrics")).isEmpty();
            assertThat(Reports.warnings(database, "ultimate_metrics", "by", "channel"))
                    .containsExactly(understood("1 of 2"));
            assertThat(Reports.warnings(database, "ultimate_metrics", "by", "day"))
                    .isEmpty();
            assertThat(Reports.warnings(database, "ultimate_metrics", "language", "de"))
                    .isEmpty();
            assertThat(Reports.warnings(database, "ultimate_metrics", "bot", "nobody"))
                    .containsExactly("no bot has the id or name \"nobody\"; there are Bot One, b1");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aStartDayNeedsTheFileOfTheNextDay(Dialect dialect) {
        String[] byStart = {"day_of", "start", "to", "2024-05-07"};
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insert(database, List.of(Talk.PLAIN, Talk.PLAIN.bot("b2", null), Talk.PLAIN.bot("b3", null)));
            Fixture.insertLoad(database, "b1", "2024-05-08", "completed");
            Fixture.insertLoad(database, "b2", "2024-05-08", "failed");
            Fixture.insertLoad(database, "b3", "2024-05-07", "completed");
            for (String report : Reports.BUILT_IN.names()) {
                if (Reports.BUILT_IN.find(report).parameter("day_of").isPresent()) {
                    assertThat(Reports.warnings(database, report, byStart))
                            .as(report)
                            .contains(missing("2024-05-08", 2, 3));
                }
            }
            assertThat(Reports.warnings(database, "ultimate_metrics", "day_of", "start"))
                    .containsExactly(missing("2024-05-08", 2, 3));
            assertThat(Reports.warnings(database, "ultimate_metrics", "day_of", "start", "to", "2024-05-09"))
                    .containsExactly(missing("2024-05-10", 3, 3));
            assertThat(Reports.warnings(database, "ultimate_metrics", "day_of", "start", "bot", "b1"))
                    .isEmpty();
            assertThat(Reports.warnings(database, "ultimate_metrics", "day_of", "end"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aStartDayOfAWesternZoneEndsOnTheNextDayOfTheFiles(Dialect dialect) {
        Map<String, String> needed = Map.of(
                "UTC", "2024-03-31",
                "Europe/Berlin", "2024-03-31",
                // There it is the 31st.
                "Pacific/Kiritimati", "2024-04-01",
                "America/New_York", "2024-04-01",
                "Etc/GMT+12", "2024-04-01",
                // The clocks are put on over midnight, at 01:00 UTC.
                "Atlantic/Azores", "2024-04-01");
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insert(database, List.of(Talk.PLAIN.times("2024-03-30T12:00:00Z", null)));
            needed.forEach((zone, day) -> {
                String[] byStart = {"day_of", "start", "time_zone", zone};
                assertThat(Reports.warnings(database, "ultimate_metrics", byStart))
                        .as(zone)
                        .containsExactly(missing(day, 1, 1));
            });
            String[] toTheDay = {"day_of", "start", "time_zone", "America/New_York", "to", "2024-03-31"};
            assertThat(Reports.warnings(database, "ultimate_metrics", toTheDay))
                    .containsExactly(missing("2024-04-02", 1, 1));
        }
    }

    private static String missing(String day, int bots, int of) {
        return "the last start day is not complete: it also needs the file of " + day + ", which is not loaded for "
                + bots + " of " + of + " bots; once it is, run the report again";
    }
}
