package io.botledger.extract;

import java.util.Locale;

/** A version of the Data Export API. */
public enum ApiVersion {
    /** The legacy one. */
    V2,
    /** The current one. */
    V3;

    /** As it stands in the path: {@code v2}, {@code v3}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }
}
