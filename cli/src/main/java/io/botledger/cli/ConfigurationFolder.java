package io.botledger.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where relative paths of a configuration begin: in its own folder, so that the working folder of a scheduler does not
 * matter.
 *
 * @param file the configuration; empty if there is none, for the working folder
 */
record ConfigurationFolder(Optional<Path> file) {
    /** The path that a setting of the file tells; one of the environment begins in the working folder. */
    Optional<Path> path(Setting setting) {
        try {
            Path path = Path.of(expanded(setting.text()));
            return Optional.of(setting.place().inEnvironment() ? path : resolve(path));
        } catch (InvalidPathException e) {
            return setting.refuse("expected a path, found " + Setting.shown(setting.text()));
        }
    }

    /** The file of a secret that a setting tells. */
    Optional<SecretFile> secretFile(Setting setting) {
        try {
            Path given = Path.of(expanded(setting.text()));
            return Optional.of(new SecretFile(place(setting), given, resolve(given)));
        } catch (InvalidPathException quotesIt) {
            return setting.refuse("expected a path");
        }
    }

    /** Where a setting of the file stands, for a message that is not about the whole file. */
    String place(Setting setting) {
        return file.map(path -> path + ": ").orElse("") + setting.place();
    }

    /** Where relative paths begin; empty for the working folder. */
    Optional<Path> folder() {
        return file.map(Path::getParent);
    }

    /** Whether a URL of H2 can name a file in here: behind a semicolon it takes everything for settings. */
    boolean suitsH2() {
        return folder().map(Path::toString).filter(path -> path.contains(";")).isEmpty();
    }

    Path resolve(Path path) {
        return folder().map(begin -> begin.resolve(path)).orElse(path);
    }

    private static String expanded(String path) {
        return path.startsWith("~/") ? System.getProperty("user.home") + path.substring(1) : path;
    }
}
