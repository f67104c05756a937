package io.botledger.extract;

import io.botledger.model.IntentReply;
import java.io.IOException;
import java.time.Instant;

/** Reads the items of {@code triggered_intent_replies}. */
final class IntentReplyReader implements ItemReader<IntentReply> {
    private final FieldTable<IntentDraft> fields = new FieldTable<IntentDraft>()
            .field("intent_timestamp", draft -> draft.intentAt, InstantReader::instant)
            .field("intent_id", draft -> draft.intentId, TextReader::name)
            .field("intent_name", draft -> draft.intentName, TextReader::name)
            .field("not_meaningful", draft -> draft.notMeaningful, BooleanReader::bool);

    private final IntentDraft draft = new IntentDraft();

    @Override
    public IntentReply object(JsonInput json) throws IOException {
        fields.read(json, draft);
        return new IntentReply(
                draft.intentAt.value(),
                draft.intentId.value(),
                draft.intentName.value(),
                draft.notMeaningful.value(),
                draft.extras().json(json));
    }

    @Override
    public IntentReply named(String name) {
        return new IntentReply(null, null, name, null, null);
    }

    @Override
    public String expected() {
        return "an intent as object or text";
    }

    private static final class IntentDraft extends Draft {
        private final Slot<Instant> intentAt = slot();
        private final Slot<String> intentId = slot();
        private final Slot<String> intentName = slot();
        private final Slot<Boolean> notMeaningful = slot();
    }
}
