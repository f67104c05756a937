package io.botledger.extract;

import io.botledger.model.BotledgerException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of asking for one bot's day.
 *
 * @param day which
 * @param outcome never null
 * @param files how many files the source listed
 * @param newVersions how many of them have another current version now
 * @param bytes received of the files, as sent
 * @param warnings what a user should know, such as a file that the source no longer lists
 * @param error why it failed; empty unless it did
 */
public record BotDayResult(
        BotDay day,
        FetchOutcome outcome,
        int files,
        int newVersions,
        long bytes,
        List<String> warnings,
        Optional<BotledgerException> error) {
    /** Copies the list. */
    public BotDayResult {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(outcome, "outcome");
        warnings = List.copyOf(warnings);
        Objects.requireNonNull(error, "error");
    }

    static BotDayResult failed(BotDay day, BotledgerException error) {
        return new BotDayResult(day, FetchOutcome.FAILED, 0, 0, 0, List.of(), Optional.of(error));
    }
}
