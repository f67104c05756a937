package io.botledger.bench;

import java.util.Locale;

/** What {@code --only} chooses from: databases and kinds of measurement. */
enum Part {
    /** PostgreSQL. */
    PG,
    /** H2. */
    H2,
    /** Loads against the limit, few files against many, workers. */
    LOAD,
    /** A quarter and four times as many conversations. */
    GROWTH,
    /** A load that finds everything loaded. */
    NOTHING_NEW,
    /** Every report. */
    REPORTS,
    /** Commands that do next to nothing. */
    STARTUP;

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
