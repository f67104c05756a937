package io.botledger.load;

import java.util.Locale;

/** How far the load of a file's version came. */
enum LoadStatus {
    STARTED,
    COMPLETED,
    FAILED,
    SUPERSEDED;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LoadStatus of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
