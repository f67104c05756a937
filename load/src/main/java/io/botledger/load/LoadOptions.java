package io.botledger.load;

import java.util.Objects;

/**
 * What a load does with what it can't read.
 *
 * @param onBadValue what becomes of a record with a value that can't be taken as sent
 * @param maxRejects how many records of a file may be rejected before the file fails
 * @param again whether files are loaded again whose content is booked already, with other settings for example
 */
public record LoadOptions(OnBadValue onBadValue, RejectLimit maxRejects, boolean again) {
    /** What becomes of a record with a value that can't be taken as sent. */
    public enum OnBadValue {
        /** The record is loaded without the value, which is booked as a reject of kind {@code value}. */
        KEEP,
        /** The record is rejected. */
        REJECT
    }

    /** Checks that both are there. */
    public LoadOptions {
        Objects.requireNonNull(onBadValue, "onBadValue");
        Objects.requireNonNull(maxRejects, "maxRejects");
    }

    /** Records are kept without their bad values, in any number. */
    public static LoadOptions defaults() {
        return new LoadOptions(OnBadValue.KEEP, RejectLimit.NONE, false);
    }
}
