package io.botledger.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The settings of a systemd unit, in the order of the file. */
record UnitFile(List<Setting> settings) {
    /** One line, such as {@code [Service] User=botledger}. */
    record Setting(String section, String name, String value) {}

    static UnitFile read(Path file) throws IOException {
        List<Setting> settings = new ArrayList<>();
        String section = "";
        for (String line : Files.readAllLines(file)) {
            if (line.matches("\\[\\w+]")) {
                section = line.substring(1, line.length() - 1);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                int equals = line.indexOf('=');
                if (equals < 1 || line.endsWith("\\")) {
                    throw new IOException("expected NAME=VALUE in one line, found " + line);
                }
                settings.add(new Setting(section, line.substring(0, equals), line.substring(equals + 1)));
            }
        }
        return new UnitFile(List.copyOf(settings));
    }

    /** The values that a setting is given, none if it is not there. */
    List<String> values(String section, String name) {
        return settings.stream()
                .filter(setting ->
                        setting.section().equals(section) && setting.name().equals(name))
                .map(Setting::value)
                .toList();
    }

    /** The words of a setting that is there once at most. */
    List<String> words(String section, String name) {
        List<String> values = values(section, name);
        if (values.size() > 1) {
            throw new IllegalStateException(name + " is there " + values.size() + " times");
        }
        return values.stream()
                .flatMap(value -> Stream.of(value.split("\\s+")))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
