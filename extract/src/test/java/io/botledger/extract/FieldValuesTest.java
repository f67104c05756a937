package io.botledger.extract;

import static io.botledger.extract.Reading.conversationWith;
import static io.botledger.extract.Reading.rejects;
import static io.botledger.extract.Reading.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.model.AutomatedResolution;
import io.botledger.model.Conversation;
import io.botledger.model.ExportRecord;
import io.botledger.model.KnowledgeCounts;
import io.botledger.model.MessageCounts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldValuesTest {
    private static final String COUNT = "expected a whole number from 0 to 2147483647, found ";

    @Test
    void findsFieldsInAnyCase() {
        Conversation conversation = conversationWith(
                "\"BOT_ID\":\"b\",\"Language\":\"en\",\"IS_LLM_CONVERSATION\":\"true\",\"LLM_NOTUNDERSTOOD_COUNT\":\"7\"");
        assertThat(conversation.botId()).isEqualTo("b");
        assertThat(conversation.language()).isEqualTo("en");
        assertThat(conversation.llmConversation()).isTrue();
        assertThat(conversation.knowledgeCounts().notUnderstood()).isEqualTo(7);
        assertThat(Reading.outcomes("{\"CONVERSATION_ID\":\"i\"}")).containsExactly("i");
    }

    @Test
    void readsScalarsAsText() {
        Conversation conversation =
                conversationWith("\"bot_id\":12.50,\"bot_name\":true,\"channel\":\"  \",\"language\":\"\","
                        + "\"automated_resolution\":false,\"resolution_tier\":\"contained\",\"rbp_status_name\":null,"
                        + "\"automated_resolution_reasoning\":\"" + "r".repeat(600) + "\"");
        assertThat(conversation.botId()).isEqualTo("12.50");
        assertThat(conversation.botName()).isEqualTo("true");
        assertThat(conversation.channel()).isNull();
        assertThat(conversation.language()).isNull();
        assertThat(conversation.rbpStatusName()).isNull();
        assertThat(conversation.automatedResolution())
                .isEqualTo(new AutomatedResolution("false", "r".repeat(600), "contained"));
    }

    @Test
    void storesTheOneSpellingOfKnownStatuses() {
        Conversation known =
                conversationWith("\"conversation_status\":\"BOT_HANDLED\",\"last_resolution\":\"INFORMED\"");
        assertThat(known.status()).isEqualTo("botHandled");
        assertThat(known.lastResolution()).isEqualTo("informed");
        assertThat(conversationWith("\"conversation_status\":\"Sold\"").status())
                .isEqualTo("Sold");
    }

    @Test
    void rejectsObjectsWhereTextBelongs() {
        ExportRecord record = with("\"Language\":{\"a\":[1]},\"channel\":[\"chat\"],\"bot_id\":\"b\"");
        assertThat(rejects(record))
                .containsExactly(
                        "wrong_type /Language: expected a text, found an object",
                        "wrong_type /channel: expected a text, found an array");
        assertThat(record.conversation().language()).isNull();
        assertThat(record.conversation().botId()).isEqualTo("b");
        assertThat(record.sha256()).hasSize(64);
    }

    @Test
    void limitsNamesByBytesAndLongTextsByCharacters() {
        ExportRecord record = with("\"bot_name\":\"" + "ä".repeat(251) + "\",\"bot_id\":\"" + "ä".repeat(250)
                + "\",\"automated_resolution_reasoning\":\"" + "x".repeat(1_048_577) + "\"");
        assertThat(rejects(record))
                .containsExactly(
                        "too_long /bot_name: expected at most 500 bytes of UTF-8, found 502",
                        "too_long /automated_resolution_reasoning: expected at most 1048576 characters, found 1048577");
        assertThat(record.conversation().botName()).isNull();
        assertThat(record.conversation().botId()).hasSize(250);
    }

    @Test
    void readsCounts() {
        for (String three : List.of("3", "3.0", "\"3\"", "\"3.0\"", "\" 3 \"", "0.3e1", "\"3e0\"", "\"+3\"", "30E-1")) {
            assertThat(conversationWith("\"bot_messages_count\":" + three).messageCounts())
                    .as(three)
                    .isEqualTo(new MessageCounts(3, null, null));
        }
        assertThat(conversationWith("\"visitor_messages_count\":\"1e2\",\"not_understood_messages_count\":2147483647")
                        .messageCounts())
                .isEqualTo(new MessageCounts(null, 100, 2147483647));
        assertThat(conversationWith("\"visitor_messages_count\":\"\",\"bot_messages_count\":-0")
                        .messageCounts())
                .isEqualTo(new MessageCounts(0, null, null));
    }

    @Test
    void rejectsWhatIsNoCount() {
        assertThat(countReject("1.5")).isEqualTo("not_readable " + COUNT + "a number of 3 characters");
        assertThat(countReject("\"three\"")).isEqualTo("not_readable " + COUNT + "text of 5 characters");
        assertThat(countReject("NaN")).isEqualTo("not_readable " + COUNT + "a number of 3 characters");
        assertThat(countReject("-Infinity")).isEqualTo("not_readable " + COUNT + "a number of 9 characters");
        assertThat(countReject("1e-999999999")).isEqualTo("out_of_range " + COUNT + "a number of 12 characters");
        assertThat(countReject("-1")).isEqualTo("out_of_range " + COUNT + "a number of 2 characters");
        assertThat(countReject("2147483648")).isEqualTo("out_of_range " + COUNT + "a number of 10 characters");
        assertThat(countReject("1e999999999")).isEqualTo("out_of_range " + COUNT + "a number of 11 characters");
        assertThat(countReject("\"" + "9".repeat(100_000) + "\""))
                .isEqualTo("out_of_range " + COUNT + "text of 100000 characters");
        assertThat(countReject("9".repeat(100_000)))
                .isEqualTo("out_of_range " + COUNT + "a number of 100000 characters");
        assertThat(countReject("true")).isEqualTo("wrong_type " + COUNT + "a boolean");
        assertThat(countReject("{}")).isEqualTo("wrong_type " + COUNT + "an object");
    }

    @Test
    void readsBooleans() {
        for (String yes : List.of("true", "1", "\"true\"", "\"TRUE\"", "\"1\"", "\"t\"", "\"Yes\"")) {
            assertThat(conversationWith("\"test_mode\":" + yes).testMode())
                    .as(yes)
                    .isTrue();
        }
        for (String no : List.of("false", "0", "\"false\"", "\"False\"", "\"0\"", "\"F\"", "\"no\"")) {
            assertThat(conversationWith("\"test_mode\":" + no).testMode())
                    .as(no)
                    .isFalse();
        }
        assertThat(conversationWith("\"test_mode\":\"\"").testMode()).isNull();
        assertThat(rejects(with("\"test_mode\":\"maybe\",\"is_llm_conversation\":2,\"x\":{}")))
                .containsExactly(
                        "not_readable /test_mode: expected a boolean, found text of 5 characters",
                        "not_readable /is_llm_conversation: expected a boolean, found a number of 1 character");
    }

    @Test
    void readsTimesAsTextAndNumber() {
        Conversation conversation = conversationWith("\"conversation_start_time\":\"2024-05-07 10:11:12.123456 UTC\","
                + "\"conversation_end_time\":1715076672123,\"session_ended_timestamp\":\"1.715076672123E9\"");
        assertThat(conversation.startedAt()).isEqualTo(Instant.parse("2024-05-07T10:11:12.123456Z"));
        assertThat(conversation.endedAt()).isEqualTo(Instant.parse("2024-05-07T10:11:12.123Z"));
        assertThat(conversation.sessionEndedAt()).isEqualTo(Instant.parse("2024-05-07T10:11:12.123Z"));
        assertThat(rejects(with("\"conversation_start_time\":\"noon\",\"conversation_end_time\":\"99999-01-01\","
                        + "\"session_ended_timestamp\":false")))
                .containsExactly(
                        "not_readable /conversation_start_time: expected a time such as 2024-05-07T10:11:12.123Z"
                                + " or the seconds since 1970, found text of 4 characters",
                        "out_of_range /conversation_end_time: expected a time in the years 0001 to 9999,"
                                + " found text of 11 characters",
                        "wrong_type /session_ended_timestamp: expected a time such as 2024-05-07T10:11:12.123Z"
                                + " or the seconds since 1970, found a boolean");
    }

    @Test
    void takesBothNamesOfAKnowledgeCount() {
        assertThat(conversationWith("\"llm_notUndestood_count\":1,\"knowledge_responseGenerated_count\":\"2\","
                                + "\"llm_errorOccurred_count\":3,\"knowledge_errorOccurred_count\":null,"
                                + "\"llm_escalationRequired_count\":\"4.0\",\"knowledge_fallback_count\":5,"
                                + "\"llm_fallback_count\":5")
                        .knowledgeCounts())
                .isEqualTo(new KnowledgeCounts(1, 2, 3, 4, 5));
        ExportRecord newerFirst = with("\"knowledge_fallback_count\":1,\"llm_fallback_count\":2");
        assertThat(newerFirst.conversation().knowledgeCounts().fallback()).isEqualTo(1);
        assertThat(rejects(newerFirst))
                .containsExactly("duplicate_name /llm_fallback_count: expected the field once, found a second value;"
                        + " the first one was taken");
        ExportRecord newerLast = with("\"llm_fallback_count\":2,\"knowledge_fallback_count\":1");
        assertThat(newerLast.conversation().knowledgeCounts().fallback()).isEqualTo(1);
        assertThat(rejects(newerLast))
                .containsExactly("duplicate_name /knowledge_fallback_count: expected the field once,"
                        + " found a second value; this one was taken");
    }

    @Test
    void takesTheLastOfTwoValues() {
        ExportRecord record = with("\"language\":\"en\",\"LANGUAGE\":\"de\",\"channel\":\"chat\",\"channel\":\"chat\","
                + "\"bot_id\":null,\"bot_id\":\"b\",\"bot_name\":\"n\",\"bot_name\":null");
        assertThat(rejects(record))
                .containsExactly(
                        "duplicate_name /LANGUAGE: expected the field once, found a second value; this one was taken");
        assertThat(record.conversation().language()).isEqualTo("de");
        assertThat(record.conversation().botId()).isEqualTo("b");
        assertThat(record.conversation().botName()).isEqualTo("n");
    }

    @Test
    void rejectsRecordsWithoutAnId() {
        assertThat(rejects(Reading.one("{\"bot_id\":{}}")))
                .containsExactly("no_conversation_id : expected a conversation_id, found none");
        assertThat(rejects(Reading.one("{}"))).hasSize(1);
        assertThat(rejects(Reading.one("{\"conversation_id\":\" \"}")))
                .containsExactly("no_conversation_id : expected a conversation_id, found none");
        assertThat(rejects(Reading.one("{\"conversation_id\":null,\"x\":1}"))).hasSize(1);
        assertThat(rejects(Reading.one("{\"CONVERSATION_ID\":[1]}")))
                .containsExactly("no_conversation_id /CONVERSATION_ID: expected a text, found an array");
        assertThat(rejects(Reading.one("{\"conversation_id\":true}")))
                .containsExactly("no_conversation_id /conversation_id: expected a text or a number, found a boolean");
        assertThat(rejects(Reading.one("{\"conversation_id\":NaN}")))
                .containsExactly(
                        "no_conversation_id /conversation_id: expected a text or a number, found a number of 3 characters");
        assertThat(rejects(Reading.one("{\"conversation_id\":\"" + "x".repeat(501) + "\"}")))
                .containsExactly("too_long /conversation_id: expected at most 500 bytes of UTF-8, found 501");
        assertThat(Reading.outcomes("{\"conversation_id\":12345678901234567890}"))
                .containsExactly("12345678901234567890");
    }

    @Test
    void readsNullEverywhereAsNothing() {
        Conversation nothing = conversationWith("\"bot_id\":null");
        assertThat(conversationWith("\"bot_name\":null,\"labels\":null,\"conversations_data\":null,\"test_mode\":null,"
                        + "\"conversation_start_time\":null,\"bot_messages_count\":null,\"triggered_replies\":null,"
                        + "\"triggered_intent_replies\":null,\"segments\":null,\"knowledge_sources\":null,"
                        + "\"knowledge_fallback_count\":null,\"unknown\":null"))
                .isEqualTo(nothing);
        assertThat(nothing.extra()).isNull();
        assertThat(nothing.labels()).isEmpty();
    }

    @Test
    void keepsUnknownFields() {
        assertThat(conversationWith("\"Zeta\":{\"Q\":[1.10,null,\"a\\\"\\n\"],\"A\":{}},\"alpha\":1e5,\"nan\":NaN,"
                                + "\"conversation_end_date\":\"2024-05-07\",\"e\":[],\"t\":true")
                        .extra())
                .isEqualTo(
                        "{\"alpha\":1e5,\"conversation_end_date\":\"2024-05-07\",\"e\":[],\"nan\":\"NaN\",\"t\":true,"
                                + "\"zeta\":{\"Q\":[1.10,null,\"a\\\"\\n\"],\"A\":{}}}");
        ExportRecord twice = with("\"New\":1,\"NEW\":2,\"other\":3,\"other\":3");
        assertThat(twice.conversation().extra()).isEqualTo("{\"new\":2,\"other\":3}");
        assertThat(rejects(twice))
                .containsExactly(
                        "duplicate_name /NEW: expected the field once, found a second value; this one was taken");
        ExportRecord tooLong = with("\"big\":\"" + "x".repeat(1_048_576) + "\"");
        assertThat(tooLong.conversation().extra()).isNull();
        assertThat(rejects(tooLong))
                .containsExactly("too_long : expected at most 1048576 characters of unknown fields, found 1048586");
    }

    private static String countReject(String value) {
        ExportRecord record = with("\"bot_messages_count\":" + value);
        assertThat(record.conversation().messageCounts()).isEqualTo(MessageCounts.NONE);
        assertThat(record.rejects()).hasSize(1);
        assertThat(record.rejects().get(0).pointer()).isEqualTo("/bot_messages_count");
        return record.rejects().get(0).reason().code() + " "
                + record.rejects().get(0).message();
    }
}
