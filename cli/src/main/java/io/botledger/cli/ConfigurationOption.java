package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names the configuration. */
final class ConfigurationOption {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration (BOTLEDGER_CONFIG; default: botledger.yaml, where there is one).")
    private Path file;

    /** What the configuration says; every default where there is none and none is named. */
    Configuration read(Terminal terminal) {
        Path named = named(terminal);
        if (named != null) {
            return ConfigurationReader.read(named, terminal);
        }
        return Files.exists(Configuration.DEFAULT_FILE)
                ? ConfigurationReader.read(Configuration.DEFAULT_FILE, terminal)
                : ConfigurationReader.withoutFile(terminal);
    }

    /**
     * What the configuration says, with at least one organization.
     *
     * @throws BotledgerException USAGE if there is none
     */
    Configuration require(Terminal terminal) {
        Configuration configuration = read(terminal);
        if (configuration.organizations().isEmpty()) {
            throw new BotledgerException(
                    ErrorCode.USAGE,
                    configuration
                            .file()
                            .map(path -> path + " names no organization whose exports could be fetched; add it, "
                                    + "botledger init shows how")
                            .orElse("there is no " + Configuration.DEFAULT_FILE
                                    + " here; write one with botledger init, or name yours with --config"));
        }
        return configuration;
    }

    /** The file to write or read; the default one if none is named. */
    Path path(Terminal terminal) {
        Path named = named(terminal);
        return named == null ? Configuration.DEFAULT_FILE : named;
    }

    private Path named(Terminal terminal) {
        if (file == null) {
            String variable = terminal.variable("BOTLEDGER_CONFIG");
            return variable == null ? null : Path.of(variable);
        }
        if (file.toString().isEmpty()) {
            throw new BotledgerException(ErrorCode.USAGE, "--config has no value; name a file, or leave it out");
        }
        return file;
    }
}
