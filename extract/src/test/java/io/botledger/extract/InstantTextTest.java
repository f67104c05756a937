package io.botledger.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class InstantTextTest {
    private static final Map<String, String> FORMS = new TreeMap<>(Map.ofEntries(
            Map.entry("2024-05-07T10:11:12.123Z", "2024-05-07T10:11:12.123Z"),
            Map.entry("2024-05-07 10:11:12.123456 UTC", "2024-05-07T10:11:12.123456Z"),
            Map.entry("2024-05-07T10:11:12.123456789", "2024-05-07T10:11:12.123456Z"),
            Map.entry("2024-05-07 10:11:12", "2024-05-07T10:11:12Z"),
            Map.entry("2024-05-07 10:11", "2024-05-07T10:11:00Z"),
            Map.entry("2024-05-07T10:11:12.1+02", "2024-05-07T08:11:12.100Z"),
            Map.entry("2024-05-07T10:11:12-0230", "2024-05-07T12:41:12Z"),
            Map.entry("2024-05-07T00:11:12+05:45", "2024-05-06T18:26:12Z"),
            Map.entry("2024-05-07t10:11:12z", "2024-05-07T10:11:12Z"),
            Map.entry(" 2024-05-07 10:11:12.000001+00 ", "2024-05-07T10:11:12.000001Z"),
            Map.entry("2024-05-07 10:11:12 gmt", "2024-05-07T10:11:12Z"),
            Map.entry("2024-05-07", "2024-05-07T00:00:00Z"),
            Map.entry("2024-02-29", "2024-02-29T00:00:00Z"),
            Map.entry("2000-02-29T23:59:59.999999999Z", "2000-02-29T23:59:59.999999Z"),
            Map.entry("0001-01-01", "0001-01-01T00:00:00Z"),
            Map.entry("9999-12-31T23:59:59.999999Z", "9999-12-31T23:59:59.999999Z"),
            Map.entry("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.500Z"),
            Map.entry("1715076672", "2024-05-07T10:11:12Z"),
            Map.entry("1715076672123", "2024-05-07T10:11:12.123Z"),
            Map.entry("1715076672123456", "2024-05-07T10:11:12.123456Z"),
            Map.entry("1715076672123456789", "2024-05-07T10:11:12.123456Z"),
            Map.entry("1715076672.123", "2024-05-07T10:11:12.123Z"),
            Map.entry("1715076672123.4567", "2024-05-07T10:11:12.123456Z"),
            Map.entry("1.715076672123E9", "2024-05-07T10:11:12.123Z"),
            Map.entry("1e-999999", "1970-01-01T00:00:00Z"),
            Map.entry("0", "1970-01-01T00:00:00Z"),
            Map.entry("-1.5", "1969-12-31T23:59:58.500Z")));

    @Test
    void readsEveryForm() {
        FORMS.forEach(
                (text, expected) -> assertThat(micros(text)).as(text).isEqualTo(microsOf(Instant.parse(expected))));
    }

    @Test
    void agreesWithTheJdkOnEveryDayOfFourCenturies() {
        for (Instant day = Instant.parse("1799-12-31T00:00:00Z");
                day.isBefore(Instant.parse("2200-01-02T00:00:00Z"));
                day = day.plusSeconds(86_400)) {
            assertThat(micros(day.toString())).isEqualTo(microsOf(day));
        }
    }

    @Test
    void refusesWhatIsNoTime() {
        for (String text : List.of(
                "yesterday",
                "2024-02-30",
                "2023-02-29",
                "1900-02-29",
                "2024-13-01",
                "2024-00-10",
                "2024-05-00",
                "2024-05-07T24:00:00Z",
                "2024-05-07T10:60:00Z",
                "2024-05-07T10:11:61Z",
                "2024-05-07T10",
                "2024-05",
                "2024-05-07T10:11:12+19:00",
                "2024-05-07T10:11:12+02:60",
                "2024-05-07T10:11:12 CET",
                "07.05.2024",
                "24-05-07",
                "2024-05-07T10:11:12Zx",
                "T10:11",
                "NaN",
                "Infinity",
                "1e",
                "-",
                ".",
                "1_000",
                "2024-5-7",
                "2024-05-07T")) {
            assertThat(micros(text)).as(text).isEqualTo(InstantText.NOT_READABLE);
        }
    }

    @Test
    void refusesYearsThatNoDatabaseTakes() {
        for (String text : List.of(
                "0000-01-01",
                "0000-12-31T23:59:59Z",
                "10000-01-01",
                "99999-05-07T10:11:12Z",
                "-0044-03-15",
                "+12024-05-07",
                "0001-01-01T00:00:00+02:00",
                "9999-12-31T23:59:59-00:01",
                "-99999999999",
                "1e999999999",
                "1e20",
                "9".repeat(2_000),
                "1e99999999999999999999")) {
            assertThat(micros(text)).as(text).isEqualTo(InstantText.OUT_OF_RANGE);
        }
    }

    private static long microsOf(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }

    private static long micros(String text) {
        char[] chars = ("#" + text + "#").toCharArray();
        return InstantText.epochMicros(chars, 1, chars.length - 1);
    }
}
