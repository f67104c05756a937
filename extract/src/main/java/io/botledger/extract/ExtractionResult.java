package io.botledger.extract;

import java.util.List;

/**
 * What came of an extraction.
 *
 * @param days one result for each day of the plan, in its order
 * @param unasked which days of organizations that were given up were not asked for any more; they are among the days, as
 *     failed
 */
public record ExtractionResult(List<BotDayResult> days, List<Unasked> unasked) {
    /** Copies the lists. */
    public ExtractionResult {
        days = List.copyOf(days);
        unasked = List.copyOf(unasked);
    }

    /** How many days had this outcome. */
    public long count(FetchOutcome outcome) {
        return days.stream().filter(day -> day.outcome() == outcome).count();
    }

    /** Bytes received of the files, as sent. */
    public long bytes() {
        return days.stream().mapToLong(BotDayResult::bytes).sum();
    }

    /** Files that have another current version now. */
    public long newVersions() {
        return days.stream().mapToLong(BotDayResult::newVersions).sum();
    }
}
