package io.botledger.extract;

import static io.botledger.extract.Reading.conversationWith;
import static io.botledger.extract.Reading.records;
import static io.botledger.extract.Reading.rejects;
import static io.botledger.extract.Reading.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.model.Conversation;
import io.botledger.model.ExportRecord;
import io.botledger.model.IntentReply;
import io.botledger.model.KnowledgeSource;
import io.botledger.model.SessionParam;
import io.botledger.model.TriggeredReply;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListValuesTest {
    private static final Instant AT = Instant.parse("2024-05-07T10:11:12Z");

    @Test
    void readsLabelsInEveryShape() {
        assertThat(labels("[\"b\",null,\"a\",\"\",7,true,\"b\"]")).containsExactly("b", "a", "7", "true", "b");
        assertThat(labels("\" [\\\"x\\\",\\\"y\\\"]\"")).containsExactly("x", "y");
        assertThat(labels("\"one\"")).containsExactly("one");
        assertThat(labels("\"[urgent] call\"")).containsExactly("[urgent] call");
        assertThat(labels("5")).containsExactly("5");
        assertThat(labels("\"\"")).isEmpty();
        assertThat(labels("[]")).isEmpty();
    }

    @Test
    void rejectsOneLabelAndKeepsTheRest() {
        ExportRecord record =
                with("\"LABELS\":\"[\\\"a\\\",{\\\"name\\\":1},[[]],\\\"" + "x".repeat(501) + "\\\",\\\"b\\\"]\"");
        assertThat(record.conversation().labels()).containsExactly("a", "b");
        assertThat(rejects(record))
                .containsExactly(
                        "wrong_type /LABELS/1: expected a text, found an object",
                        "wrong_type /LABELS/2: expected a text, found an array",
                        "too_long /LABELS/3: expected at most 500 bytes of UTF-8, found 501");
    }

    @Test
    void readsNamedObjectsByTheirName() {
        Conversation conversation =
                conversationWith("\"segments\":[{\"id\":1,\"NAME\":\"vip\"},{\"id\":2.0},\"plain\",{\"name\":5}],"
                        + "\"triggered_procedures\":{\"name\":\"p\"},\"triggered_use_cases\":\"[\\\"u\\\"]\"");
        assertThat(conversation.segments()).containsExactly("vip", "{\"id\":2.0}", "plain", "{\"name\":5}");
        assertThat(conversation.procedures()).containsExactly("p");
        assertThat(conversation.useCases()).containsExactly("u");
    }

    @Test
    void readsSessionParamsFromTextAndObject() {
        String object = "{\"order_id\":123.0,\"Name\":\"Zoë\",\"empty\":\"\",\"none\":null,\"ok\":false,"
                + "\"big\":12345678901234567890.10,\"deep\":{\"B\": [1.50, {\"a\": null}]}}";
        List<SessionParam> expected = List.of(
                new SessionParam("order_id", "123.0"),
                new SessionParam("Name", "Zoë"),
                new SessionParam("empty", ""),
                new SessionParam("ok", "false"),
                new SessionParam("big", "12345678901234567890.10"),
                new SessionParam("deep", "{\"B\":[1.50,{\"a\":null}]}"));
        assertThat(conversationWith("\"conversations_data\":" + object).sessionParams())
                .isEqualTo(expected);
        assertThat(conversationWith("\"CONVERSATION_DATA\":" + quoted(object)).sessionParams())
                .isEqualTo(expected);
        assertThat(conversationWith("\"conversations_data\":\" \"").sessionParams())
                .isEmpty();
        assertThat(conversationWith("\"conversations_data\":\"null\"").sessionParams())
                .isEmpty();
        assertThat(conversationWith("\"conversations_data\":\"{\\\"a\\\":\\\"x\\ny\\\"}\"")
                        .sessionParams())
                .containsExactly(new SessionParam("a", "x\ny"));
    }

    @Test
    void theNameOfASessionParameterIsOneTextForAllRecords() {
        String record = "{\"conversation_id\":\"c\",\"conversations_data\":\"{\\\"name\\\":1}\"}";
        List<ExportRecord> records = records("[" + record + "," + record + "]");
        List<String> names = records.stream()
                .map(it -> it.conversation().sessionParams().get(0).name())
                .toList();
        assertThat(names).containsExactly("name", "name");
        assertThat(names.get(1)).isSameAs(names.get(0));
    }

    @Test
    void rejectsWhatIsNoSessionParam() {
        assertThat(rejects(with("\"conversations_data\":\"{\\\"a\\\":1\"")))
                .containsExactly("not_readable /conversations_data: expected an object, or text that holds one,"
                        + " found text of 6 characters");
        assertThat(rejects(with("\"conversations_data\":\"[1]\"")))
                .containsExactly("wrong_type /conversations_data: expected an object, or text that holds one,"
                        + " found an array");
        assertThat(rejects(with("\"conversations_data\":[]")))
                .containsExactly("wrong_type /conversations_data: expected an object, or text that holds one,"
                        + " found an array");
        ExportRecord twice =
                with("\"conversations_data\":{\"a/b\":1,\"~\":2,\"a/b\":\"3\",\"" + "n".repeat(501) + "\":1}");
        assertThat(twice.conversation().sessionParams())
                .containsExactly(new SessionParam("a/b", "3"), new SessionParam("~", "2"));
        assertThat(rejects(twice))
                .containsExactly(
                        "duplicate_name /conversations_data/a~1b: expected the name once, found a second value;"
                                + " this one was taken",
                        "too_long /conversations_data/…: expected at most 500 bytes of UTF-8, found 501");
    }

    @Test
    void dropsASessionParamThatIsTooLong() {
        ExportRecord record = with("\"conversations_data\":{\"x\":\"" + "y".repeat(1_048_577) + "\",\"z\":1}");
        assertThat(record.conversation().sessionParams()).containsExactly(new SessionParam("z", "1"));
        assertThat(rejects(record))
                .containsExactly("too_long /conversations_data/x: expected at most 1048576 characters, found 1048577");
    }

    @Test
    void readsIntentRepliesInEveryShape() {
        String item = "{\"INTENT_TIMESTAMP\":\"2024-05-07 10:11:12 UTC\",\"intent_id\":\"i\",\"Intent_Name\":\"Hello\","
                + "\"not_meaningful\":\"false\",\"Zone\":{\"K\": 1},\"score\":0.50,\"nil\":null}";
        IntentReply full = new IntentReply(AT, "i", "Hello", false, "{\"score\":0.50,\"zone\":{\"K\":1}}");
        IntentReply bare = new IntentReply(null, null, "Bye", null, null);
        assertThat(intents("[" + item + ",\"Bye\",null," + quoted(item) + "]")).containsExactly(full, bare, full);
        assertThat(intents(quoted("[" + item + "," + quoted(item) + "]"))).containsExactly(full, full);
        assertThat(intents(item)).containsExactly(full);
        assertThat(intents(quoted(item))).containsExactly(full);
        assertThat(intents("\"Bye\"")).containsExactly(bare);
        assertThat(intents("[{}]")).containsExactly(new IntentReply(null, null, null, null, null));
        assertThat(intents("\"\"")).isEmpty();
    }

    @Test
    void rejectsValuesWithinIntentReplies() {
        String inner =
                "[{\"intent_name\":\"a\",\"not_meaningful\":\"perhaps\"},7,[1],\"{broken\",{\"intent_name\":\"b\"}]";
        ExportRecord record = with("\"Triggered_Intent_Replies\":" + quoted(inner));
        assertThat(record.conversation().intentReplies())
                .containsExactly(
                        new IntentReply(null, null, "a", null, null), new IntentReply(null, null, "b", null, null));
        assertThat(rejects(record))
                .containsExactly(
                        "not_readable /Triggered_Intent_Replies/0/not_meaningful: expected a boolean,"
                                + " found text of 7 characters",
                        "wrong_type /Triggered_Intent_Replies/1: expected an intent as object or text,"
                                + " found a number of 1 character",
                        "wrong_type /Triggered_Intent_Replies/2: expected an intent as object or text, found an array",
                        "not_readable /Triggered_Intent_Replies/3: expected an intent as object or text,"
                                + " found text of 7 characters");
        assertThat(rejects(with("\"triggered_intent_replies\":\"[{\"")))
                .containsExactly("not_readable /triggered_intent_replies: expected an intent as object or text,"
                        + " found text of 2 characters");
    }

    @Test
    void readsTriggeredReplies() {
        String item = "{\"reply_timestamp\":1715076672,\"reply_id\":9,\"reply_language\":\"en\",\"reply_name\":\"R\","
                + "\"reply_type\":\"intent\",\"intent_id\":\"i\",\"x\":[]}";
        TriggeredReply full = new TriggeredReply(AT, "9", "R", "intent", "en", "i", "{\"x\":[]}");
        assertThat(conversationWith("\"triggered_replies\":[" + item + ",\"S\"]")
                        .triggeredReplies())
                .containsExactly(full, new TriggeredReply(null, null, "S", null, null, null, null));
        assertThat(conversationWith("\"triggered_replies\":" + quoted("[" + item + "]"))
                        .triggeredReplies())
                .containsExactly(full);
    }

    @Test
    void readsKnowledgeSources() {
        ExportRecord record = with(
                "\"knowledge_sources\":[{\"article_name\":\"A\",\"url\":\"u\"},\"B\",{\"url\":\"v\"},{\"article_name\":\"\"}]");
        assertThat(record.conversation().knowledgeSources())
                .containsExactly(new KnowledgeSource("A", "{\"url\":\"u\"}"), new KnowledgeSource("B", null));
        assertThat(rejects(record))
                .containsExactly(
                        "wrong_type /knowledge_sources/2: expected an object with an article_name, found none",
                        "wrong_type /knowledge_sources/3: expected an object with an article_name, found none");
        assertThat(conversationWith("\"knowledge_sources\":\"How to return\"").knowledgeSources())
                .containsExactly(new KnowledgeSource("How to return", null));
    }

    private static List<String> labels(String json) {
        return conversationWith("\"labels\":" + json).labels();
    }

    private static List<IntentReply> intents(String json) {
        return conversationWith("\"triggered_intent_replies\":" + json).intentReplies();
    }

    private static String quoted(String json) {
        return "\"" + json.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
