package io.botledger.cli;

import static io.botledger.cli.ConfigurationFile.refusal;
import static io.botledger.cli.ConfigurationFile.terminal;
import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.cli.Configuration.ScheduledDashboard;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import io.botledger.reports.ReportParameters;
import io.botledger.sample.SampleSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard that every run writes. */
class ScheduledDashboardTest {
    private static final Instant MORNING = Instant.parse("2026-03-01T03:00:00Z");
    private static final LocalDate YESTERDAY = LocalDate.of(2026, 2, 28);

    @TempDir
    private Path folder;

    private Optional<ScheduledDashboard> read(String... reports) throws IOException {
        return ConfigurationReader.read(file(reports), terminal(Map.of()))
                .reports()
                .dashboard();
    }

    private String refused(String... reports) throws IOException {
        Path file = file(reports);
        return refusal(() -> ConfigurationReader.read(file, terminal(Map.of()))).replace(file + ": ", "");
    }

    private Path file(String... reports) throws IOException {
        return Files.writeString(
                folder.resolve("botledger.yaml"), "reports:\n  " + String.join("\n  ", reports) + "\n");
    }

    @Test
    void isWrittenWhereItIsConfigured() throws IOException {
        assertThat(read("format: csv")).isEmpty();
        assertThat(read("dashboard: false")).isEmpty();
        ScheduledDashboard plain = read("dashboard: true").orElseThrow();
        assertThat(plain.file().text()).isEqualTo("dashboard.html");
        assertThat(plain.parameters()).usingRecursiveComparison().isEqualTo(ReportParameters.none());
        assertThat(plain.lastDays()).isEmpty();
        ScheduledDashboard chosen =
                read("dashboard: {file: '{date}/bots.html', last_days: 90, bot: [a, b], exclude_test: true}")
                        .orElseThrow();
        assertThat(chosen.file().text()).isEqualTo("{date}/bots.html");
        assertThat(chosen.parameters())
                .usingRecursiveComparison()
                .isEqualTo(ReportParameters.builder()
                        .add("bot", "a")
                        .add("bot", "b")
                        .add("exclude_test", "true")
                        .build());
        assertThat(chosen.lastDays()).isEqualTo(OptionalInt.of(90));
    }

    @Test
    void whatIsWrongIsToldWithItsPlace() throws IOException {
        assertThat(refused("dashboard: {day_of: noon}")).startsWith("line 2: reports.dashboard.day_of: ");
        assertThat(refused("dashboard: {by: day}")).startsWith("line 2: reports.dashboard.by: unknown");
        assertThat(refused("dashboard: {last_days: 7, from: 2026-01-01}"))
                .isEqualTo(
                        "line 2: reports.dashboard.last_days: not together with from or to; keep the one or the other");
        assertThat(refused("dashboard: {file: ../x.html}"))
                .startsWith("line 2: reports.dashboard.file: expected a file within the folder");
        assertThat(refused("dashboard: {file: '{name}.html'}"))
                .isEqualTo("line 2: reports.dashboard: its file takes {date} and no other place");
        assertThat(refused(
                        "format: html",
                        "file: '{name}.{format}'",
                        "dashboard: true",
                        "run: [{report: coverage, name: dashboard}]"))
                .isEqualTo(
                        "line 4: reports.dashboard: its file would be that of the report dashboard; give one another name");
    }

    @Test
    void everyRunWritesItAnew() throws IOException {
        try (Vendor vendor = new Vendor(SampleSettings.builder()
                        .conversations(30)
                        .firstDay(YESTERDAY.minusDays(2))
                        .days(3)
                        .bots(1)
                        .build())
                .showTo(YESTERDAY)) {
            Installation installation = Installation.of(
                    folder, TestDatabases.empty(Dialect.H2), vendor.server(), vendor.bots(), "window_days: 3");
            String text = Files.readString(installation.configuration());
            Files.writeString(
                    installation.configuration(),
                    text.contains("\nreports:")
                            ? text.replace("\nreports:", "\nreports:\n  dashboard: {last_days: 2}")
                            : text + "\nreports:\n  dashboard: {last_days: 2}\n",
                    StandardOpenOption.TRUNCATE_EXISTING);
            Path page = installation.reports().resolve("dashboard.html");
            Cli cli = installation.cli(MORNING);
            assertThat(cli.run("run", "--dry-run").outLines()).contains("  " + page);
            assertThat(page).doesNotExist();

            Cli.Result run = cli.run("run");
            assertThat(run.exitStatus()).as(run.err()).isZero();
            assertThat(run.outLines()).contains("report " + page);
            assertThat(page).content().contains("\"from\":\"2026-02-27\"", "\"last_day\":\"2026-02-28\"");

            Files.writeString(page, "older");
            assertThat(cli.run("run").exitStatus()).isZero();
            assertThat(page).content().contains("\"from\":\"2026-02-27\"");

            Files.delete(page);
            Files.createDirectories(page.resolve("in the way"));
            Cli.Result refused = cli.run("run");
            assertThat(refused.exitStatus()).isEqualTo(2);
            assertThat(refused.err()).contains("dashboard.html");
        }
    }
}
