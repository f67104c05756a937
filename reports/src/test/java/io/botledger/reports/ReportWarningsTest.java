package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportWarningsTest {
    private static final String[] BY_INTENT = {"first_meaningful_intent", "last_meaningful_intent"};

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

    private static Talk.Intent intent(String name, Boolean notMeaningful) {
        return new Talk.Intent(name, Talk.PLAIN.startedAt(), notMeaningful);
    }

    private static String unmarked(int intents, int conversations) {
        return "there is no row: " + intents + " intents of " + conversations
                + " conversations do not say whether they are "
                + "meaningful, as in older exports, which lack not_meaningful, and none of the others is; the reports "
                + "intent_funnel and conversation_intents take all intents";
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void noRowIsExplainedByIntentsThatDoNotSayWhetherTheyAreMeaningful(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insert(
                    database,
                    List.of(
                            Talk.PLAIN.id("c1").intents(intent("Refund", null), intent("Order", null)),
                            Talk.PLAIN
                                    .id("c2")
                                    .intents(intent("Refund", null), intent("Bye", true), intent(null, null)),
                            Talk.PLAIN
                                    .id("c3")
                                    .intents(intent("Greeting", false), intent("Greeting", null))
                                    .place("ticket", "en"),
                            Talk.PLAIN.id("c4").intents(intent("Refund", false)).place("mail", "en"),
                            Talk.PLAIN.id("c5").place("none", "en")));
            for (String report : BY_INTENT) {
                assertThat(Reports.warnings(database, report, "channel", "chat"))
                        .containsExactly(unmarked(3, 2));
                assertThat(Reports.warnings(database, report, "channel", "chat", "by", "day"))
                        .containsExactly(unmarked(3, 2));
                assertThat(Reports.warnings(database, report, "channel", "chat", "channel", "ticket"))
                        .containsExactly(unmarked(3, 2));
                // There is a row, no intent is unmarked, there is no intent, or no conversation.
                assertThat(Reports.warnings(database, report)).isEmpty();
                assertThat(Reports.warnings(database, report, "channel", "ticket"))
                        .isEmpty();
                assertThat(Reports.warnings(database, report, "channel", "none"))
                        .isEmpty();
                assertThat(Reports.warnings(database, report, "channel", "chat", "to", "2024-05-06"))
                        .isEmpty();
                assertThat(Reports.text(
                                database,
                                Reports.BUILT_IN.find(report),
                                ReportFormat.HTML,
                                Reports.with("channel", "chat")))
                        .contains(unmarked(3, 2));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void whatTellsWhyThereIsNoRowIsNotAskedWhereThereIsOne(Dialect dialect) {
        Map<String, String> fragments = Map.of(
                "why", "-- @fragment Fails.\nselect 'never: ' || cast(1 / (cast(:rows as bigint) - 1) as varchar)");
        Report report = new ReportReader(name -> Optional.ofNullable(fragments.get(name))).read("mine", """
                -- @title Rows
                -- @question How many?
                -- @parameter rows integer: How many.
                -- @column n integer, rows: One.
                -- @order None.
                -- @empty why
                select 1 as n where cast(:rows as bigint) >= 1
                """);
        try (Database database = TestDatabases.migrated(dialect)) {
            assertThat(Reports.warnings(database, report, "rows", "1")).isEmpty();
            assertThat(Reports.warnings(database, report, "rows", "0")).containsExactly("never: -1");
        }
    }
}
