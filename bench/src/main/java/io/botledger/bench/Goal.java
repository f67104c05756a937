package io.botledger.bench;

import java.util.OptionalDouble;

/**
 * A target: what a figure must not exceed, and what it should not.
 *
 * @param name what is measured
 * @param measured the figure; empty if it was not measured
 * @param must the most it may be
 * @param aim the most it should be
 * @param unit behind the figures, with its space; empty for a ratio
 * @param judged whether the target is about data of the size that was measured
 */
record Goal(String name, OptionalDouble measured, double must, double aim, String unit, boolean judged) {
    /** The figure with its unit; {@code -} if there is none. */
    String figure() {
        return measured.isPresent() ? written(measured.getAsDouble()) : "-";
    }

    /** A limit of this target with its unit. */
    String written(double value) {
        return (unit.equals(Goals.MEGABYTES) ? Text.whole(value) : Text.decimal(value)) + unit;
    }

    /** In a word or two. */
    String verdict() {
        if (measured.isEmpty()) {
            return "not measured";
        }
        if (!judged) {
            return "other size";
        }
        if (measured.getAsDouble() <= aim) {
            return "met, and the aim";
        }
        return measured.getAsDouble() <= must ? "met" : "**not met**";
    }
}
