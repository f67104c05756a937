package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
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

    private Optional<Setting> variable(String key) {
        String path = map.place(key).name();
        String name = "BOTLEDGER_" + path.replace('.', '_').toUpperCase(Locale.ROOT);
        return Optional.ofNullable(terminal.variable(name))
                .map(text -> new Setting(Place.variable(name), text, problems));
    }
}
