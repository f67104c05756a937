package io.botledger.cli;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import io.botledger.model.Suggestion;
import io.botledger.reports.ReportFormat;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of a file with places for what differs from report to report, such as {@code reports/{date}/{name}.csv}.
 *
 * @param text with {@code {date}} for a day, {@code {name}} for a report's name, {@code {format}} for a format's ending
 */
record OutputPattern(String text) {
    static final String DATE = "{date}";
    static final String NAME = "{name}";
    static final String FORMAT = "{format}";

    private static final List<String> PLACES = List.of(DATE, NAME, FORMAT);
    private static final Pattern PLACE = Pattern.compile("\\{[^{}]*\\}");

    /**
     * Reads a pattern.
     *
     * @throws BotledgerException USAGE if it has an unknown place or is no path
     */
    static OutputPattern parse(String text) {
        for (MatchResult place : PLACE.matcher(text).results().toList()) {
            if (!PLACES.contains(place.group())) {
                throw new BotledgerException(
                        ErrorCode.USAGE,
                        "unknown place " + Setting.shown(place.group()) + " in " + Setting.shown(text)
                                + "; expected one of " + String.join(", ", PLACES)
                                + Suggestion.didYouMean(place.group(), PLACES));
            }
        }
        try {
            if (Path.of(text).getFileName() == null) {
                throw new InvalidPathException(text, "no name");
            }
        } catch (InvalidPathException e) {
            throw new BotledgerException(ErrorCode.USAGE, "expected a file, found " + Setting.shown(text), e);
        }
        return new OutputPattern(text);
    }

    /** Whether a place is in it. */
    boolean holds(String place) {
        return text.contains(place);
    }

    /** The format by the ending, if it is fixed and one of a format. */
    Optional<ReportFormat> format() {
        return ReportFormat.ofFile(text);
    }

    /** The file of one report. */
    Path file(LocalDate day, String name, ReportFormat format) {
        return Path.of(PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(
                        switch (place.group()) {
                            case DATE -> day.toString();
                            case NAME -> name;
                            default -> format.fileEnding();
                        })));
    }
}
