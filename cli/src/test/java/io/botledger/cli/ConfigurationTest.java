package io.botledger.cli;

import static io.botledger.cli.ConfigurationFile.ORGANIZATION;
import static io.botledger.cli.ConfigurationFile.read;
import static io.botledger.cli.ConfigurationFile.refusal;
import static io.botledger.cli.ConfigurationFile.terminal;
import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.cli.Configuration.Organization;
import io.botledger.cli.Configuration.ScheduledReport;
import io.botledger.db.DatabaseSettings;
import io.botledger.extract.ApiSettings;
import io.botledger.extract.ApiTimeouts;
import io.botledger.extract.ApiVersion;
import io.botledger.extract.FetchWindow;
import io.botledger.extract.SourceLimits;
import io.botledger.load.LoadOptions;
import io.botledger.load.RejectLimit;
import io.botledger.reports.Report;
import io.botledger.reports.ReportCatalogue;
import io.botledger.reports.ReportFormat;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What a configuration may say, and what comes of it. */
class ConfigurationTest {
    @TempDir
    private Path temporary;

    private static Organization organization(String settings) {
        return read("organizations:\n- id: org-1\n  bots: [bot-1]\n  "
                        + settings.indent(2).strip())
                .organizations()
                .get(0);
    }

    @Test
    void takesEverySetting() {
        Configuration configuration = read("""
                database:
                  url: jdbc:postgresql://db.example/botledger
                  user: etl
                  password_file: /etc/botledger/db-password
                landing: data/landing
                organizations:
                  - id: 5f0a
                    base: us
                    version: v2
                    key_file: keys/one
                    authorization_scheme: Bearer
                    allowed_hosts: [files.example.com, s3.*.amazonaws.com]
                    bots: [bot-1, bot-2]
                  - id: 77
                    key_variable: KEY_TWO
                    bots: bot-3
                fetch:
                  window_days: 60
                  reread_days: 0
                  downloads: 32
                  attempts: 20
                  timeout: 5
                  max_file_gb: 100
                  max_ratio: 900
                  max_files: 2000
                load:
                  on_bad_value: reject
                  max_rejects: 5%
                reports:
                  folder: data/reports
                  format: table
                  run:
                    - report: ultimate_metrics
                      name: weekly
                      last_days: 30
                      by: week
                      bot: [bot-1, bot-2]
                      exclude_test: true
                    - report: first_meaningful_intent
                      from: 2026-01-01
                      to: 2026-01-31
                      ignore_intent: []
                """);
        assertThat(configuration.file()).contains(Path.of("botledger.yaml"));
        assertThat(configuration.database())
                .isEqualTo(new Configuration.DatabaseSection(
                        Optional.of("jdbc:postgresql://db.example/botledger"),
                        Optional.of("etl"),
                        Optional.of(new SecretFile(
                                "botledger.yaml: line 4: database.password_file",
                                Path.of("/etc/botledger/db-password"),
                                Path.of("/etc/botledger/db-password")))));
        assertThat(configuration.landing()).isEqualTo(Path.of("data/landing"));
        SourceLimits limits = new SourceLimits(100L << 30, 900, 2_000);
        assertThat(configuration.fetch())
                .isEqualTo(new Configuration.FetchSection(
                        new FetchWindow(0, 60, Optional.empty(), Optional.empty()), 32, limits));
        assertThat(configuration.organizations())
                .extracting(organization -> organization.api().limits())
                .containsExactly(limits, limits);
        assertThat(configuration.fetch().reading().maxInflatedBytes()).isEqualTo(100L << 30);
        assertThat(configuration.load())
                .isEqualTo(new LoadOptions(LoadOptions.OnBadValue.REJECT, RejectLimit.parse("5%"), false));
        assertThat(configuration.botIds()).containsExactly("bot-1", "bot-2", "bot-3");

        Organization first = configuration.organizations().get(0);
        assertThat(first.id()).isEqualTo("5f0a");
        assertThat(first.key())
                .isEqualTo(new ApiKeySource.KeyFile(new SecretFile(
                        "botledger.yaml: line 10: organizations[0].key_file",
                        Path.of("keys/one"),
                        Path.of("keys/one"))));
        assertThat(first.api().base()).isEqualTo(URI.create("https://api.us.ultimate.ai"));
        assertThat(first.api().version()).isEqualTo(ApiVersion.V2);
        assertThat(first.api().scheme()).isEqualTo("Bearer");
        assertThat(first.api().allowedHosts()).containsExactly("files.example.com", "s3.*.amazonaws.com");
        Organization second = configuration.organizations().get(1);
        assertThat(second.id()).isEqualTo("77");
        assertThat(second.key())
                .isEqualTo(new ApiKeySource.Variable(
                        "KEY_TWO", Optional.of("botledger.yaml: line 15: organizations[1].key_variable")));
        for (Organization organization : configuration.organizations()) {
            assertThat(organization.api().retries().maxAttempts()).isEqualTo(20);
            assertThat(organization.api().timeouts())
                    .isEqualTo(new ApiTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5)));
        }

        assertThat(configuration.reports().folder()).isEqualTo(Path.of("data/reports"));
        assertThat(configuration.reports().formats()).containsExactly(ReportFormat.TABLE);
        List<ScheduledReport> scheduled = configuration.reports().scheduled();
        assertThat(scheduled).extracting(ScheduledReport::name).containsExactly("weekly", "first_meaningful_intent");
        assertThat(scheduled)
                .extracting(report -> report.report().name())
                .containsExactly("ultimate_metrics", "first_meaningful_intent");
        assertThat(scheduled)
                .extracting(ScheduledReport::lastDays)
                .containsExactly(OptionalInt.of(30), OptionalInt.empty());
        Report ungrouped = ReportCatalogue.builtIn().find("conversation_intents");
        assertThat(refusal(() -> scheduled.get(0).parameters().check(ungrouped)))
                .contains("--by: the report takes no such parameter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n# nothing\n",
                "---\n",
                "database:\nfetch:\n  # window_days: 5\nload:\nreports:\n  run:\norganizations:\n",
                "organizations: []\nfetch: {}\n"
            })
    void whatIsNotGivenKeepsItsDefault(String text) {
        Configuration configuration = read(text);
        Configuration without = ConfigurationReader.withoutFile(terminal(Map.of()));
        for (Configuration defaults : List.of(configuration, without)) {
            assertThat(defaults.database().url()).isEmpty();
            assertThat(defaults.database().user()).isEmpty();
            assertThat(defaults.database().passwordFile()).isEmpty();
            assertThat(defaults.landing()).isEqualTo(Path.of("botledger-data/landing"));
            assertThat(defaults.fetch())
                    .isEqualTo(new Configuration.FetchSection(FetchWindow.defaults(), 4, SourceLimits.defaults()));
            assertThat(defaults.load()).isEqualTo(LoadOptions.defaults());
            assertThat(defaults.reports().folder()).isEqualTo(Path.of("botledger-data/reports"));
            assertThat(defaults.reports().formats()).containsExactly(ReportFormat.CSV);
            assertThat(defaults.reports().scheduled()).isEmpty();
            assertThat(defaults.organizations()).isEmpty();
        }
        assertThat(without.file()).isEmpty();
    }

    @Test
    void anOrganizationNeedsItsIdAndBotsAlone() {
        Organization organization = read(ORGANIZATION).organizations().get(0);
        assertThat(organization.id()).isEqualTo("org-1");
        assertThat(organization.botIds()).containsExactly("bot-1");
        assertThat(organization.key()).isEqualTo(ApiKeySource.Variable.DEFAULT);
        assertThat(organization.api()).isEqualTo(ApiSettings.builder().build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "base: eu | https://api.ultimate.ai",
                "base: 'subdomain: Acme' | https://acme.zendesk.com/ai-agents/api",
                "base: {subdomain: acme} | https://acme.zendesk.com/ai-agents/api",
                "base: https://api.example.com/x/ | https://api.example.com/x"
            },
            quoteCharacter = '"')
    void takesEveryFormOfTheBase(String setting, String address) {
        assertThat(organization(setting).api().base()).isEqualTo(URI.create(address));
    }

    @Test
    void theBaseMayBeAMappingOnALineOfItsOwn() {
        assertThat(organization("base:\n  subdomain: acme").api().base())
                .isEqualTo(URI.create("https://acme.zendesk.com/ai-agents/api"));
    }

    @Test
    void timeoutsBeyondTheDefaultLeaveTheConnectionItsTenSeconds() {
        Organization organization =
                read(ORGANIZATION + "fetch: {timeout: 300}\n").organizations().get(0);
        assertThat(organization.api().timeouts())
                .isEqualTo(new ApiTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(300), Duration.ofSeconds(300)));
    }

    @Nested
    class Environment {
        private static final Map<String, String> ALL = Map.ofEntries(
                Map.entry("BOTLEDGER_LANDING", "env/landing"),
                Map.entry("BOTLEDGER_FETCH_WINDOW_DAYS", "7"),
                Map.entry("BOTLEDGER_FETCH_REREAD_DAYS", "2"),
                Map.entry("BOTLEDGER_FETCH_DOWNLOADS", "1"),
                Map.entry("BOTLEDGER_FETCH_ATTEMPTS", "9"),
                Map.entry("BOTLEDGER_FETCH_TIMEOUT", "8"),
                Map.entry("BOTLEDGER_FETCH_MAX_FILE_GB", "2"),
                Map.entry("BOTLEDGER_FETCH_MAX_RATIO", "50"),
                Map.entry("BOTLEDGER_FETCH_MAX_FILES", "5"),
                Map.entry("BOTLEDGER_LOAD_ON_BAD_VALUE", "reject"),
                Map.entry("BOTLEDGER_LOAD_MAX_REJECTS", "12"),
                Map.entry("BOTLEDGER_REPORTS_FOLDER", "env/reports"),
                Map.entry("BOTLEDGER_REPORTS_FORMAT", "json, xlsx"));

        @Test
        void comesBeforeTheFile() {
            Configuration configuration = read(Path.of("/e/botledger.yaml"), ORGANIZATION + """
                            landing: file/landing
                            fetch: {window_days: 20, reread_days: 5, downloads: 6, attempts: 3, timeout: 99}
                            load: {on_bad_value: keep, max_rejects: 5}
                            reports: {folder: file/reports, format: table}
                            """, ALL);
            assertEnvironment(configuration);
            ApiSettings api = configuration.organizations().get(0).api();
            assertThat(api.retries().maxAttempts()).isEqualTo(9);
            assertThat(api.timeouts().stall()).isEqualTo(Duration.ofSeconds(8));
        }

        @Test
        void holdsWithoutAFile() {
            assertEnvironment(ConfigurationReader.withoutFile(terminal(ALL)));
        }

        private static void assertEnvironment(Configuration configuration) {
            assertThat(configuration.landing()).isEqualTo(Path.of("env/landing"));
            assertThat(configuration.fetch())
                    .isEqualTo(new Configuration.FetchSection(
                            new FetchWindow(2, 7, Optional.empty(), Optional.empty()),
                            1,
                            new SourceLimits(2L << 30, 50, 5)));
            assertThat(configuration.load())
                    .isEqualTo(new LoadOptions(LoadOptions.OnBadValue.REJECT, RejectLimit.parse("12"), false));
            assertThat(configuration.reports().folder()).isEqualTo(Path.of("env/reports"));
            assertThat(configuration.reports().formats()).containsExactly(ReportFormat.JSON, ReportFormat.XLSX);
        }

        @Test
        void emptyVariablesAreNotSet() {
            assertThat(read(Configuration.DEFAULT_FILE, "landing: x", Map.of("BOTLEDGER_LANDING", ""))
                            .landing())
                    .isEqualTo(Path.of("x"));
        }

        @Test
        void isCheckedLikeTheFileAndToldLast() {
            Map<String, String> wrong = Map.of("BOTLEDGER_FETCH_TIMEOUT", "soon", "BOTLEDGER_REPORTS_FORMAT", "jsn");
            assertThat(refusal(() -> read(Configuration.DEFAULT_FILE, "\nfetch: {timeout: 0}", wrong)))
                    .isEqualTo("botledger.yaml: 3 problems\n  line 2: fetch.timeout: expected 1 to 3600, found 0\n"
                            + "  BOTLEDGER_REPORTS_FORMAT: expected one of csv, json, xlsx, html, table, found jsn; did "
                            + "you mean json?\n"
                            + "  BOTLEDGER_FETCH_TIMEOUT: expected 1 to 3600, found soon");
            String alone = "environment: BOTLEDGER_FETCH_TIMEOUT: expected 1 to 3600, found soon";
            Map<String, String> one = Map.of("BOTLEDGER_FETCH_TIMEOUT", "soon");
            assertThat(refusal(() -> read(Configuration.DEFAULT_FILE, "", one))).isEqualTo(alone);
            assertThat(refusal(() -> ConfigurationReader.withoutFile(terminal(one))))
                    .isEqualTo(alone);
        }

        @Test
        void reachesEveryCommand() {
            Cli cli = Cli.of(Map.of("BOTLEDGER_LOAD_ON_BAD_VALUE", "drop"), Instant.EPOCH);
            Cli.Result result = cli.run("migrate", "--db", "jdbc:h2:mem:never");
            assertThat(result.exitStatus()).isEqualTo(2);
            assertThat(result.errLines())
                    .containsExactly("botledger: environment: BOTLEDGER_LOAD_ON_BAD_VALUE: expected one of keep, "
                            + "reject, found drop");
        }
    }

    @Test
    void forTheDatabaseOptionsComeBeforeTheEnvironmentAndThatBeforeTheFile() throws IOException {
        Path ofFile = Files.writeString(temporary.resolve("of-file"), "file-password\n");
        Path ofOption = Files.writeString(temporary.resolve("of-option"), "option-password\n");
        Configuration configuration = read("database: {url: 'jdbc:h2:./f', user: f, password_file: '" + ofFile + "'}");
        Map<String, String> environment = Map.of(
                "BOTLEDGER_DB", "jdbc:h2:./e", "BOTLEDGER_DB_USER", "e", "BOTLEDGER_DB_PASSWORD", "env-password");

        assertThat(settings(configuration, Map.of()))
                .isEqualTo(new DatabaseSettings("jdbc:h2:./f", "f", "file-password"));
        assertThat(settings(configuration, environment))
                .isEqualTo(new DatabaseSettings("jdbc:h2:./e", "e", "env-password"));
        assertThat(settings(
                        configuration,
                        environment,
                        "--db=jdbc:h2:./o",
                        "--db-user=o",
                        "--db-password-file=" + ofOption))
                .isEqualTo(new DatabaseSettings("jdbc:h2:./o", "o", "option-password"));
        assertThat(settings(read(""), Map.of()))
                .isEqualTo(new DatabaseSettings("jdbc:h2:./botledger-data/botledger", null, null));
    }

    private static DatabaseSettings settings(
            Configuration configuration, Map<String, String> environment, String... options) {
        DatabaseOptions parsed = CommandLine.populateCommand(new DatabaseOptions(), options);
        return parsed.settings(terminal(environment), configuration);
    }
}
