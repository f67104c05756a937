package io.botledger.model;

import java.util.Objects;

/**
 * A session parameter that had a value.
 *
 * @param name its name, as exported, case kept; never null
 * @param value a JSON string's content, a number's or boolean's literal, an object or array as compact JSON; never null
 */
public record SessionParam(String name, String value) {
    /** Checks that both are there. */
    public SessionParam {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }
}
