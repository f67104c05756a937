package io.botledger.cli;

import io.botledger.cli.Configuration.Organization;
import io.botledger.extract.ApiRetries;
import io.botledger.extract.ApiSettings;
import io.botledger.extract.ApiSettingsBuilder;
import io.botledger.extract.ApiTimeouts;
import io.botledger.extract.ApiVersion;
import io.botledger.extract.BotDay;
import io.botledger.extract.ExportApi;
import io.botledger.extract.SourceLimits;
import io.botledger.model.BotledgerException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the list {@code organizations}. What it makes of wrong settings is of no use. */
final class OrganizationReader {
    private final ConfigurationFolder folder;
    private final ApiTimeouts timeouts;
    private final ApiRetries retries;
    private final SourceLimits limits;
    private final ConfigurationProblems problems;
    private final Map<String, Place> places = new HashMap<>();

    OrganizationReader(
            ConfigurationFolder folder,
            ApiTimeouts timeouts,
            ApiRetries retries,
            SourceLimits limits,
            ConfigurationProblems problems) {
        this.folder = folder;
        this.timeouts = timeouts;
        this.retries = retries;
        this.limits = limits;
        this.problems = problems;
    }

    Organization read(YamlMap map) {
        Optional<Setting> id = map.required("id");
        id.ifPresent(this::checkId);
        Organization organization = new Organization(id.map(Setting::text).orElse(""), key(map), api(map), bots(map));
        map.refuseOthers();
        return organization;
    }

    private void checkId(Setting id) {
        if (id.text().equals(ConfigurationTemplate.ORGANIZATION)) {
            id.refuse("still the placeholder; put in the id of your organization, "
                    + ConfigurationTemplate.ORGANIZATION_PLACE);
        } else {
            check(id, ExportApi::requireOrganizationId);
        }
    }

    private ApiKeySource key(YamlMap map) {
        Optional<Setting> variable = map.setting("key_variable");
        Optional<Setting> file = map.setting("key_file");
        if (variable.isPresent() && file.isPresent()) {
            problems.add(file.get().place(), "not together with key_variable; keep one of the two");
        }
        ApiKeySource inVariable = variable.flatMap(this::variable).orElse(ApiKeySource.Variable.DEFAULT);
        return file.flatMap(folder::secretFile)
                .<ApiKeySource>map(ApiKeySource.KeyFile::new)
                .orElse(inVariable);
    }

    /** Who takes it for the place of the key itself must not find the key in a message. */
    private Optional<ApiKeySource.Variable> variable(Setting setting) {
        return setting.text().matches("[A-Za-z_][A-Za-z0-9_]*")
                ? Optional.of(new ApiKeySource.Variable(setting.text(), Optional.of(folder.place(setting))))
                : setting.refuse("expected the name of an environment variable (letters, digits and _), not the key "
                        + "itself; the key belongs into the variable");
    }

    private ApiSettings api(YamlMap map) {
        ApiSettingsBuilder api =
                ApiSettings.builder().timeouts(timeouts).retries(retries).limits(limits);
        base(map, api);
        map.setting("version")
                .flatMap(setting -> setting.oneOf(ApiVersion.class))
                .ifPresent(api::version);
        map.setting("authorization_scheme").ifPresent(setting -> check(setting, api::scheme));
        map.settings("allowed_hosts").ifPresent(hosts -> allowedHosts(hosts, map, api));
        return api.build();
    }

    private void base(YamlMap map, ApiSettingsBuilder api) {
        if (map.hasMap("base")) {
            YamlMap base = map.map("base");
            base.required("subdomain").ifPresent(name -> check(name, text -> api.base("subdomain: " + text)));
            base.refuseOthers();
        } else {
            map.setting("base").ifPresent(setting -> check(setting, api::base));
        }
    }

    private void allowedHosts(List<Setting> hosts, YamlMap map, ApiSettingsBuilder api) {
        if (map.hasEmptyList("allowed_hosts")) {
            problems.add(
                    map.place("allowed_hosts"), "is empty, so nothing could be fetched; leave it out for the default");
        }
        for (Setting host : hosts) {
            try {
                api.allowedHosts(List.of(host.text()));
            } catch (BotledgerException quotesIt) {
                // Somebody may have put a whole signed URL here.
                host.refuse(
                        "expected the name of a host such as storage.googleapis.com, of at least two labels, without "
                                + "https, port and path");
                return;
            }
        }
        api.allowedHosts(hosts.stream().map(Setting::text).toList());
    }

    private List<String> bots(YamlMap map) {
        List<Setting> bots = map.settings("bots").orElse(List.of());
        if (!map.has("bots") || map.hasEmptyList("bots")) {
            problems.add(map.place(), "bots is missing; name at least one bot, " + ConfigurationTemplate.BOT_PLACE);
        }
        bots.forEach(this::checkBot);
        return bots.stream().map(Setting::text).toList();
    }

    private void checkBot(Setting bot) {
        if (bot.text().equals(ConfigurationTemplate.BOT)) {
            bot.refuse("still the placeholder; put in the id of a bot, " + ConfigurationTemplate.BOT_PLACE);
            return;
        }
        check(bot, BotDay::requireBotId);
        Place first = places.putIfAbsent(bot.text(), bot.place());
        if (first != null) {
            bot.refuse("this bot stands in line " + first.line() + " already; keep one");
        }
    }

    private static void check(Setting setting, Consumer<String> rule) {
        setting.parsed(text -> {
            rule.accept(text);
            return text;
        });
    }
}
