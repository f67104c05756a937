package io.botledger.db;

import java.util.IdentityHashMap;
import org.h2.engine.Database;

/**
 * How many rows of a result an embedded H2 keeps in its memory while somebody expects narrow ones. H2 has one limit for all
 * sessions of a database in this process, so those who do are counted.
 */
final class NarrowRows {
    /**
     * Bytes of heap for each row that is kept: a row of {@code conversation_intents} takes some 400, {@code recontact} holds
     * two results and what its window function needs. Measured: see the decisions in ARCHITECTURE.md.
     */
    private static final int HEAP_PER_ROW = 1_400;

    private static final IdentityHashMap<Database, NarrowRows> EXPECTED = new IdentityHashMap<>();

    private final Database database;
    private final int usual;
    private final int raised;
    private int holders;

    private NarrowRows(Database database) {
        this.database = database;
        this.usual = database.getMaxMemoryRows();
        long fit = Runtime.getRuntime().maxMemory() / HEAP_PER_ROW;
        this.raised = Math.max(usual, (int) Math.min(fit, Integer.MAX_VALUE));
        database.setMaxMemoryRows(raised);
    }

    /** Raises the limit of a database until the last memory for it is closed. */
    static RowMemory expect(Database database) {
        synchronized (EXPECTED) {
            NarrowRows rows = EXPECTED.computeIfAbsent(database, NarrowRows::new);
            rows.holders++;
            return new RowMemory(rows::release);
        }
    }

    private void release() {
        synchronized (EXPECTED) {
            holders--;
            if (holders == 0) {
                EXPECTED.remove(database);
                // Unless somebody has set it meanwhile.
                if (database.getMaxMemoryRows() == raised) {
                    database.setMaxMemoryRows(usual);
                }
            }
        }
    }
}
