package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportParametersTest {
    private static final Report METRICS = Reports.BUILT_IN.find("ultimate_metrics");

    @Test
    void aNumberThatCanMeanNothingIsRefused() {
        refusesNumber("recontact", "within_days", "--within-days", "1 to 36500", "0", "-1", "36501");
        refusesNumber("satisfaction", "top_from", "--top-from", "1 to 5", "0", "6");
        refusesNumber("session_param_values", "top", "--top", "1 or more, of up to 18 digits", "0", "-1");
    }

    private static void refusesNumber(String report, String name, String option, String range, String... values) {
        for (String value : values) {
            assertThatThrownBy(() -> Reports.with(name, value).check(Reports.BUILT_IN.find(report)))
                    .hasMessage("report " + report + ": " + option + ": expected a whole number of " + range
                            + ", found \"" + value + "\"");
        }
    }

    @Test
    void anOffsetIsNoTimeZoneAndItsSignIsTurnedRoundInTheNamesOfSome() {
        Map<String, String> meant = Map.of(
                "GMT+2", "2 hours ahead of UTC all year round Etc/GMT-2",
                "utc+02:00", "2 hours ahead of UTC all year round Etc/GMT-2",
                "+0200", "2 hours ahead of UTC all year round Etc/GMT-2",
                "+1", "1 hour ahead of UTC all year round Etc/GMT-1",
                "UTC -5", "5 hours behind UTC all year round Etc/GMT+5",
                "GMT+14", "14 hours ahead of UTC all year round Etc/GMT-14");
        meant.forEach((typed, hint) -> refuses(
                "--time-zone: expected a time zone such as Europe/Berlin, or UTC, found \"" + typed
                        + "\"; name a region, whose clocks change with summer, or for " + hint
                        + " (the sign of these names is turned round)",
                "time_zone",
                typed));
        for (String typed : List.of("+05:30", "GMT+15", "UTC-13")) {
            refuses(
                    "--time-zone: expected a time zone such as Europe/Berlin, or UTC, found \"" + typed
                            + "\"; name a region of this offset, such as Asia/Kolkata for +05:30",
                    "time_zone",
                    typed);
        }
    }

    private static void refuses(String message, String... namesAndValues) {
        assertThatThrownBy(() -> Reports.with(namesAndValues).check(METRICS))
                .isInstanceOfSatisfying(
                        BotledgerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE))
                .hasMessage("report ultimate_metrics: " + message);
    }

    @Test
    void everyWrongValueIsNamedAtOnce() {
        refuses(
                """
                6 problems
                  --param form: the report takes no such parameter, only --day-of, --from, --to, --bot, --channel, --language, --exclude-test, --min-bot-messages, --time-zone, --by; did you mean from?
                  --from: expected a day as YYYY-MM-DD, found "2024-02-30"
                  --bot: expected a text, found ""
                  --exclude-test: expected one of true, false, found "yes"
                  --min-bot-messages: expected a whole number of 0 or more, of up to 18 digits, found "-1"
                  --by: expected one of day, week, month, bot, channel, language, found "moth"; did you mean month?""",
                "form",
                "x",
                "from",
                "2024-02-30",
                "bot",
                "",
                "exclude_test",
                "yes",
                "min_bot_messages",
                "-1",
                "by",
                "moth");
    }

    @Test
    void theFirstDayMustNotBeAfterTheLast() {
        refuses("--from 2024-05-02 is after --to 2024-05-01", "from", "2024-05-02", "to", "2024-05-01");
        assertThatCode(() ->
                        Reports.with("from", "2024-05-01", "to", "2024-05-01").check(METRICS))
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsNotRepeatableIsGivenOnce() {
        refuses("--by: given 2 times, expected once", "by", "day", "by", "week");
    }

    @Test
    void daysAreWrittenInOneWay() {
        for (String day : new String[] {
            "2024-5-1", "01.05.2024", "0000-01-01", "+12024-01-01", "\u0662\u0660\u0662\u0664-01-01", ""
        }) {
            refuses("--to: expected a day as YYYY-MM-DD, found \"" + day + "\"", "to", day);
        }
    }

    @Test
    void aTimeZoneIsKnownByItsNameAlone() {
        Map<String, String> suggestions = Map.of(
                "europe/berlin", "Europe/Berlin",
                "Berlin", "Europe/Berlin",
                "new york", "America/New_York",
                "Europe/Belrin", "Europe/Berlin",
                "utc", "UTC");
        suggestions.forEach((typed, meant) -> refuses(
                "--time-zone: expected a time zone such as Europe/Berlin, or UTC, found \"" + typed
                        + "\"; did you mean " + meant + "?",
                "time_zone",
                typed));
        for (String noName : List.of("+02:00", "CET", "EST5EDT", "SystemV/EST5", "Z", "")) {
            assertThatThrownBy(() -> Reports.with("time_zone", noName).check(METRICS))
                    .hasMessageStartingWith("report ultimate_metrics: --time-zone: expected a time zone");
        }
        for (String name : List.of("UTC", "Etc/GMT+5", "Asia/Kathmandu")) {
            assertThatCode(() -> Reports.with("time_zone", name).check(METRICS)).doesNotThrowAnyException();
        }
    }

    @Test
    void noTextHoldsACharacterThatNoDatabaseTakes() {
        refuses("--bot: expected a text without U+0000, found \"a\uFFFDb\"", "bot", "a\0b");
    }
}
