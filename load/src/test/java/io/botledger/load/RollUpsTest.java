package io.botledger.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import io.botledger.model.Conversation;
import io.botledger.model.ExportFileName;
import io.botledger.model.ExportRecord;
import io.botledger.model.IntentReply;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the load keeps beside the lists, by names, and that {@code verify} would notice if it were wrong. */
class RollUpsTest {
    private static final String PATHS = """
            select c.conversation_id || ': ' || coalesce(f.intent_name, '-') || ' to ' || coalesce(l.intent_name, '-')
            from botledger.conversations c
            left join botledger.intents f on f.intent_key = c.first_intent_key
            left join botledger.intents l on l.intent_key = c.last_intent_key
            """;
    private static final String MEANINGFUL = """
            select c.conversation_id || ': ' || coalesce(f.intent_name, '-') || ' to ' || coalesce(l.intent_name, '-')
            from botledger.conversations c
            left join botledger.intents f on f.intent_key = c.first_meaningful_intent_key
            left join botledger.intents l on l.intent_key = c.last_meaningful_intent_key
            """;
    private static final String STEPS = """
            select c.conversation_id || ' ' || cast(r.position as varchar) || ': ' || coalesce(i.intent_name, '-')
              || ' then ' || coalesce(n.intent_name, '-') || case when r.is_revisit then ' again' else '' end
            from botledger.intent_replies r
            join botledger.conversations c on c.conversation_key = r.conversation_key
            join botledger.intents i on i.intent_key = r.intent_key
            left join botledger.intents n on n.intent_key = r.next_intent_key
            """;

    private static IntentReply intent(String id, String name) {
        return new IntentReply(null, id, name, false, null);
    }

    private static Conversation conversation(String id, List<IntentReply> intents) {
        Conversation c = TestExport.conversation(id, "m");
        return new Conversation(
                c.conversationId(),
                c.botId(),
                c.botName(),
                c.platformConversationId(),
                c.startedAt(),
                c.endedAt(),
                c.sessionEndedAt(),
                c.language(),
                c.channel(),
                c.conversationType(),
                c.testMode(),
                c.llmConversation(),
                c.status(),
                c.lastResolution(),
                c.messageCounts(),
                c.knowledgeCounts(),
                c.automatedResolution(),
                c.knowledgeResponseAttempt(),
                c.rbpStatusName(),
                c.labels(),
                c.sessionParams(),
                intents,
                c.triggeredReplies(),
                c.segments(),
                c.procedures(),
                c.useCases(),
                c.knowledgeSources(),
                c.extra());
    }

    private static void load(Database database, List<Conversation> conversations) {
        List<ExportRecord> records = new ArrayList<>();
        conversations.forEach(conversation -> records.add(TestExport.record(records.size() + 1, conversation)));
        TestExport export = new TestExport(new ExportFileName("b", TestExport.DAY, 0), 0, records);
        try (LoadSession session =
                LoadSession.begin(database, LoadOptions.defaults(), "load", "test", Clock.systemUTC())) {
            export.loadInto(session);
        }
    }

    private static IntentReply at(Integer second, String name, Boolean notMeaningful) {
        Instant at =
                second == null ? null : Instant.parse("2024-05-07T10:00:00Z").plusSeconds(second);
        return new IntentReply(at, null, name, notMeaningful, null);
    }

