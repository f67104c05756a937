package io.botledger.extract;

import io.botledger.model.KnowledgeSource;
import io.botledger.model.RejectReason;
import java.io.IOException;

/** Reads the items of {@code knowledge_sources}; one without a name is a reject. */
final class KnowledgeSourceReader implements ItemReader<KnowledgeSource> {
    private final FieldTable<SourceDraft> fields =
            new FieldTable<SourceDraft>().field("article_name", draft -> draft.articleName, TextReader::name);

    private final SourceDraft draft = new SourceDraft();

    @Override
    public KnowledgeSource object(JsonInput json) throws IOException {
        fields.read(json, draft);
        String articleName = draft.articleName.value();
        if (articleName == null) {
            json.reject(RejectReason.WRONG_TYPE, "expected an object with an article_name, found none");
            return null;
        }
        return new KnowledgeSource(articleName, draft.extras().json(json));
    }

    @Override
    public KnowledgeSource named(String name) {
        return new KnowledgeSource(name, null);
    }

    @Override
    public String expected() {
        return "an article as object or text";
    }

    private static final class SourceDraft extends Draft {
        private final Slot<String> articleName = slot();
    }
}
