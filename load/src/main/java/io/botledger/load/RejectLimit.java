package io.botledger.load;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many of a file's records may be rejected before the file fails.
 *
 * @param count most records; {@link Long#MAX_VALUE} for any number
 * @param percent most percent of the file's records, 0 to 100
 */
public record RejectLimit(long count, double percent) {
    /** Any number. */
    public static final RejectLimit NONE = new RejectLimit(Long.MAX_VALUE, 100);

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})|(\\d{1,3}(?:\\.\\d+)?)%");

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a number lies outside
     */
    public RejectLimit {
        if (count < 0 || !(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException("count " + count + " or percent " + percent + " is out of range");
        }
    }

    /**
     * Reads {@code 1000} (records) or {@code 5%} (of the file's records).
     *
     * @throws BotledgerException with {@link ErrorCode#USAGE} for any other form
     */
    public static RejectLimit parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (matcher.matches()) {
            if (matcher.group(1) != null) {
                return new RejectLimit(Long.parseLong(matcher.group(1)), 100);
            }
            double percent = Double.parseDouble(matcher.group(2));
            if (percent <= 100) {
                return new RejectLimit(Long.MAX_VALUE, percent);
            }
        }
        throw new BotledgerException(
                ErrorCode.USAGE, "expected a count (1000) or a percentage (5%) of records, found " + text);
    }

    /** Whether a file that is still read has too many already. */
    boolean exceededBy(long rejected) {
        return rejected > count;
    }

    /** Whether a file that was read to its end has too many. */
    boolean exceededBy(long rejected, long read) {
        return exceededBy(rejected) || rejected * 100.0 > percent * read;
    }

    /** The limit as the user writes it. */
    @Override
    public String toString() {
        if (count < Long.MAX_VALUE) {
            return Long.toString(count);
        }
        return percent == Math.rint(percent) ? (long) percent + "%" : String.format(Locale.ROOT, "%s%%", percent);
    }
}
