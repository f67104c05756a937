package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.extract.Secret;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.util.Optional;

/** Where an API key is found: never in the configuration itself, nor on the command line. */
sealed interface ApiKeySource {
    /**
     * Reads the key.
     *
     * @throws BotledgerException USAGE if it is not there, or can be no key
     */
    Secret read(Terminal terminal);

    /** Where it is, for a message about a key that is there. */
    String describe();

    /**
     * In an environment variable.
     *
     * @param name its name
     * @param setting what names it, with its place; empty for the default one
     */
    record Variable(String name, Optional<String> setting) implements ApiKeySource {
        /** The one that holds the key if no setting names any. */
        static final Variable DEFAULT = new Variable("BOTLEDGER_API_KEY", Optional.empty());

        @Override
        public Secret read(Terminal terminal) {
            String value = terminal.variable(name);
            if (value == null) {
                throw usage(setting.map(place -> place + ": ").orElse("") + missing());
            }
            return secret(value, describe());
        }

        private String missing() {
            return PlainName.isVariable(name)
                    ? "the environment variable " + name + " with the API key is not set; set it, or name a key_file"
                    : "there is no environment variable of that name (not shown, it may be a secret); name the "
                            + "variable that holds the API key, not the API key itself";
        }

        @Override
        public String describe() {
            return "environment variable " + name;
        }
    }

    /** In a file that holds nothing else. */
    record KeyFile(SecretFile file) implements ApiKeySource {
        @Override
        public Secret read(Terminal terminal) {
            return secret(file.read("API key"), describe());
        }

        @Override
        public String describe() {
            return "file " + file.path();
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
