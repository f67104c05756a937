package io.botledger.cli;

import io.botledger.cli.Configuration.DatabaseSection;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the section {@code database}. */
final class DatabaseSectionReader {
    private static final Path DEFAULT_FILE = Path.of("botledger-data", "botledger");
    private static final Pattern SECRET =
            Pattern.compile("(?i)(?:password|passwd|passphrase|pwd)\\w*\\s*=|//[^?;]*:[^?;]*@|//[^/?;]*@");
    private static final Pattern H2_FILE = Pattern.compile("(jdbc:h2:(?:file:)?)([^;:]*)((?:;.*)?)");

    private final ConfigurationFolder folder;

    DatabaseSectionReader(ConfigurationFolder folder) {
        this.folder = folder;
    }

    DatabaseSection read(YamlMap map) {
        Optional<Setting> given = map.setting("url");
        Optional<String> url = map.has("url") ? given.flatMap(this::url) : defaultUrl();
        Optional<String> user = map.setting("user").map(Setting::text);
        Optional<SecretFile> passwordFile = map.setting("password_file").flatMap(folder::secretFile);
        map.refuseOthers();
        return new DatabaseSection(url, user, passwordFile);
    }

    /** Empty in the working folder, and where H2 can't name it: options or environment may name a database instead. */
    private Optional<String> defaultUrl() {
        return folder.folder().filter(any -> folder.suitsH2()).map(any -> inFolder("jdbc:h2:", DEFAULT_FILE, ""));
    }

    private Optional<String> url(Setting setting) {
        String url = setting.text();
        if (SECRET.matcher(url).find()) {
            return setting.refuse("no password may stand in this file; take it out, and put it into the file that "
                    + "password_file names, or into the variable BOTLEDGER_DB_PASSWORD; a user belongs into user");
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return Optional.of(url);
        }
        if (!url.startsWith("jdbc:h2:") || url.chars().anyMatch(Character::isISOControl)) {
            return setting.refuse("expected jdbc:h2:FILE or jdbc:postgresql://HOST/DATABASE, found something else");
        }
        Matcher file = H2_FILE.matcher(url);
        return file.matches() ? h2(file.group(1), file.group(2), file.group(3), setting) : Optional.of(url);
    }

    private Optional<String> h2(String prefix, String path, String options, Setting setting) {
        if (path.startsWith("/") || path.startsWith("~/")) {
            return Optional.of(setting.text());
        }
        if (!path.startsWith("./") && !path.startsWith("../")) {
            return setting.refuse("expected a file that begins with ./ (the folder of this configuration), ~/ or /, "
                    + "since H2 takes no other");
        }
        if (folder.folder().isEmpty()) {
            return Optional.of(setting.text());
        }
        Path file = Path.of(path.startsWith("./") ? path.substring(2) : path);
        return folder.suitsH2()
                ? Optional.of(inFolder(prefix, file, options))
                : setting.refuse(
                        "H2 takes no semicolon in a path, found " + folder.resolve(file) + "; name a file elsewhere");
    }

    private String inFolder(String prefix, Path file, String options) {
        Path path = folder.resolve(file);
        return prefix + (path.isAbsolute() ? "" : "./") + path + options;
    }
}
