package io.botledger.reports;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How reports are run and written.
 *
 * @param csv how {@link ReportFormat#CSV} is written
 * @param timeLimit how long a report may take, its warnings and the writing of its rows included, all together; 1 second to
 *     24 hours
 */
public record ReportSettings(CsvStyle csv, Duration timeLimit) {
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Pattern TIME_LIMIT = Pattern.compile("([0-9]{1,5})([smh])");
    private static final ReportSettings DEFAULTS = new ReportSettings(CsvStyle.DEFAULT, Duration.ofMinutes(5));

    /** Checks that everything is there and in its range. */
    public ReportSettings {
        Objects.requireNonNull(csv, "csv");
        if (!inRange(timeLimit)) {
            throw new IllegalArgumentException("time limit " + timeLimit);
        }
    }

    private static boolean inRange(Duration limit) {
        return !limit.minusSeconds(1).isNegative() && limit.compareTo(LONGEST) <= 0;
    }

    /** {@link CsvStyle#DEFAULT}, and 5 minutes. */
    public static ReportSettings defaults() {
        return DEFAULTS;
    }

    /** The same with another form of CSV. */
    public ReportSettings withCsv(CsvStyle other) {
        return new ReportSettings(other, timeLimit);
    }

    /** The same with another time limit. */
    public ReportSettings withTimeLimit(Duration other) {
        return new ReportSettings(csv, other);
    }

    /**
     * Reads a time limit: a number with {@code s}, {@code m} or {@code h} behind it.
     *
     * @throws BotledgerException with {@link ErrorCode#USAGE} if it is none, or out of range
     */
    public static Duration parseTimeLimit(String text) {
        Matcher matcher = TIME_LIMIT.matcher(text);
        if (matcher.matches()) {
            long number = Long.parseLong(matcher.group(1));
            Duration limit = switch (matcher.group(2)) {
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                default -> Duration.ofHours(number);
            };
            if (inRange(limit)) {
                return limit;
            }
        }
        throw new BotledgerException(
                ErrorCode.USAGE, "expected a time of 1s to 24h, such as 90s, 5m or 2h, found \"" + text + "\"");
    }
}
