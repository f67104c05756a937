package io.botledger.load;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;

/**
 * Tells which conversations can't be in the tables, so that nobody looks for them there: those of a bot that had none when
 * this session first met it, and that this session did not write since. Relies on the process lock: nobody else writes.
 * Safe for use by several threads.
 */
final class FreshBots {
    private final Jdbi jdbi;
    private final WrittenIds written = new WrittenIds();
    private final Map<Long, Boolean> fresh = new ConcurrentHashMap<>();

    FreshBots(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Conversations that may be in the tables.
     *
     * @param written whether this session may have written one of them
     */
    record Suspects(Collection<String> conversationIds, boolean written) {}

    /** Of conversations that are about to be written, those that may be in the tables. */
    Suspects suspects(long botKey, Collection<String> conversationIds) {
        List<String> again = written.addAll(botKey, conversationIds);
        boolean isFresh = fresh.computeIfAbsent(botKey, this::hasNone);
        return new Suspects(isFresh ? again : conversationIds, !again.isEmpty());
    }

    private boolean hasNone(long botKey) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select 1 from botledger.conversations where bot_key = :bot fetch first row only")
                .bind("bot", botKey)
                .mapTo(Integer.class)
                .findOne()
                .isEmpty());
    }
}
