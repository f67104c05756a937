package io.botledger.sample;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botledger.model.AutomatedResolution;
import io.botledger.model.Conversation;
import io.botledger.model.IntentReply;
import io.botledger.model.KnowledgeCounts;
import io.botledger.model.KnowledgeSource;
import io.botledger.model.MessageCounts;
import io.botledger.model.SessionParam;
import io.botledger.model.TriggeredReply;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads sample files back, in any of their shapes, without any of the code that wrote them. */
final class ExportParser {
    private static final ObjectMapper MAPPER = JsonMapper.builder(new JsonFactoryBuilder().build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Map<String, JsonNode> members = new TreeMap<>();
    private final Set<String> taken = new HashSet<>();

    private ExportParser(JsonNode node) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            members.put(member.getKey().toLowerCase(Locale.ROOT), member.getValue());
        }
    }

    static List<Conversation> parse(byte[] content) throws IOException {
        List<Conversation> conversations = new ArrayList<>();
        try (MappingIterator<JsonNode> nodes = MAPPER.readerFor(JsonNode.class).readValues(content)) {
            nodes.forEachRemaining(node -> conversations.add(new ExportParser(node).conversation()));
        }
        return conversations;
    }

    private Conversation conversation() {
        return new Conversation(
                text("conversation_id"),
                text("bot_id"),
                text("bot_name"),
                text("platform_conversation_id"),
                time("conversation_start_time"),
                time("conversation_end_time"),
                time("session_ended_timestamp"),
                text("language"),
                text("channel"),
                text("conversation_type"),
                flag("test_mode"),
                flag("is_llm_conversation"),
                text("conversation_status"),
                text("last_resolution"),
                new MessageCounts(
                        count("bot_messages_count"),
                        count("visitor_messages_count"),
                        count("not_understood_messages_count")),
                knowledgeCounts(),
                new AutomatedResolution(
                        text("automated_resolution"), text("automated_resolution_reasoning"), text("resolution_tier")),
                flag("has_knowledge_response_attempt"),
                text("rbp_status_name"),
                list("labels", JsonNode::asText),
                sessionParams(),
                list("triggered_intent_replies", node -> new ExportParser(node).intent()),
                list("triggered_replies", node -> new ExportParser(node).reply()),
                list("segments", JsonNode::asText),
                list("triggered_procedures", JsonNode::asText),
                list("triggered_use_cases", JsonNode::asText),
                list(
                        "knowledge_sources",
                        node -> new KnowledgeSource(new ExportParser(node).text("article_name"), null)),
                extra());
    }

    private IntentReply intent() {
        return new IntentReply(
                time("intent_timestamp"), text("intent_id"), text("intent_name"), flag("not_meaningful"), extra());
    }

    private TriggeredReply reply() {
        return new TriggeredReply(
                time("reply_timestamp"),
                text("reply_id"),
                text("reply_name"),
                text("reply_type"),
                text("reply_language"),
                text("intent_id"),
                extra());
    }

    private KnowledgeCounts knowledgeCounts() {
        String prefix = members.containsKey("llm_fallback_count") ? "llm_" : "knowledge_";
        return new KnowledgeCounts(
                count(prefix + "notunderstood_count"),
                count(prefix + "responsegenerated_count"),
                count(prefix + "erroroccurred_count"),
                count(prefix + "escalationrequired_count"),
                count(prefix + "fallback_count"));
    }

    private JsonNode take(String name) {
        taken.add(name);
        return members.getOrDefault(name, MissingNode.getInstance());
    }

    private String text(String name) {
        JsonNode node = take(name);
        return node.isMissingNode() ? null : node.asText();
    }

    private Boolean flag(String name) {
        String text = text(name);
        return text == null ? null : Boolean.valueOf(text);
    }

    private Integer count(String name) {
        String text = text(name);
        return text == null ? null : Integer.valueOf(text);
    }

    private Instant time(String name) {
        String text = text(name);
        return text == null ? null : Instant.parse(text.replace(" UTC", "Z").replace(' ', 'T'));
    }

    private <T> List<T> list(String name, Function<JsonNode, T> element) {
        JsonNode node = take(name);
        List<T> elements = new ArrayList<>();
        for (JsonNode each : node.isTextual() ? parseText(node.textValue()) : node) {
            elements.add(element.apply(each));
        }
        return elements;
    }

    private List<SessionParam> sessionParams() {
        List<SessionParam> params = new ArrayList<>();
        for (Map.Entry<String, JsonNode> param :
                parseText(text("conversations_data")).properties()) {
            JsonNode value = param.getValue();
            params.add(new SessionParam(param.getKey(), value.isContainerNode() ? value.toString() : value.asText()));
        }
        return params;
    }

    private String extra() {
        ObjectNode rest = MAPPER.createObjectNode();
        members.forEach((name, value) -> {
            if (!taken.contains(name)) {
                rest.set(name, value);
            }
        });
        return rest.isEmpty() ? null : rest.toString();
    }

    private static JsonNode parseText(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
