package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportWarningsTest {
    private static final String[] BY_INTENT = {"first_meaningful_intent", "last_meaningful_intent"};

    private static String silent(int counted, String bots, int notUnderstood, String which) {
        return "not_understood_messages_count is 0 in all " + counted + " conversations of " + bots
                + " that have it, yet in " + notUnderstood
                + " of their conversations an answer from knowledge did not understand the visitor; the export may not "
                + "fill it in, and messages_understood_rate says nothing of " + which;
    }

    /** Conversations of a bot that reports none as not understood, though answers did not understand. */
    private static List<Talk> silentTalks(String bot, String name, int count) {
        List<Talk> talks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            talks.add(Talk.PLAIN.id(bot + i).bot(bot, name).messages(3, 0, 4));
        }
        return talks;
    }

    private static Database database(Dialect dialect, List<Talk> talks) {
        Database database = TestDatabases.migrated(dialect);
        Fixture.insertLoaded(database, talks);
        return database;
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aBotThatReportsNoneAsNotUnderstoodIsDoubtfulHoweverItsConversationsAreGrouped(Dialect dialect) {
        List<Talk> talks = new ArrayList<>(silentTalks("b1", "One", 5));
        talks.set(1, talks.get(1).place("mail", "en").times("2024-05-07T10:00:00Z", "2024-05-08T10:00:00Z"));
        talks.add(Talk.PLAIN.id("uncounted").bot("b1", "One").messages(3, null, 1));
        talks.addAll(silentTalks("b2", "Two", 9));
        talks.add(Talk.PLAIN.id("reported").bot("b2", "Two").messages(3, 1, 0).place("mail", "en"));
        String one = silent(5, "One (b1)", 5, "this bot");
        try (Database database = database(dialect, talks)) {
            assertThat(warnings(database)).containsExactly(one);
            for (String by : List.of("day", "week", "month", "bot", "channel", "language")) {
                assertThat(warnings(database, "by", by)).as(by).containsExactly(one);
            }
            assertThat(warnings(database, "bot", "b1")).containsExactly(one);
            assertThat(warnings(database, "bot", "b2")).isEmpty();
            // Four of the first bot's; those of the second that are left report none.
            assertThat(warnings(database, "channel", "chat")).containsExactly(silent(9, "Two (b2)", 9, "this bot"));
            assertThat(warnings(database, "bot", "nobody"))
                    .containsExactly("no bot has the id or name \"nobody\"; there are One, Two, b1, b2");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void fewConversationsAreNoReasonToDoubt(Dialect dialect) {
        List<Talk> few = new ArrayList<>(silentTalks("b1", "One", 9));
        few.replaceAll(talk -> talk.id().compareTo("b14") < 0 ? talk : talk.messages(3, 0, 0));
        assertThat(few).filteredOn(talk -> talk.knowledgeNotUnderstood() > 0).hasSize(4);
        try (Database database = database(dialect, few)) {
            assertThat(warnings(database)).isEmpty();
        }
        List<Talk> understood = new ArrayList<>(silentTalks("b1", "One", 6));
        understood.replaceAll(talk -> talk.messages(3, 0, 0));
        try (Database database = database(dialect, understood)) {
            assertThat(warnings(database)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void upToThreeDoubtfulBotsAreNamed(Dialect dialect) {
        List<Talk> talks = new ArrayList<>();
        for (String bot : List.of("b1", "b2", "b3", "b4", "b5")) {
            talks.addAll(silentTalks(bot, bot.equals("b2") ? null : "Bot\u202E" + bot, 5));
        }
        try (Database database = database(dialect, talks)) {
            assertThat(warnings(database, "bot", "b1", "bot", "b2"))
                    .containsExactly(silent(10, "Bot<U+202E>b1 (b1), b2", 10, "these bots"));
            assertThat(warnings(database, "bot", "b1", "bot", "b2", "bot", "b3"))
                    .containsExactly(silent(15, "Bot<U+202E>b1 (b1), b2, Bot<U+202E>b3 (b3)", 15, "these bots"));
            assertThat(warnings(database, "by", "channel"))
                    .containsExactly(
                            silent(25, "Bot<U+202E>b1 (b1), b2, Bot<U+202E>b3 (b3) and 2 more bots", 25, "these bots"));
        }
    }

    private static List<String> warnings(Database database, String... parameters) {
        return Reports.warnings(database, "ultimate_metrics", parameters);
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
