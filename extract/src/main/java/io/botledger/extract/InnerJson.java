package io.botledger.extract;

/**
 * What became of a text that may hold JSON.
 *
 * @param json whether it holds one JSON value
 * @param value what was read from it; null if there is nothing
 */
record InnerJson<T>(boolean json, T value) {}
