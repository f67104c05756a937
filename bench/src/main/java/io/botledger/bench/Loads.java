package io.botledger.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Loads and limits, each into a new database with the schema and no rows, and the proof of what they left. A database
 * that all rounds read is a reference; it is loaded once, unmeasured, and warms the machine up.
 */
final class Loads {
    private static final String MEASURED = "measured";

    private final Program program;
    private final Exports exports;
    private final Path dumps;
    private final Map<String, Contents> references = new HashMap<>();
    private final Map<String, Contents> loaded = new HashMap<>();
    private final Set<String> verified = new HashSet<>();
    private final Set<Proof> proofs = new LinkedHashSet<>();

    Loads(Program program, Exports exports, Path dumps) {
        this.program = program;
        this.exports = exports;
        this.dumps = dumps;
    }

    /** Loads a reference, and checks it. */
    void loadReference(TargetDatabase target, Layout layout) throws IOException, InterruptedException, SQLException {
        String database = reference(layout);
        target.create(database);
        run(target, database, layout, 0);
        check(target, database, layout, 0);
        target.tidy(database);
    }

    /** The name of a reference. */
    static String reference(Layout layout) {
        return "reference_" + layout.name();
    }

    /** Dumps the rows of a reference, for the limit. */
    void dump(TargetDatabase target, Layout layout) throws IOException, SQLException {
        target.dump(reference(layout), dumps(target, layout));
        try (Connection connection = target.connect(reference(layout))) {
            references.put(key(target, layout), Contents.hashed(connection, target::rowHash));
        }
    }

    private Path dumps(TargetDatabase target, Layout layout) {
        return dumps.resolve(key(target, layout));
    }

    private static String key(TargetDatabase target, Layout layout) {
        return target.name() + "_" + layout.name();
    }

    /**
     * Measures a load.
     *
     * @param workers for {@code --workers}; 0 for the default
     */
    Usage load(TargetDatabase target, Layout layout, int workers, Settling settling)
            throws IOException, InterruptedException, SQLException {
        exports.of(layout);
        target.create(MEASURED);
        settling.settle();
        Usage usage = run(target, MEASURED, layout, workers);
        check(target, MEASURED, layout, workers);
        target.drop(MEASURED);
        return usage;
    }

    /** Measures a load of what a reference holds already. */
    Usage loadAgain(TargetDatabase target, Layout layout, Settling settling)
            throws IOException, InterruptedException, SQLException {
        settling.settle();
        return run(target, reference(layout), layout, 0);
    }

    private Usage run(TargetDatabase target, String database, Layout layout, int workers)
            throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(List.of("load", exports.of(layout).toString(), "--progress", "none"));
        if (workers > 0) {
            arguments.addAll(List.of("--workers", Integer.toString(workers)));
        }
        arguments.addAll(target.options(database));
        return program.launch(arguments);
    }

    /** Every load is counted; the first of its kind is also verified by the program, and counted against the exports. */
    private void check(TargetDatabase target, String database, Layout layout, int workers)
            throws IOException, InterruptedException, SQLException {
        Contents counted;
        try (Connection connection = target.connect(database)) {
            counted = Contents.counted(connection);
        }
        if (counted.rows("conversations") != layout.conversations()) {
            throw new IllegalStateException("load left " + counted.rows("conversations") + " conversations of " + layout
                    + " in " + target.name());
        }
        Contents expected = loaded.putIfAbsent(key(target, layout), counted);
        if (expected != null) {
            expected.requireSame(counted, "load into " + target.name());
        }
        if (verified.add(key(target, layout) + "_" + workers)) {
            List<String> verify = new ArrayList<>(List.of("verify"));
            verify.addAll(target.options(database));
            program.launch(verify);
        }
    }

    /** Measures the limit: the dumped rows, put back; their hashes must be the reference's. */
    Usage limit(TargetDatabase target, Layout layout, Settling settling)
            throws IOException, InterruptedException, SQLException {
        target.create(MEASURED);
        settling.settle();
        Usage usage = target.putBack(MEASURED, dumps(target, layout));
        Contents expected = references.get(key(target, layout));
        try (Connection connection = target.connect(MEASURED)) {
            Contents left = Contents.hashed(connection, target::rowHash);
            expected.requireSame(left, "the limit of " + target.name());
            proofs.add(new Proof(target.name(), layout, expected.rows(), left.rows()));
        }
        target.drop(MEASURED);
        return usage;
    }

    /**
     * What was proved of a limit.
     *
     * @param database which
     * @param layout the data
     * @param loadedRows rows that a load left in all data tables
     * @param limitRows rows that the limit left there
     */
    record Proof(String database, Layout layout, long loadedRows, long limitRows) {}

    /** One for each limit that was measured; its rows are those of the load, by their hashes too. */
    List<Proof> proofs() {
        return List.copyOf(proofs);
    }
}
