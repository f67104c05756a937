package io.botledger.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where relative paths of a configuration begin: in its own folder, so that the working folder of a scheduler does not
 * matter.
 *
 * @param folder empty for the working folder
 */
record ConfigurationFolder(Optional<Path> folder) {
    static final ConfigurationFolder WORKING = new ConfigurationFolder(Optional.empty());

    static ConfigurationFolder of(Path file) {
        return new ConfigurationFolder(Optional.ofNullable(file.getParent()));
    }

    /** The path that a setting of the file tells; one of the environment begins in the working folder. */
    Optional<Path> path(Setting setting) {
        try {
            Path path = Path.of(expanded(setting.text()));
            return Optional.of(setting.place().inEnvironment() ? path : resolve(path));
        } catch (InvalidPathException e) {
            return setting.refuse("expected a path, found " + Setting.shown(setting.text()));
        }
    }

    Path resolve(Path path) {
        return folder.map(begin -> begin.resolve(path)).orElse(path);
    }

    private static String expanded(String path) {
        return path.startsWith("~/") ? System.getProperty("user.home") + path.substring(1) : path;
    }
}