    private static List<String> texts(Database database, String sql) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void namesDecideWhereAPathLeadsAndWhetherItComesBack(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            load(
                    database,
                    List.of(
                            conversation("none", List.of()),
                            conversation("unnamed", List.of(intent("i", null), intent(null, null))),
                            conversation(
                                    "path",
                                    List.of(
                                            intent("i1", null),
                                            intent("i2", "Refund"),
                                            intent("i3", null),
                                            intent("other id", "Refund"),
                                            intent("i4", "refund"),
                                            intent("i5", null)))));
            assertThat(texts(database, PATHS))
                    .containsExactlyInAnyOrder("none: - to -", "unnamed: - to -", "path: - to -");
            assertThat(texts(database, STEPS))
                    .containsExactlyInAnyOrder(
                            "unnamed 0: - then -",
                            "unnamed 1: - then -",
                            "path 0: - then Refund",
                            "path 1: Refund then Refund",
                            "path 2: - then Refund",
                            "path 3: Refund then refund again",
                            "path 4: refund then -",
                            "path 5: - then -");
            assertThat(new Verification(database).run()).allMatch(Verification.Check::holds);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void randomListsAgreeWithWhatTheirItemsSay(Dialect dialect) {
        Random random = new Random(9);
        List<String> names = Arrays.asList("a", "b", "c", "", null);
        List<Conversation> conversations = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            List<IntentReply> list = new ArrayList<>();
            for (int length = random.nextInt(7); length > 0; length--) {
                list.add(intent(random.nextBoolean() ? "1" : "2", names.get(random.nextInt(names.size()))));
            }
            String id = "c" + i;
            conversations.add(conversation(id, list));
            paths.add(id + ": " + shown(list.isEmpty() ? null : list.get(0).intentName()) + " to "
                    + shown(list.isEmpty() ? null : list.get(list.size() - 1).intentName()));
            for (int place = 0; place < list.size(); place++) {
                steps.add(id + " " + place + ": " + step(list, place));
            }
        }
        try (Database database = TestDatabases.migrated(dialect)) {
            load(database, conversations);
            assertThat(texts(database, PATHS)).containsExactlyInAnyOrderElementsOf(paths);
            assertThat(texts(database, STEPS)).containsExactlyInAnyOrderElementsOf(steps);
            assertThat(new Verification(database).run()).allMatch(Verification.Check::holds);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void meaningfulIntentsAreTheFirstAndTheLastByTime(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            load(
                    database,
                    List.of(
                            conversation("none", List.of()),
                            conversation(
                                    "passed over",
                                    List.of(
                                            at(1, "Greeting", false),
                                            at(2, "Talk to a human/agent", false),
                                            at(3, null, false),
                                            at(4, "said not to be", true),
                                            at(5, "not said", null))),
                            conversation(
                                    "unordered",
                                    List.of(at(3, "c", false), at(1, "a", false), at(0, "-", true), at(2, "b", false))),
                            conversation("same time", List.of(at(1, "a", false), at(1, "b", false), at(1, "c", false))),
                            conversation("no time", List.of(at(null, "a", false), at(null, "b", false))),
                            conversation(
                                    "some times",
                                    List.of(
                                            at(null, "a", false),
                                            at(7, "b", false),
                                            at(8, "greeting", false),
                                            at(null, "d", false)))));
            assertThat(texts(database, MEANINGFUL))
                    .containsExactlyInAnyOrder(
                            "none: - to -",
                            "passed over: - to -",
                            "unordered: a to c",
                            "same time: a to c",
                            "no time: a to b",
                            "some times: b to greeting");
            assertThat(new Verification(database).run()).allMatch(Verification.Check::holds);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void randomMeaningfulIntentsAgreeWithAllOthers(Dialect dialect) {
        Random random = new Random(10);
        List<String> names = Arrays.asList("a", "b", "c", "Greeting", null);
        List<Conversation> conversations = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            List<IntentReply> list = new ArrayList<>();
            for (int length = random.nextInt(6); length > 0; length--) {
                list.add(at(
                        random.nextInt(4) == 0 ? null : random.nextInt(3),
                        names.get(random.nextInt(names.size())),
                        random.nextInt(5) == 0 ? null : random.nextInt(4) == 0));
            }
            conversations.add(conversation("c" + i, list));
            List<IntentReply> meaningful = list.stream()
                    .filter(reply -> Boolean.FALSE.equals(reply.notMeaningful())
                            && reply.intentName() != null
                            && !reply.intentName().equals("Greeting"))
                    .toList();
            expected.add("c" + i + ": "
                    + meaningful.stream()
                            .sorted(Comparator.comparing(
                                    IntentReply::intentAt, Comparator.nullsLast(Comparator.naturalOrder())))
                            .map(IntentReply::intentName)
                            .findFirst()
                            .orElse("-")
                    + " to "
                    + meaningful.stream()
                            .sorted(Comparator.comparing(
                                    IntentReply::intentAt, Comparator.nullsFirst(Comparator.naturalOrder())))
                            .map(IntentReply::intentName)
                            .reduce("-", (earlier, later) -> later));
        }
        try (Database database = TestDatabases.migrated(dialect)) {
            load(database, conversations);
            assertThat(texts(database, MEANINGFUL)).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(new Verification(database).run()).allMatch(Verification.Check::holds);
        }
    }

    private static String step(List<IntentReply> list, int place) {
        String name = list.get(place).intentName();
        String next = list.subList(place + 1, list.size()).stream()
                .map(IntentReply::intentName)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        boolean again =
                name != null && list.subList(0, place).stream().anyMatch(reply -> name.equals(reply.intentName()));
        return shown(name) + " then " + shown(next) + (again ? " again" : "");
    }

    private static String shown(String name) {
        return name == null ? "-" : name;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "delete from botledger.intent_replies where position = 0;places of intents are without gaps",
                "update botledger.conversations set first_intent_key = last_intent_key;"
                        + "first and last intent of a conversation are those of its list",
                "update botledger.conversations set last_intent_key = null;"
                        + "first and last intent of a conversation are those of its list",
                "update botledger.intent_replies set next_intent_key = intent_key where position = 1;"
                        + "next intents are those of the list",
                "update botledger.intent_replies set next_intent_key = null where position = 0;"
                        + "next intents are those of the list",
                "update botledger.intent_replies set is_revisit = true where position = 1;"
                        + "revisits are of intents that stand in the list before",
                "update botledger.conversations set first_meaningful_intent_key = (select max(intent_key) + 1 from"
                        + " botledger.intents);first and last meaningful intent are those of the list by time",
                "update botledger.conversations set last_meaningful_intent_key = (select max(intent_key) + 1 from"
                        + " botledger.intents);first and last meaningful intent are those of the list by time",
                "update botledger.intent_replies set not_meaningful = false;"
                        + "first and last meaningful intent are those of the list by time",
                "update botledger.conversation_labels set is_repeat = true where position = 0;"
                        + "labels repeat others that stand in the list before",
                "insert into botledger.conversation_labels (conversation_key, position, label_key) select"
                        + " conversation_key, 100, label_key from botledger.conversation_labels where position = 0;"
                        + "labels repeat others that stand in the list before",
            })
    void verificationFindsAPathThatIsWrong(String damage, String name) {
        for (Dialect dialect : Dialect.values()) {
            try (Database database = TestDatabases.migrated(dialect)) {
                load(database, List.of(TestExport.conversation("c1", "m")));
                database.jdbi().useHandle(handle -> handle.execute(damage));
                assertThat(new Verification(database).run())
                        .as(dialect.toString())
                        .filteredOn(check -> !check.holds())
                        .contains(new Verification.Check(name, 1));
            }
        }
    }
}
