package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Dialect;
import io.botledger.db.Dump;
import io.botledger.db.TestDatabases;
import io.botledger.sample.SampleSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the vendor had no export of is told apart from what is missing, also where only the landing folder knows it. */
class AbsentDaysTest {
    private static final Instant MORNING = Instant.parse("2026-03-01T03:00:00Z");
    private static final LocalDate YESTERDAY = LocalDate.of(2026, 2, 28);
    private static final String DAYS = "select * from reporting.export_days";

    @AutoClose
    private final Vendor vendor = new Vendor(SampleSettings.builder()
                    .conversations(40)
                    .firstDay(YESTERDAY.minusDays(4))
                    .days(5)
                    .bots(1)
                    .build())
            .showTo(YESTERDAY);

    private final String bot = vendor.bots().get(0);

    @TempDir
    private Path folder;

    private static List<String> states(Cli cli) {
        return cli.run("report", "coverage", "--format", "csv").outLines().stream()
                .skip(1)
                .map(line -> line.replaceFirst("[^,]*,[^,]*,[^,]*,([^,]*),.*", "$1"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void runAndLoadBookWhatTheVendorSaid(Dialect dialect) throws IOException {
        Installation installation =
                Installation.of(folder, TestDatabases.empty(dialect), vendor.server(), vendor.bots(), "window_days: 5");
        vendor.server().remove(bot, YESTERDAY.minusDays(2));
        assertThat(installation.cli(MORNING).run("extract").exitStatus()).isZero();
        Cli loader = Cli.empty(dialect);
        assertThat(loader.run("load", installation.landing()).exitStatus()).isZero();
        assertThat(states(loader)).containsExactly("loaded", "loaded", "absent", "loaded", "loaded");

        Cli later = installation.cli(MORNING.plusSeconds(3_600));
        assertThat(later.run("run").exitStatus()).isZero();
        assertThat(states(later)).containsExactly("loaded", "loaded", "absent", "loaded", "loaded");
        assertThat(later.run("status").out()).contains("No export so far of " + bot + ": 2026-02-26");
        List<String> looks = Dump.rows(later.settings(), DAYS);
        assertThat(looks)
                .hasSize(5)
                .filteredOn(row -> row.contains("state=absent"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .contains("bot_id=" + bot, "export_date=2026-02-26", "checked_at=2026-03-01T04:01:00Z"));
        assertThat(later.run("load", installation.landing()).exitStatus()).isZero();
        assertThat(Dump.rows(later.settings(), DAYS)).isEqualTo(looks);

        vendor.show(bot, YESTERDAY.minusDays(2), Long.MAX_VALUE);
        assertThat(later.run("run").exitStatus()).isZero();
        assertThat(states(later)).containsOnly("loaded").hasSize(5);
        assertThat(Dump.rows(later.settings(), DAYS)).hasSize(5).noneMatch(row -> row.contains("state=absent"));
        assertThat(loader.run("load", installation.landing()).exitStatus()).isZero();
        assertThat(Dump.rows(loader.settings(), DAYS)).isEqualTo(Dump.rows(later.settings(), DAYS));
        later.requireSound();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aFolderThatSaysNothingOfItsDaysLeavesThemMissing(Dialect dialect) throws IOException {
        vendor.writeTo(folder, YESTERDAY.minusDays(4), YESTERDAY.minusDays(3));
        vendor.writeTo(folder, YESTERDAY, YESTERDAY);
        Cli cli = Cli.empty(dialect);
        assertThat(cli.run("load", folder).exitStatus()).isZero();
        assertThat(states(cli)).containsExactly("loaded", "loaded", "missing", "missing", "loaded");
        assertThat(Dump.rows(cli.settings(), DAYS)).isEmpty();
        assertThat(cli.run("status").out()).contains("No file of " + bot + " for 2026-02-26, 2026-02-27");
    }
}
