package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import io.botledger.extract.ServerAnswer;
import io.botledger.sample.SampleSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code status} tells of days that the landing folder lacks. */
class StatusTest {
    private static final Instant MORNING = Instant.parse("2026-03-01T03:00:00Z");
    private static final LocalDate YESTERDAY = LocalDate.of(2026, 2, 28);

    @AutoClose
    private final Vendor vendor = new Vendor(SampleSettings.builder()
                    .conversations(60)
                    .firstDay(YESTERDAY.minusDays(9))
                    .days(10)
                    .bots(2)
                    .build())
            .showTo(YESTERDAY);

    private final String bot = vendor.bots().get(0);
    private final String other = vendor.bots().get(1);

    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void install() throws IOException {
        cli = Installation.of(
                        folder,
                        TestDatabases.empty(Dialect.H2),
                        vendor.server(),
                        vendor.bots(),
                        "window_days: 10",
                        "downloads: 1",
                        "attempts: 1")
                .cli(MORNING);
    }

    @Test
    void tellsMissingDaysAndWarnsOfThoseThatAreAboutToBeLost() {
        LocalDate absent = YESTERDAY.minusDays(4);
        vendor.server().remove(other, absent);
        vendor.server().failAsks(bot, ServerAnswer.status(400), ServerAnswer.status(400));
        assertThat(cli.run("run", "--bot", bot).exitStatus()).isEqualTo(5);
        assertThat(cli.run("run", "--bot", other).exitStatus()).isZero();

        Cli.Result status = cli.run("status");
        assertThat(status.exitStatus()).isZero();
        assertThat(status.outLines().subList(0, 6))
                .containsExactly(
                        "Bot                       From        To          Days  Absent  Missing  Files  Conversations  Rejects",
                        bot + "  2026-02-21  2026-02-28     8       0        0      8             30        0",
                        other + "  2026-02-19  2026-02-28     9       1        0      9             19        0",
                        "Not fetched yet of " + bot + ": 2026-02-19, 2026-02-20",
                        "No export so far of " + other + ": 2026-02-24 (asked again while the vendor may have it)",
                        "");
        assertThat(status.errLines())
                .containsExactly(
                        "botledger: warning: bot " + bot + ": not fetched yet, and deleted by the vendor soon: "
                                + "2026-02-19 (today), 2026-02-20 (in 1 day); botledger run asks again");
        assertThat(cli.run("status", "--format", "json").json().get("missing"))
                .isEqualTo(Cli.json("""
                [{"bot_id": "%1$s", "day": "2026-02-19", "status": "UNKNOWN", "days_left": 1},
                 {"bot_id": "%1$s", "day": "2026-02-20", "status": "UNKNOWN", "days_left": 2},
                 {"bot_id": "%2$s", "day": "2026-02-24", "status": "ABSENT", "days_left": 6}]
                """.formatted(bot, other)));
    }

    @Test
    void warnsBeforeTheVendorDeletesADayAlsoWithALongerWindow() throws IOException {
        Installation.of(
                folder,
                cli.settings(),
                vendor.server(),
                vendor.bots(),
                "window_days: 90",
                "downloads: 1",
                "attempts: 1");
        assertThat(cli.run("migrate").exitStatus()).isZero();
        Cli.Result status = cli.run("status");
        assertThat(status.exitStatus()).isZero();
        String lost = ": not fetched yet, and deleted by the vendor soon: 2026-01-30 (today), 2026-01-31 (in 1 day), "
                + "2026-02-01 (in 2 days), 2026-02-02 (in 3 days), 2026-02-03 (in 4 days) and 2 more days; "
                + "botledger run asks again";
        assertThat(status.errLines())
                .containsExactly("botledger: warning: bot " + bot + lost, "botledger: warning: bot " + other + lost);
    }

    @Test
    void tellsGapsThatNobodyAsksForAnyMore() {
        assertThat(cli.run("run").exitStatus()).isZero();
        vendor.server().put(bot, LocalDate.of(2026, 2, 16), "[]");
        assertThat(cli.run("run", "--from", "2026-02-16", "--to", "2026-02-18").exitStatus())
                .isZero();
        Cli.Result status = cli.run("status");
        assertThat(status.outLines()).contains("The vendor had no export of " + bot + " for 2026-02-17, 2026-02-18");
        assertThat(status.out()).doesNotContain("No export so far", "No file of");
        assertThat(status.err()).isEmpty();
    }

    @Test
    void isSilentWhenAllIsThere() {
        assertThat(cli.run("run").exitStatus()).isZero();
        Cli.Result status = cli.run("status");
        assertThat(status.err()).isEmpty();
        assertThat(status.out()).doesNotContain("Not fetched yet", "No export so far", "No file of");
        JsonNode missing = cli.run("status", "--format", "json").json().get("missing");
        assertThat(missing).isEmpty();
    }
}
