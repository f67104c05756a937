package io.botledger.cli;

import io.botledger.extract.BotDay;
import io.botledger.extract.BotDayResult;
import io.botledger.extract.ExtractionResult;
import io.botledger.extract.FetchOutcome;
import io.botledger.extract.Unasked;
import io.botledger.model.ErrorCode;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an extraction did.
 *
 * @param days days of bots that were asked for
 * @param fetched those of them with a file whose current version is another one now
 * @param unchanged those that were here as they are
 * @param absent those of which the API has no export
 * @param failed those that could not be fetched, or not in full
 * @param landed files that have another current version now
 * @param bytes bytes of files received, as sent
 * @param warnings what a user should know
 * @param failures why days failed that were asked for, or whose bot was refused
 * @param unasked the other failed days: those that were not asked for, since their organization was given up
 */
record ExtractSummary(
        long days,
        long fetched,
        long unchanged,
        long absent,
        long failed,
        long landed,
        long bytes,
        List<String> warnings,
        List<Failure> failures,
        List<Unasked> unasked)
        implements Printable {
    private static final ExtractSummary NOTHING = of(new ExtractionResult(List.of(), List.of()));

    /** Why a day of a bot failed. */
    record Failure(String botId, LocalDate day, String message) {}

    ExtractSummary {
        warnings = List.copyOf(warnings);
        failures = List.copyOf(failures);
        unasked = List.copyOf(unasked);
    }

    /** Nothing was asked for. */
    static ExtractSummary nothing() {
        return NOTHING;
    }

    static ExtractSummary of(ExtractionResult result) {
        Set<BotDay> unasked = result.unasked().stream()
                .flatMap(organization -> organization.days().stream())
                .collect(Collectors.toSet());
        return new ExtractSummary(
                result.days().size(),
                result.count(FetchOutcome.FETCHED),
                result.count(FetchOutcome.UNCHANGED),
                result.count(FetchOutcome.ABSENT),
                result.count(FetchOutcome.FAILED),
                result.newVersions(),
                result.bytes(),
                result.days().stream().flatMap(day -> day.warnings().stream()).toList(),
                result.days().stream()
                        .filter(day -> day.error().isPresent() && !unasked.contains(day.day()))
                        .map(ExtractSummary::failure)
                        .toList(),
                result.unasked());
    }

    private static Failure failure(BotDayResult result) {
        return new Failure(
                result.day().botId(),
                result.day().day(),
                Redaction.redact(result.error().orElseThrow().getMessage()));
    }

    int exitStatus() {
        return failed == 0 ? 0 : ErrorCode.SOURCE.exitStatus();
    }

    @Override
    public void print(PrintStream out) {
        out.println(Texts.count(days, "day") + " asked for: " + Texts.count(fetched) + " fetched, "
                + Texts.count(unchanged) + " unchanged" + Texts.some(absent, " without an export")
                + Texts.some(failed, " failed")
                + (landed == 0 ? "" : "; " + Texts.count(landed, "file") + " landed, " + Texts.bytes(bytes)));
    }
}
