package io.botledger.load;

import io.botledger.model.IntentReply;
import io.botledger.model.TriggeredReply;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** The dictionaries that conversations refer to. They share a connection, which is opened when the first needs it. */
final class Dictionaries implements AutoCloseable {
    // A record's own equals and hashCode are chains of method handles, which is slow until it is optimized, and these
    // are asked for with every row.
    private record Intent(String id, String name) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Intent intent && Objects.equals(id, intent.id) && Objects.equals(name, intent.name);
        }

        @Override
        public int hashCode() {
            return 31 * Objects.hashCode(id) + Objects.hashCode(name);
        }
    }

    private record Reply(String id, String name, String type, String language, String intentId) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Reply reply
                    && Objects.equals(id, reply.id)
                    && Objects.equals(name, reply.name)
                    && Objects.equals(type, reply.type)
                    && Objects.equals(language, reply.language)
                    && Objects.equals(intentId, reply.intentId);
        }

        @Override
        public int hashCode() {
            int hash = Objects.hashCode(id);
            hash = 31 * hash + Objects.hashCode(name);
            hash = 31 * hash + Objects.hashCode(type);
            hash = 31 * hash + Objects.hashCode(language);
            return 31 * hash + Objects.hashCode(intentId);
        }
    }

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

    private final List<Dictionary<?>> all;
    private final Supplier<Handle> open;
    private Handle handle;

    /** @param open opens the connection; closed with this */
    Dictionaries(Supplier<Handle> open, Keys keys) {
        this.open = open;
        bots = Dictionary.of(this::handle, keys, "bots", "bot_key", "bot_id");
        botNames = Dictionary.of(this::handle, keys, "bot_names", "bot_name_key", "bot_name");
        labels = Dictionary.of(this::handle, keys, "labels", "label_key", "label");
        sessionParamNames =
                Dictionary.of(this::handle, keys, "session_param_names", "session_param_name_key", "param_name");
        segments = Dictionary.of(this::handle, keys, "segments", "segment_key", "segment");
        procedures = Dictionary.of(this::handle, keys, "procedures", "procedure_key", "procedure_name");
        useCases = Dictionary.of(this::handle, keys, "use_cases", "use_case_key", "use_case");
        knowledgeSources =
                Dictionary.of(this::handle, keys, "knowledge_sources", "knowledge_source_key", "article_name");
        intents = new Dictionary<>(
                this::handle,
                keys,
                "intents",
                "intent_key",
                List.of("intent_id", "intent_name"),
                intent -> Arrays.asList(intent.id(), intent.name()),
                values -> new Intent(values.get(0), values.get(1)),
                Dictionary.Limits.DEFAULT);
        replies = new Dictionary<>(
                this::handle,
                keys,
                "replies",
                "reply_key",
                List.of("reply_id", "reply_name", "reply_type", "reply_language", "intent_id"),
                reply -> Arrays.asList(reply.id(), reply.name(), reply.type(), reply.language(), reply.intentId()),
                values -> new Reply(values.get(0), values.get(1), values.get(2), values.get(3), values.get(4)),
                Dictionary.Limits.DEFAULT);
        all = List.of(
                bots,
                botNames,
                labels,
                sessionParamNames,
                segments,
                procedures,
                useCases,
                knowledgeSources,
                intents,
                replies);
    }

    /** To be called under the lock of the dictionaries. */
    private Handle handle() {
        if (handle == null) {
            handle = open.get();
        }
        return handle;
    }

    /** Stores all entries that are new; to be called before rows that refer to them are committed. */
    void storeNew() {
        all.forEach(Dictionary::storeNew);
    }

    @Override
    public void close() {
        if (handle != null) {
            handle.close();
        }
    }

    long intentKey(IntentReply reply) {
        return intents.key(new Intent(reply.intentId(), reply.intentName()));
    }

    long replyKey(TriggeredReply reply) {
        return replies.key(new Reply(
                reply.replyId(), reply.replyName(), reply.replyType(), reply.replyLanguage(), reply.intentId()));
    }
}
