package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.extract.Secret;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where an API key is found: never in the configuration itself, nor on the command line. */
sealed interface ApiKeySource {
    /**
     * Reads the key.
     *
     * @throws BotledgerException USAGE if it is not there, or can be no key
     */
    Secret read(Terminal terminal);

    /** Where it is, for a message. */
    String describe();

    /** In an environment variable. */
    record Variable(String name) implements ApiKeySource {
        @Override
        public Secret read(Terminal terminal) {
            String value = terminal.variable(name);
            if (value == null) {
                throw usage("the environment variable " + name + " with the API key is not set; set it, or name a "
                        + "key_file");
            }
            return secret(value, describe());
        }

        @Override
        public String describe() {
            return "environment variable " + name;
        }
    }

    /** In a file that holds nothing else. */
    record KeyFile(Path path) implements ApiKeySource {
        @Override
        public Secret read(Terminal terminal) {
            try {
                return secret(Files.readString(path), describe());
            } catch (NoSuchFileException e) {
                throw usage("there is no key_file " + path + "; write the API key into it, readable for you alone");
            } catch (IOException e) {
                // The cause could quote what it read.
                throw usage("the key_file " + path + " can't be read as text; check its owner and its contents");
            }
        }

        @Override
        public String describe() {
            return "file " + path;
        }
    }

    private static Secret secret(String text, String where) {
        try {
            Secret secret = Secret.of(text);
            Redaction.hide(secret);
            return secret;
        } catch (BotledgerException e) {
            throw usage(where + ": " + e.getMessage());
        }
    }

    private static BotledgerException usage(String message) {
        return new BotledgerException(ErrorCode.USAGE, message);
    }
}
