package io.botledger.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an export file: which bot, which day, which part of the day. The vendor's form is
 * {@code conversation_<bot-id>_<YYYY-MM-DD>_<12 digits>.json}; a trailing {@code .gz} and the endings {@code .jsonl} and
 * {@code .ndjson} are taken as well, since the content alone decides how a file is read. In the landing folder the first 16
 * hex digits of the content's SHA-256 stand before the ending, so that the versions of one file lie side by side; they are
 * no part of the identity.
 *
 * @param botId the vendor's id of the bot; never null nor empty
 * @param exportDate the day (UTC) on which the file's conversations ended, in the years 2000 to 2099; never null
 * @param shard number of the part, 0-based
 */
public record ExportFileName(String botId, LocalDate exportDate, long shard) implements Comparable<ExportFileName> {
    private static final Pattern FORM = Pattern.compile(
            "conversations?_(.+)_(\\d{4}-\\d{2}-\\d{2})_(\\d{1,12})(?:\\.[0-9a-f]{16})?\\.(?:json|jsonl|ndjson)(?:\\.gz)?",
            Pattern.CASE_INSENSITIVE);
    private static final Comparator<ExportFileName> BY_DAY = Comparator.comparing(ExportFileName::exportDate)
            .thenComparing(ExportFileName::botId)
            .thenComparing(ExportFileName::shard);
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;
    private static final String ENDING = ".json";
    private static final int VERSION_DIGITS = 16;
    private static final long MAX_SHARD = 999_999_999_999L;
    /** The form of a name, for messages. */
    public static final String EXPECTED = "conversation_<bot-id>_<YYYY-MM-DD>_<12 digits>.json";

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the bot id is empty, the day implausible, or the shard has more than 12 digits
     */
    public ExportFileName {
        Objects.requireNonNull(botId, "botId");
        Objects.requireNonNull(exportDate, "exportDate");
        if (botId.isEmpty()) {
            throw new IllegalArgumentException("botId is empty");
        }
        if (exportDate.getYear() < FIRST_YEAR || exportDate.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException(
                    "day " + exportDate + " is not in the years " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        if (shard < 0 || shard > MAX_SHARD) {
            throw new IllegalArgumentException("shard " + shard + " is not between 0 and " + MAX_SHARD);
        }
    }

    /**
     * Reads a file's name, without its folder.
     *
     * @return the parts; empty if the name has another form, or there is no such day in the years 2000 to 2099
     */
    public static Optional<ExportFileName> parse(String fileName) {
        Matcher matcher = FORM.matcher(fileName);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(matcher.group(2));
            return Optional.of(new ExportFileName(matcher.group(1), day, Long.parseLong(matcher.group(3))));
        } catch (DateTimeException | IllegalArgumentException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The vendor's name for the file. */
    public String format() {
        return "conversation_" + botId + "_" + exportDate + "_"
                + "0".repeat(12 - Long.toString(shard).length()) + shard + ENDING;
    }

    /**
     * The name of one version of the file in the landing folder: {@code conversation_…_<12 digits>.<16 hex>.json.gz}.
     *
     * @param content what the version holds; never null
     */
    public String formatVersion(FileContent content) {
        String vendors = format();
        String stem = vendors.substring(0, vendors.length() - ENDING.length());
        return stem + "." + content.sha256().substring(0, VERSION_DIGITS) + ENDING + ".gz";
    }

    /** By day, then bot, then shard: the order in which files are loaded. */
    @Override
    public int compareTo(ExportFileName other) {
        return BY_DAY.compare(this, other);
    }
}
