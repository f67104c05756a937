package io.botledger.extract;

import static io.botledger.extract.NotPlainException.unless;

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
    private final PlainInput plain;
    private final JsonFactory format;
    private final ReadScope scope;
    private final FieldTable<ConversationDraft> fields = ConversationFields.table();
    private final ConversationDraft draft = new ConversationDraft();

    ConversationParser(int maxDepth) {
        plain = new PlainInput(maxDepth);
        format = JsonFormat.ofRecords(maxDepth);
        scope = new ReadScope(new Rejects(), JsonFormat.ofTexts(maxDepth));
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
        try {
            return parsePlain(bytes, from, length);
        } catch (NotPlainException doubtful) {
            return parseByJackson(bytes, from, length);
        }
    }

    /**
     * Parses a record that is plain; adds nothing to the rejects.
     *
     * @throws NotPlainException if the record is anything but a conversation with nothing to reject
     */
    Conversation parsePlain(byte[] bytes, int from, int length) throws IOException {
        return plain.readWhole(bytes, from, from + length, this::plainConversation);
    }

    /** Parses any record, as {@link #parse} says. */
    Conversation parseByJackson(byte[] bytes, int from, int length) throws IOException {
        try (JsonParser parser = format.createParser(bytes, from, length)) {
            return JacksonInput.readWhole(new JacksonInput(parser, scope), this::conversation);
        }
    }

    /**
     * Parses the plain record that begins with the first of these bytes; adds nothing to the rejects.
     *
     * @param inOneLine whether a line feed within the record is not plain
     * @throws NotPlainException if what begins there is anything else, or does not end within these bytes
     */
    Conversation parseFirst(byte[] bytes, int from, int to, boolean inOneLine) throws IOException {
        return plain.readFirst(bytes, from, to, inOneLine, this::plainConversation);
    }

    /** Index behind the record of {@link #parseFirst}. */
    int behind() {
        return plain.behind();
    }

    /** Whether a line feed stands between tokens of the record of {@link #parseFirst}. */
    boolean lineFeedSeen() {
        return plain.lineFeedSeen();
    }

    private Conversation plainConversation(JsonInput json) throws IOException {
        unless(json.token() == JsonToken.START_OBJECT);
        fields.read(json, draft);
        unless(draft.conversationId.value() != null);
        return draft.conversation(json);
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
