package io.botledger.extract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;

/**
 * The JSON that is accepted. Its only limit is the depth: the length of texts and numbers is bounded by the record's
 * length. NaN and Infinity pass, to become rejects of one value instead of the record.
 */
final class JsonFormat {
    private static final int POOLED_BUFFERS = 4;

    private JsonFormat() {}

    /** Of a record: strict but for NaN and Infinity, always UTF-8. */
    static JsonFactory ofRecords(int maxDepth) {
        return builder(maxDepth).build();
    }

    /**
     * Of JSON that stands in a text: takes line feeds and tabs inside of texts as well, which is what becomes of JSON that
     * was escaped once too little.
     */
    static JsonFactory ofTexts(int maxDepth) {
        return builder(maxDepth)
                .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                .build();
    }

    private static JsonFactoryBuilder builder(int maxDepth) {
        return new JsonFactoryBuilder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(maxDepth)
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNumberLength(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .build())
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
                .disable(JsonFactory.Feature.CHARSET_DETECTION)
                .recyclerPool(JsonRecyclerPools.newBoundedPool(POOLED_BUFFERS));
    }
}
