package io.botledger.cli;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file that holds a secret and nothing else. Its messages keep quiet about a name that may be the secret itself, and
 * have no cause: that of the file system tells the name.
 *
 * @param setting what names the file, with its place: {@code /etc/botledger.yaml: line 3: database.password_file}
 * @param given as it was named
 * @param path where it is
 */
record SecretFile(String setting, Path given, Path path) {
    /** A file that an option names. */
    static SecretFile ofOption(String option, Path path) {
        return new SecretFile(option, path, path);
    }

    /**
     * Its text.
     *
     * @param secret what it holds, such as {@code API key}
     * @throws BotledgerException USAGE if it can't be read
     */
    String read(String secret) {
        try {
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw refusal(
                    secret, "there is no file " + path + "; write the " + secret + " into it, readable for you alone");
        } catch (CharacterCodingException e) {
            throw refusal(secret, path + " is not UTF-8; save it as UTF-8");
        } catch (IOException e) {
            throw refusal(secret, path + " can't be read as a file; check what it is, and its owner and permissions");
        }
    }

    private BotledgerException refusal(String secret, String message) {
        return new BotledgerException(
                ErrorCode.USAGE,
                setting + ": "
                        + (PlainName.isPath(given, path)
                                ? message
                                : "there is no readable file of that name (not shown, it may be a secret); name the file "
                                        + "that holds the " + secret + ", not the " + secret + " itself"));
    }
}
