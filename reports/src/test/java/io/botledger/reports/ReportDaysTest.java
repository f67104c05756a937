package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which days a report for people says that it is about, and when it was made. */
class ReportDaysTest {
    private static final Pattern DAYS = Pattern.compile("<dt>Days</dt><dd dir=\"auto\">(.*?)</dd>");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-01T04:30:59.9Z"), ZoneOffset.UTC);

    private static String page(Database database, Report report, String... parameters) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ReportRunner(database, ReportSettings.defaults(), "1.2.3", CLOCK)
                .run(report, Reports.with(parameters), ReportFormat.HTML, ReportOutput.toStream("memory", bytes));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String days(Database database, String report, String... parameters) {
        String page = page(database, Reports.BUILT_IN.find(report), parameters);
        assertThat(page).doesNotContain("<dt>From</dt>", "<dt>To</dt>");
        Matcher matcher = DAYS.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void theDaysAreThoseThatAreAskedForUpToWhatIsLoaded(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            assertThat(days(database, "ultimate_metrics")).isEqualTo("all");
            Fixture.insert(
                    database,
                    List.of(
                            Talk.PLAIN.id("c1").times("2024-05-07T21:59:00Z", "2024-05-07T22:30:00Z"),
                            Talk.PLAIN.id("c2").times("2024-05-20T10:00:00Z", "2024-05-21T00:10:00Z"),
                            Talk.PLAIN.id("c3").times("2024-05-06T10:00:00Z", null)));
            // The third has no end, and so ended on the day of its file, the 7th.
            assertThat(days(database, "ultimate_metrics")).isEqualTo("2024-05-07 to 2024-05-21, all that are loaded");
            assertThat(days(database, "ultimate_metrics", "day_of", "start"))
                    .isEqualTo("2024-05-06 to 2024-05-20, all that are loaded");
            assertThat(days(database, "reconciliation")).isEqualTo("2024-05-06 to 2024-05-20, all that are loaded");
            assertThat(days(database, "ultimate_metrics", "time_zone", "America/New_York"))
                    .isEqualTo("2024-05-07 to 2024-05-20, all that are loaded");
            assertThat(days(database, "ultimate_metrics", "from", "2024-05-08"))
                    .isEqualTo("2024-05-08 to 2024-05-21, the last that is loaded");
            assertThat(days(database, "ultimate_metrics", "to", "2024-05-08"))
                    .isEqualTo("2024-05-07, the first that is loaded, to 2024-05-08");
            assertThat(days(database, "ultimate_metrics", "from", "2024-05-22")).isEqualTo("from 2024-05-22 on");
            assertThat(days(database, "ultimate_metrics", "to", "2024-05-06")).isEqualTo("up to 2024-05-06");
            assertThat(days(database, "ultimate_metrics", "from", "2024-05-01", "to", "2024-05-31"))
                    .isEqualTo("2024-05-01 to 2024-05-31");
            assertThat(days(database, "ultimate_metrics", "from", "2024-05-01", "to", "2024-05-01"))
                    .isEqualTo("2024-05-01");
            assertThat(days(database, "coverage")).isEqualTo("all");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aReportTellsWhenAndByWhatItWasMadeAndNoDaysIfItTakesNone(Dialect dialect) {
        Report report = new ReportReader(ReportCatalogue::resource).read("mine", """
                -- @title Mine
                -- @question Which?
                -- @parameter from text: Not a day.
                -- @parameter to date: A day.
                -- @column n integer, rows: A number.
                -- @order None.

                select 1 as n where cast(:from as varchar) is null and cast(:to as date) is null
                """);
        try (Database database = TestDatabases.migrated(dialect)) {
            assertThat(page(database, report, "from", "here", "to", "2024-05-01"))
                    .contains("""
                    <dl class="facts">
                    <div><dt>From</dt><dd dir="auto">here</dd></div>
                    <div><dt>To</dt><dd dir="auto">2024-05-01</dd></div>
                    <div><dt>Made</dt><dd dir="auto">2024-06-01 04:30 UTC by botledger 1.2.3</dd></div>
                    </dl>
                    """);
        }
    }
}
