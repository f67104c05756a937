package io.botledger.extract;

import io.botledger.model.TriggeredReply;
import java.io.IOException;
import java.time.Instant;

/** Reads the items of {@code triggered_replies}. */
final class TriggeredReplyReader implements ItemReader<TriggeredReply> {
    private final FieldTable<ReplyDraft> fields = new FieldTable<ReplyDraft>()
            .field("reply_timestamp", draft -> draft.replyAt, InstantReader::instant)
            .field("reply_id", draft -> draft.replyId, TextReader::name)
            .field("reply_name", draft -> draft.replyName, TextReader::name)
            .field("reply_type", draft -> draft.replyType, TextReader::name)
            .field("reply_language", draft -> draft.replyLanguage, TextReader::name)
            .field("intent_id", draft -> draft.intentId, TextReader::name);

    private final ReplyDraft draft = new ReplyDraft();

    @Override
    public TriggeredReply object(JsonInput json) throws IOException {
        fields.read(json, draft);
        return new TriggeredReply(
                draft.replyAt.value(),
                draft.replyId.value(),
                draft.replyName.value(),
                draft.replyType.value(),
                draft.replyLanguage.value(),
                draft.intentId.value(),
                draft.extras().json(json));
    }

    @Override
    public TriggeredReply named(String name) {
        return new TriggeredReply(null, null, name, null, null, null, null);
    }

    @Override
    public String expected() {
        return "a reply as object or text";
    }

    private static final class ReplyDraft extends Draft {
        private final Slot<Instant> replyAt = slot();
        private final Slot<String> replyId = slot();
        private final Slot<String> replyName = slot();
        private final Slot<String> replyType = slot();
        private final Slot<String> replyLanguage = slot();
        private final Slot<String> intentId = slot();
    }
}
