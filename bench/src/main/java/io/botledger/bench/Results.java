package io.botledger.bench;

import java.time.Instant;
import java.util.List;

/**
 * All that a run of the bench found out.
 *
 * @param startedAt when it began
 * @param machine where
 * @param settings what was measured
 * @param notes how it was measured on these databases, a sentence each
 * @param proofs of the limits
 * @param figures what was found
 */
record Results(
        Instant startedAt,
        Machine machine,
        Settings settings,
        List<String> notes,
        List<Loads.Proof> proofs,
        Figures figures) {
    Results {
        notes = List.copyOf(notes);
        proofs = List.copyOf(proofs);
    }

    List<Goal> goals() {
        return Goals.of(settings, figures);
    }
}
