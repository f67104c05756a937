package io.botledger.extract;

import java.io.IOException;
import java.time.Instant;

/** Reads instants in every form of {@link InstantText}, as text or number. */
final class InstantReader {
    private static final long MICROS = 1_000_000;
    private static final Expected<Instant> EXPECTED =
            new Expected<>("a time such as 2024-05-07T10:11:12.123Z or the seconds since 1970");
    private static final Expected<Instant> EXPECTED_YEARS = new Expected<>("a time in the years 0001 to 9999");

    private InstantReader() {}

    static Instant instant(JsonInput json) throws IOException {
        return switch (json.token()) {
            case VALUE_NULL -> null;
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parsed(json);
            default -> EXPECTED.wrongType(json);
        };
    }

    private static Instant parsed(JsonInput json) throws IOException {
        if (json.isBlankText()) {
            return null;
        }
        char[] chars = json.chars();
        int from = json.charsFrom();
        long micros = InstantText.epochMicros(chars, from, from + json.charsLength());
        if (micros == InstantText.NOT_READABLE) {
            return EXPECTED.notReadable(json);
        }
        if (micros == InstantText.OUT_OF_RANGE) {
            return EXPECTED_YEARS.outOfRange(json);
        }
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
    }
}
