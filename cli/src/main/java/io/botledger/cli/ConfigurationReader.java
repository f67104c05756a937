package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.cli.Configuration.FetchSection;
import io.botledger.cli.Configuration.Organization;
import io.botledger.extract.ApiRetries;
import io.botledger.extract.ApiTimeouts;
import io.botledger.extract.FetchWindow;
import io.botledger.extract.SourceLimits;
import io.botledger.load.LoadOptions;
import io.botledger.load.LoadOptions.OnBadValue;
import io.botledger.load.RejectLimit;
import io.botledger.model.BotledgerException;
import io.botledger.reports.ReportCatalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads {@code botledger.yaml}, and lays the environment over it. */
final class ConfigurationReader {
    private static final int MAX_DOWNLOADS = 32;
    private static final int MAX_ATTEMPTS = 20;
    private static final int MAX_TIMEOUT_SECONDS = 3_600;
    private static final int GIGABYTE_BITS = 30;
    private static final int MAX_FILE_GIGABYTES = 10_000;
    /** More than deflate can do. */
    private static final int MAX_RATIO = 2_000;

    private static final int MAX_FILES = 10_000;
    private static final Place WHOLE = new Place(1, "");

    private final Optional<Path> file;
    private final ConfigurationFolder folder;
    private final Terminal terminal;
    private final ConfigurationProblems problems = new ConfigurationProblems();

    private ConfigurationReader(Optional<Path> file, Terminal terminal) {
        this.file = file;
        this.folder = new ConfigurationFolder(file);
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
        ConfigurationReader reader = new ConfigurationReader(Optional.empty(), terminal);
        return reader.check("environment", YamlMap.empty(WHOLE, reader.problems));
    }

    private Configuration read(String text) {
        String name = file.orElseThrow().toString();
        YamlMap map = YamlFile.parse(name, text)
                .map(node -> YamlMap.of(node, WHOLE, problems))
                .orElseGet(() -> YamlMap.empty(WHOLE, problems));
        return check(name, map);
    }

    private Configuration check(String name, YamlMap map) {
        Configuration configuration = read(map);
        map.refuseOthers();
        problems.throwIfAny(name);
        return configuration;
    }

    private Configuration read(YamlMap map) {
        ConfigurationSection fetch = section(map.map("fetch"));
        FetchSection fetched = fetch(fetch);
        return new Configuration(
                file,
                new DatabaseSectionReader(folder).read(map.map("database")),
                section(map).value("landing", folder::path, folder.resolve(Configuration.DEFAULT_LANDING)),
                fetched,
                load(section(map.map("load"))),
                new ReportsSectionReader(folder, catalogue(section(map)), problems).read(section(map.map("reports"))),
                organizations(map.maps("organizations"), fetch, fetched.limits()));
    }

    private ConfigurationSection section(YamlMap map) {
        return new ConfigurationSection(map, terminal, problems);
    }

    private ReportCatalogue catalogue(ConfigurationSection section) {
        ReportCatalogue builtIn = ReportCatalogue.builtIn();
        return section.value(
                "reports_dir",
                setting -> folder.path(setting).flatMap(own -> setting.parsed(text -> builtIn.withOwn(own))),
                builtIn);
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
                section.value("downloads", count -> count.integer(1, MAX_DOWNLOADS), defaults.downloads()),
                limits(section, defaults.limits()));
    }

    private static SourceLimits limits(ConfigurationSection section, SourceLimits defaults) {
        int gigabytes = (int) (defaults.maxInflatedBytes() >> GIGABYTE_BITS);
        return new SourceLimits(
                (long) section.value("max_file_gb", size -> size.integer(1, MAX_FILE_GIGABYTES), gigabytes)
                        << GIGABYTE_BITS,
                section.value("max_ratio", ratio -> ratio.integer(1, MAX_RATIO), defaults.maxRatio()),
                section.value("max_files", count -> count.integer(1, MAX_FILES), defaults.maxFilesPerDay()));
    }

    private List<Organization> organizations(List<YamlMap> maps, ConfigurationSection fetch, SourceLimits limits) {
        ApiTimeouts timeouts = fetch.value(
                "timeout",
                seconds -> seconds.integer(1, MAX_TIMEOUT_SECONDS).map(ConfigurationReader::timeouts),
                ApiTimeouts.defaults());
        ApiRetries retries = fetch.value(
                "attempts",
                attempts -> attempts.integer(1, MAX_ATTEMPTS).map(ConfigurationReader::retries),
                ApiRetries.defaults());
        fetch.map().refuseOthers();
        OrganizationReader reader = new OrganizationReader(folder, timeouts, retries, limits, problems);
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
}
