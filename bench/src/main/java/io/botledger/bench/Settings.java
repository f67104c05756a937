package io.botledger.bench;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is measured.
 *
 * @param conversations how many; 100 or more
 * @param rounds how often each; 1 or more
 * @param parts databases and kinds of measurement; where no database, or no kind, is named, all of them
 */
record Settings(long conversations, int rounds, Set<Part> parts) {
    /** The size that the targets are about. */
    static final long JUDGED_CONVERSATIONS = 200_000;

    private static final long LEAST_CONVERSATIONS = 100;
    private static final Set<Part> DATABASES = EnumSet.of(Part.PG, Part.H2);

    Settings {
        if (conversations < LEAST_CONVERSATIONS) {
            throw new IllegalArgumentException(
                    "--conversations must be " + LEAST_CONVERSATIONS + " or more, but is " + conversations);
        }
        if (rounds < 1) {
            throw new IllegalArgumentException("--rounds must be 1 or more, but is " + rounds);
        }
        parts = Set.copyOf(completed(parts));
    }

    private static Set<Part> completed(Collection<Part> named) {
        Set<Part> all = EnumSet.noneOf(Part.class);
        all.addAll(named);
        if (all.stream().noneMatch(DATABASES::contains)) {
            all.addAll(DATABASES);
        }
        if (DATABASES.containsAll(all)) {
            all.addAll(EnumSet.complementOf(EnumSet.copyOf(DATABASES)));
        }
        return all;
    }

    boolean has(Part part) {
        return parts.contains(part);
    }

    /** Whether the targets of speed and growth are about this size. */
    boolean judged() {
        return conversations == JUDGED_CONVERSATIONS;
    }

    /** The data that targets speak of. */
    Layout fourFiles() {
        return new Layout(conversations, 4);
    }

    /** The same in one file. */
    Layout oneFile() {
        return new Layout(conversations, 1);
    }

    /** The same in a file for each day of a year. */
    Layout manyFiles() {
        return new Layout(conversations, 365);
    }

    /** Five times the data, in a file for each day of a year: what reports are made of. */
    Layout year() {
        return new Layout(conversations * 5, 365);
    }

    /** A quarter of the data. */
    Layout few() {
        return new Layout(conversations / 4, 4);
    }

    /** Four times the data. */
    Layout many() {
        return new Layout(conversations * 4, 4);
    }
}
