package io.botledger.extract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.botledger.model.Conversation;
import io.botledger.model.Reject;
import io.botledger.model.RejectReason;
import java.io.IOException;
import java.util.Optional;

/** Reads the bytes of one record as a conversation. Used again for the next record, by one thread. */
final class ConversationParser {
    private final JsonFactory format;
    private final ReadScope scope;
    private final FieldTable<ConversationDraft> fields = ConversationFields.table();
    private final ConversationDraft draft = new ConversationDraft();

    ConversationParser(int maxDepth) {
        format = JsonFormat.ofRecords(maxDepth);
        scope = new ReadScope(new Rejects(), new TextCache(), JsonFormat.ofTexts(maxDepth));
    }

    /** What could not be read of the record that was parsed last. */
    Rejects rejects() {
        return scope.rejects();
    }

    /**
     * Parses a record, adding to the rejects.
     *
     * @return the conversation; null if the rejects tell why there is none
     * @throws IOException if the bytes are not one JSON value in UTF-8
     */
    Conversation parse(byte[] bytes, int from, int length) throws IOException {
        try (JsonParser parser = format.createParser(bytes, from, length)) {
            return JsonInput.readWhole(new JsonInput(parser, scope), this::conversation);
        }
    }

    private Conversation conversation(JsonInput json) throws IOException {
        if (json.token() != JsonToken.START_OBJECT) {
            rejects().record("", RejectReason.NOT_AN_OBJECT, "expected an object, found " + Expected.found(json));
            json.skip();
            return null;
        }
        fields.read(json, draft);
        if (draft.conversationId.value() == null) {
            rejectForId();
            return null;
        }
        return draft.conversation(json);
    }

    private void rejectForId() {
        Optional<Reject> fault = rejects().ofMember("conversation_id");
        if (fault.isEmpty()) {
            rejects().record("", RejectReason.NO_CONVERSATION_ID, "expected a conversation_id, found none");
            return;
        }
        Reject found = fault.get();
        boolean tooLong = found.reason() == RejectReason.TOO_LONG;
        rejects()
                .record(
                        found.pointer(),
                        tooLong ? RejectReason.TOO_LONG : RejectReason.NO_CONVERSATION_ID,
                        found.message());
    }
}
