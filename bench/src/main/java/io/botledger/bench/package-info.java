/**
 * Measures the built jar as a user runs it: in a process of its own, from a cold start.
 *
 * <p>{@link io.botledger.bench.Bench} is the command behind {@code bench/run}. It loads the same rows in two ways: with
 * {@code load} from the exports, and with the database's own bulk path from ready-made rows, which is the limit. Before a
 * limit counts, {@link io.botledger.bench.Contents} proves that it left the same rows. {@link
 * io.botledger.bench.Measurements} says what is measured, {@link io.botledger.bench.Goals} what it should be, and {@link
 * io.botledger.bench.ResultsPage} writes both side by side.
 */
package io.botledger.bench;
