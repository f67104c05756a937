package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Settings of the file with the environment laid over them: {@code BOTLEDGER_FETCH_WINDOW_DAYS} over {@code fetch.window_days}. */
final class ConfigurationSection {
    private final YamlMap map;
    private final Terminal terminal;
    private final ConfigurationProblems problems;

    ConfigurationSection(YamlMap map, Terminal terminal, ConfigurationProblems problems) {
        this.map = map;
        this.terminal = terminal;
        this.problems = problems;
    }

    YamlMap map() {
        return map;
    }

    /** A value; the file's is checked even if the environment's holds. */
    <T> T value(String key, Function<Setting, Optional<T>> read, T fallback) {
        Optional<T> inFile = map.setting(key).flatMap(read);
        return variable(key).flatMap(read).or(() -> inFile).orElse(fallback);
    }

    /** A list of values, which in the environment stand with commas between them; the file's are checked as well. */
    <T> List<T> values(String key, Function<Setting, Optional<T>> read, List<T> fallback) {
        Optional<List<T>> inFile = map.settings(key).map(list -> all(list, read));
        return variable(key)
                .map(variable -> all(variable.split(), read))
                .or(() -> inFile)
                .filter(values -> !values.isEmpty())
                .orElse(fallback);
    }

    private static <T> List<T> all(List<Setting> settings, Function<Setting, Optional<T>> read) {
        return settings.stream()
                .flatMap(setting -> read.apply(setting).stream())
                .toList();
    }

    private Optional<Setting> variable(String key) {
        String path = map.place(key).name();
        String name = "BOTLEDGER_" + path.replace('.', '_').toUpperCase(Locale.ROOT);
        return Optional.ofNullable(terminal.variable(name))
                .map(text -> new Setting(Place.variable(name), text, problems));
    }
}
