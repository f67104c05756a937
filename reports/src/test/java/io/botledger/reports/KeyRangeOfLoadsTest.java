package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which keys reports read where several loads, one of them of a file that grew, have put theirs in any order. */
class KeyRangeOfLoadsTest {
    private static final int PER_DAY = 4;

    /** Keys 0 to 3 are of the 6th, 4 to 7 of the 7th, 8 to 11 of the 8th; half of each is of another bot. */
    private static List<Talk> talks() {
        List<Talk> talks = new ArrayList<>();
        for (String day : List.of("2024-05-06", "2024-05-07", "2024-05-08")) {
            for (int i = 0; i < PER_DAY; i++) {
                talks.add(Talk.PLAIN
                        .id(day + i)
                        .bot(i % 2 == 0 ? "b1" : "b2", null)
                        .times(day + "T10:00:00Z", day + "T10:05:00Z")
                        .exported(day)
                        .intents(Talk.Intent.of("Refund", day + "T10:00:01Z")));
            }
        }
        return talks;
    }

    private static Database database(Dialect dialect) {
        Database database = TestDatabases.migrated(dialect);
        Fixture.insertLoaded(database, talks());
        return database;
    }

    private static KeyRange keys(Database database, String... parameters) {
        BoundParameters bound = Reports.with(parameters).bind(Reports.BUILT_IN.find("ultimate_metrics"));
        return new ReportRunner(database).read("keys", (handle, limit) -> KeyRange.of(handle, bound));
    }

    private static String[] days(String from, String to, String dayOf) {
        return new String[] {"from", "2024-05-0" + from, "to", "2024-05-0" + to, "day_of", dayOf};
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void keysAreThoseOfTheLoadsThatHoldTheDays(Dialect dialect) {
        try (Database database = database(dialect)) {
            for (String dayOf : List.of("start", "end")) {
                assertThat(keys(database, days("6", "6", dayOf))).isEqualTo(new KeyRange(0, 3));
                assertThat(keys(database, days("7", "7", dayOf))).isEqualTo(new KeyRange(4, 7));
                assertThat(keys(database, days("7", "8", dayOf))).isEqualTo(new KeyRange(4, 11));
                assertThat(keys(database, days("1", "9", dayOf))).isEqualTo(new KeyRange(0, 11));
                assertThat(keys(database, days("9", "9", dayOf))).isEqualTo(KeyRange.NONE);
            }
            assertThat(keys(database)).isEqualTo(new KeyRange(0, 11));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aFileThatGrewHasItsKeysBehindThoseOfLaterDays(Dialect dialect) {
        try (Database database = database(dialect)) {
            Fixture.grow(database, "b1", "2024-05-06", 100);
            for (String dayOf : List.of("start", "end")) {
                // Keys 1 and 3 of the other bot, 100 and 102 of the file that grew.
                assertThat(keys(database, days("6", "6", dayOf))).isEqualTo(new KeyRange(1, 102));
                assertThat(keys(database, days("7", "7", dayOf))).isEqualTo(new KeyRange(4, 7));
                assertThat(keys(database, days("8", "8", dayOf))).isEqualTo(new KeyRange(8, 11));
            }
            Fixture.grow(database, "b2", "2024-05-06", 200);
            assertThat(keys(database, days("6", "6", "end"))).isEqualTo(new KeyRange(100, 203));
            assertThat(keys(database, days("6", "7", "end"))).isEqualTo(new KeyRange(4, 203));
            assertThat(keys(database)).isEqualTo(new KeyRange(4, 203));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void reportsCountTheSameHoweverTheKeysLie(Dialect dialect) {
        try (Database database = database(dialect)) {
            List<String> before = figures(database);
            assertThat(before.get(0)).startsWith("day,first_meaningful_intent").contains("2024-05-06,Refund,4,");
            Fixture.grow(database, "b1", "2024-05-06", 100);
            assertThat(figures(database)).isEqualTo(before);
            Fixture.grow(database, "b2", "2024-05-07", 200);
            assertThat(figures(database)).isEqualTo(before);
        }
    }

    /** Of reports that keep to the keys in one table, in a joined one, and for whole pages. */
    private static List<String> figures(Database database) {
        List<String> figures = new ArrayList<>();
        for (String report : List.of("first_meaningful_intent", "ultimate_metrics", "intent_funnel")) {
            for (int from = 6; from <= 8; from++) {
                for (int to = from; to <= 8; to++) {
                    for (String dayOf : List.of("start", "end")) {
                        List<String> parameters =
                                new ArrayList<>(List.of(days(Integer.toString(from), Integer.toString(to), dayOf)));
                        parameters.addAll(List.of("by", "day"));
                        figures.add(Reports.csv(database, report, parameters.toArray(String[]::new)));
                    }
                }
            }
        }
        return figures;
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void whatMayFollowLiesWhereLaterLoadsHaveIt(Dialect dialect) {
        try (Database database = database(dialect)) {
            Fixture.grow(database, "b1", "2024-05-07", 100);
            // The day after, of which a half lies behind the 8th; within two days the 8th, too.
            assertThat(following(database, 0)).isEqualTo(new KeyRange(0, 3));
            assertThat(following(database, 1)).isEqualTo(new KeyRange(0, 106));
            assertThat(following(database, 2)).isEqualTo(new KeyRange(0, 106));
            Fixture.grow(database, "b2", "2024-05-08", 300);
            assertThat(following(database, 1)).isEqualTo(new KeyRange(0, 106));
            assertThat(following(database, 2)).isEqualTo(new KeyRange(0, 311));
        }
    }

    private static KeyRange following(Database database, long days) {
        BoundParameters bound = Reports.with(days("6", "6", "end")).bind(Reports.BUILT_IN.find("recontact"));
        return new ReportRunner(database)
                .read("keys", (handle, limit) -> KeyRange.of(handle, bound).following(handle, days));
    }
}
