package io.botledger.sample;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What a set of sample exports holds and how its files are written. Only {@code schema} and the numbers before it decide
 * the conversations; shape, keys, gzip and values decide how the same conversations are spelled in the files.
 *
 * @param seed any number; the same seed gives the same conversations
 * @param conversations how many in all files together; 0 to 1,000,000,000
 * @param days how many days, one after the other; 1 to 3,660
 * @param firstDay the first day (UTC) on which conversations ended; in the years 2000 to 2099; never null
 * @param bots how many bots; 1 to 100; the first three are the same for every seed
 * @param shards how many files for each bot and day; 1 to 1,000
 * @param shape how records follow each other in a file; never null
 * @param keys how the names of fields are spelled; never null
 * @param schema which fields there are; never null
 * @param gzip whether files are compressed and their names end in {@code .gz}
 * @param values how values are spelled; never null
 */
public record SampleSettings(
        long seed,
        long conversations,
        int days,
        LocalDate firstDay,
        int bots,
        int shards,
        Shape shape,
        KeyCase keys,
        Schema schema,
        boolean gzip,
        Values values) {
    private static final long MAX_CONVERSATIONS = 1_000_000_000;
    private static final int MAX_DAYS = 3_660;
    private static final int MAX_BOTS = 100;
    private static final int MAX_SHARDS = 1_000;
    private static final long MAX_FILES = 1_000_000;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    /** How records follow each other in a file. */
    public enum Shape {
        /** One JSON array of objects; without conversations {@code []}. */
        ARRAY,
        /** One object a line; without conversations an empty file. */
        JSONL
    }

    /** How the names of fields are spelled, in the record and in the items of its lists. */
    public enum KeyCase {
        /** As the vendor's article has them. */
        LOWER,
        /** As live exports have them. Names of session parameters keep their case. */
        UPPER
    }

    /** Which fields a record has, by version of the API. */
    public enum Schema {
        /** The fields of the vendor's article; counts of language model answers are called {@code llm_…}. */
        V2,
        /** Also segments, procedures, use cases, sources and verdicts; the counts are called {@code knowledge_…}. */
        V3
    }

    /** How values are spelled. */
    public enum Values {
        /** Numbers, booleans and lists as JSON has them; times as {@code 2024-05-07T10:11:12.123456Z}. */
        TYPED,
        /**
         * As a data warehouse unloads them: every value a string, lists as strings that hold JSON, times as {@code
         * 2024-05-07 10:11:12.123456 UTC}, no field for an empty list.
         */
        STRINGS
    }

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a number or the first day lies outside its range, or if bots, days and shards
     *     make more than 1,000,000 files
     */
    public SampleSettings {
        Objects.requireNonNull(firstDay, "firstDay");
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(keys, "keys");
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(values, "values");
        requireRange("conversations", conversations, 0, MAX_CONVERSATIONS);
        requireRange("days", days, 1, MAX_DAYS);
        requireRange("bots", bots, 1, MAX_BOTS);
        requireRange("shards", shards, 1, MAX_SHARDS);
        requireRange("the number of files (bots × days × shards)", (long) bots * days * shards, 1, MAX_FILES);
        if (firstDay.isBefore(EARLIEST) || firstDay.isAfter(LATEST)) {
            throw new IllegalArgumentException(
                    "firstDay must be between " + EARLIEST + " and " + LATEST + ", but is " + firstDay);
        }
    }

    private static void requireRange(String name, long number, long least, long most) {
        if (number < least || number > most) {
            throw new IllegalArgumentException(
                    name + " must be between " + least + " and " + most + ", but is " + number);
        }
    }

    /**
     * 2,000 conversations of 3 bots over the 30 days from 2026-01-01, one file for each bot and day, seed 1, in the form
     * of the vendor's article (array, lower case, typed) with the fields of version 3, not compressed.
     */
    public static SampleSettings defaults() {
        return builder().build();
    }

    /** A builder that holds the {@link #defaults()}. */
    public static SampleSettingsBuilder builder() {
        return new SampleSettingsBuilder();
    }
}
