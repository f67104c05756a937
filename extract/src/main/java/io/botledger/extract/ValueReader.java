package io.botledger.extract;

import java.io.IOException;

/** Reads one kind of value. */
@FunctionalInterface
interface ValueReader<T> {
    /**
     * Reads the value that the input is at, and rejects it if it is none of the kind.
     *
     * @return the value; null if there is none
     * @throws IOException if the JSON itself is broken
     */
    T read(JsonInput json) throws IOException;
}
