package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.cli.Configuration.FetchSection;
import io.botledger.cli.Configuration.Organization;
import io.botledger.cli.Configuration.ReportsSection;
import io.botledger.extract.ApiRetries;
import io.botledger.extract.ApiTimeouts;
import io.botledger.extract.FetchWindow;
import io.botledger.load.LoadOptions;
import io.botledger.load.LoadOptions.OnBadValue;
import io.botledger.load.RejectLimit;
import io.botledger.model.BotledgerException;
import io.botledger.reports.ReportFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads {@code botledger.yaml}, and lays the environment over it. */
final class ConfigurationReader {
    private static final int MAX_DOWNLOADS = 32;
    private static final int MAX_ATTEMPTS = 20;
    private static final int MAX_TIMEOUT_SECONDS = 3_600;

    private final Optional<Path> file;
    private final ConfigurationFolder folder;
    private final Terminal terminal;
    private final ConfigurationProblems problems = new ConfigurationProblems();

    private ConfigurationReader(Optional<Path> file, Terminal terminal) {
        this.file = file;
        this.folder = file.map(ConfigurationFolder::of).orElse(ConfigurationFolder.WORKING);
        this.terminal = terminal;
    }

    /**
     * Reads and checks a configuration.
     *
     * @throws BotledgerException USAGE that names everything that is wrong, with lines
     */
    static Configuration read(Path file, Terminal terminal) {
        return read(file, YamlFile.text(file), terminal);
    }

    /**
     * Checks the text of a configuration that is, or will be, in a file.
     *
     * @throws BotledgerException USAGE that names everything that is wrong, with lines
     */
    static Configuration read(Path file, String text, Terminal terminal) {
        return new ConfigurationReader(Optional.of(file), terminal).read(text);
    }

    /**
     * What holds without a file: the environment and the defaults.
     *
     * @throws BotledgerException USAGE that names everything that is wrong with the environment
     */
    static Configuration withoutFile(Terminal terminal) {
        return new ConfigurationReader(Optional.empty(), terminal).read("");
    }

    private Configuration read(String text) {
        String name = file.map(Path::toString).orElse("environment");
        Place whole = new Place(1, "");
        YamlMap map = YamlFile.parse(name, text)
                .map(node -> YamlMap.of(node, whole, problems))
                .orElseGet(() -> YamlMap.empty(whole, problems));
        Configuration configuration = read(map);
        map.refuseOthers();
        problems.throwIfAny(name);
        return configuration;
    }

    private Configuration read(YamlMap map) {
        ConfigurationSection fetch = section(map.map("fetch"));
        return new Configuration(
                file,
                new DatabaseSectionReader(folder, problems).read(map.map("database")),
                section(map).value("landing", folder::path, folder.resolve(Configuration.DEFAULT_LANDING)),
                fetch(fetch),
                load(section(map.map("load"))),
                reports(section(map.map("reports"))),
                organizations(map.maps("organizations"), fetch));
    }

    private ConfigurationSection section(YamlMap map) {
        return new ConfigurationSection(map, terminal, problems);
    }

    private static FetchSection fetch(ConfigurationSection section) {
        FetchSection defaults = FetchSection.DEFAULTS;
        FetchWindow window = defaults.window();
        return new FetchSection(
                new FetchWindow(
                        section.value(
                                "reread_days",
                                days -> days.integer(0, FetchWindow.MAX_REREAD_DAYS),
                                window.rereadDays()),
                        section.value(
                                "window_days",
                                days -> days.integer(1, FetchWindow.MAX_WINDOW_DAYS),
                                window.windowDays()),
                        window.from(),
                        window.to()),
                section.value("downloads", count -> count.integer(1, MAX_DOWNLOADS), defaults.downloads()));
    }

    private List<Organization> organizations(List<YamlMap> maps, ConfigurationSection fetch) {
        ApiTimeouts timeouts = fetch.value(
                "timeout",
                seconds -> seconds.integer(1, MAX_TIMEOUT_SECONDS).map(ConfigurationReader::timeouts),
                ApiTimeouts.defaults());
        ApiRetries retries = fetch.value(
                "attempts",
                attempts -> attempts.integer(1, MAX_ATTEMPTS).map(ConfigurationReader::retries),
                ApiRetries.defaults());
        fetch.map().refuseOthers();
        OrganizationReader reader = new OrganizationReader(folder, timeouts, retries, problems);
        return maps.stream().map(reader::read).toList();
    }

    private static ApiTimeouts timeouts(int seconds) {
        Duration timeout = Duration.ofSeconds(seconds);
        Duration connect = ApiTimeouts.defaults().connect();
        return new ApiTimeouts(connect.compareTo(timeout) < 0 ? connect : timeout, timeout, timeout);
    }

    private static ApiRetries retries(int attempts) {
        ApiRetries defaults = ApiRetries.defaults();
        return new ApiRetries(attempts, defaults.firstDelay(), defaults.maxDelay(), defaults.maxRetryAfter());
    }

    private static LoadOptions load(ConfigurationSection section) {
        LoadOptions defaults = LoadOptions.defaults();
        LoadOptions options = new LoadOptions(
                section.value("on_bad_value", value -> value.oneOf(OnBadValue.class), defaults.onBadValue()),
                section.value("max_rejects", limit -> limit.parsed(RejectLimit::parse), defaults.maxRejects()),
                defaults.again());
        section.map().refuseOthers();
        return options;
    }

    private ReportsSection reports(ConfigurationSection section) {
        ReportsSection reports = new ReportsSection(
                section.value("folder", folder::path, folder.resolve(Configuration.DEFAULT_REPORTS)),
                section.value("format", format -> format.oneOf(ReportFormat.class), ReportFormat.CSV),
                new ScheduledReportReader(problems).read(section.map().maps("run")));
        section.map().refuseOthers();
        return reports;
    }
}
