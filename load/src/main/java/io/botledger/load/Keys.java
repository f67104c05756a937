package io.botledger.load;

import org.jdbi.v3.core.Jdbi;

/**
 * Hands out surrogate keys, unique over all tables and for ever. Takes them from the database a block at a time, so a key
 * costs nothing; what is left of a block when the process ends is never used. Safe for use by several threads.
 */
final class Keys {
    private static final long BLOCK = 10_000;

    private final Jdbi jdbi;
    private long next;
    private long end;

    Keys(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    synchronized long next() {
        if (next == end) {
            long block = jdbi.withHandle(handle -> handle.createQuery("select nextval('botledger.key_blocks')")
                    .mapTo(Long.class)
                    .one());
            next = block * BLOCK;
            end = next + BLOCK;
        }
        return next++;
    }
}
