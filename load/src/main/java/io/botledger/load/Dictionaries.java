package io.botledger.load;

import io.botledger.model.IntentReply;
import io.botledger.model.TriggeredReply;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The dictionaries that conversations refer to. */
final class Dictionaries {
    private record Intent(String id, String name) {}

    private record Reply(String id, String name, String type, String language, String intentId) {}

    final Dictionary<String> bots;
    final Dictionary<String> botNames;
    final Dictionary<String> labels;
    final Dictionary<String> sessionParamNames;
    final Dictionary<String> segments;
    final Dictionary<String> procedures;
    final Dictionary<String> useCases;
    final Dictionary<String> knowledgeSources;
    private final Dictionary<Intent> intents;
    private final Dictionary<Reply> replies;

    Dictionaries(Jdbi jdbi, Keys keys) {
        bots = Dictionary.of(jdbi, keys, "bots", "bot_key", "bot_id");
        botNames = Dictionary.of(jdbi, keys, "bot_names", "bot_name_key", "bot_name");
        labels = Dictionary.of(jdbi, keys, "labels", "label_key", "label");
        sessionParamNames = Dictionary.of(jdbi, keys, "session_param_names", "session_param_name_key", "param_name");
        segments = Dictionary.of(jdbi, keys, "segments", "segment_key", "segment");
        procedures = Dictionary.of(jdbi, keys, "procedures", "procedure_key", "procedure_name");
        useCases = Dictionary.of(jdbi, keys, "use_cases", "use_case_key", "use_case");
        knowledgeSources = Dictionary.of(jdbi, keys, "knowledge_sources", "knowledge_source_key", "article_name");
        intents = new Dictionary<>(
                jdbi,
                keys,
                "intents",
                "intent_key",
                List.of("intent_id", "intent_name"),
                intent -> Arrays.asList(intent.id(), intent.name()));
        replies = new Dictionary<>(
                jdbi,
                keys,
                "replies",
                "reply_key",
                List.of("reply_id", "reply_name", "reply_type", "reply_language", "intent_id"),
                reply -> Arrays.asList(reply.id(), reply.name(), reply.type(), reply.language(), reply.intentId()));
    }

    long intentKey(IntentReply reply) {
        return intents.key(new Intent(reply.intentId(), reply.intentName()));
    }

    long replyKey(TriggeredReply reply) {
        return replies.key(new Reply(
                reply.replyId(), reply.replyName(), reply.replyType(), reply.replyLanguage(), reply.intentId()));
    }
}
