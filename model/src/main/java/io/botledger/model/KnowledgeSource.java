package io.botledger.model;

import java.util.Objects;

/**
 * An article that an answer was drawn from ({@code knowledge_sources}, v3).
 *
 * @param articleName the article's name; never null
 * @param extra members that botledger does not know, as a compact JSON object; null where there are none
 */
public record KnowledgeSource(String articleName, String extra) {
    /** Checks that the name is there. */
    public KnowledgeSource {
        Objects.requireNonNull(articleName, "articleName");
    }
}
