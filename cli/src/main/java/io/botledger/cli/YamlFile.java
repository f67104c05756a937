package io.botledger.cli;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * A YAML file as a tree of nodes, which know their lines; no object is made of it. Messages quote nothing of it, since a
 * secret may stand where it does not belong.
 */
final class YamlFile {
    private static final int MAX_BYTES = 1_000_000;

    private YamlFile() {}

    /**
     * The text of a file.
     *
     * @throws BotledgerException USAGE if it can't be read, is no UTF-8 or is larger than 1 MB
     */
    static String text(Path file) {
        try (InputStream input = Files.newInputStream(file)) {
            byte[] bytes = input.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw usage(file + " is larger than 1 MB, so it can be no configuration; check --config");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (NoSuchFileException e) {
            throw usage("there is no configuration " + file + "; write one with botledger init, or name yours with "
                    + "--config");
        } catch (CharacterCodingException e) {
            throw usage(file + " is not UTF-8; save it as UTF-8");
        } catch (AccessDeniedException e) {
            throw usage(file + " may not be read; check its owner and permissions");
        } catch (IOException e) {
            throw usage(file + " can't be read as a file: " + e.getMessage());
        }
    }

    /**
     * The tree that a text describes; empty if there is nothing in it.
     *
     * @param file what to call the file
     * @throws BotledgerException USAGE if it is no YAML, or has in it what no configuration needs
     */
    static Optional<Node> parse(String file, String text) {
        Yaml yaml = new Yaml(new LoaderOptions());
        YamlLimits limits = new YamlLimits();
        try {
            for (Event event : yaml.parse(new StringReader(text))) {
                Optional<String> refusal = limits.refuse(event);
                if (refusal.isPresent()) {
                    throw usage(file + ": line " + (event.getStartMark().getLine() + 1) + ": " + refusal.get());
                }
            }
            return Optional.ofNullable(yaml.compose(new StringReader(text)));
        } catch (MarkedYAMLException e) {
            throw usage(file + ": line " + (e.getProblemMark().getLine() + 1) + ": this is no YAML: " + reason(e));
        } catch (ReaderException e) {
            throw usage(file + ": line " + lineOf(e.getPosition(), text) + ": the character U+"
                    + String.format(Locale.ROOT, "%04X", e.getCodePoint())
                    + " can't stand in YAML; is this the right file?");
        }
    }

    private static String reason(MarkedYAMLException failure) {
        // The only one that quotes more than a character.
        boolean quotes = failure.getProblem().contains("tag handle");
        return quotes ? YamlLimits.NO_TAGS : failure.getProblem().replace("\t", "\\t");
    }

    private static long lineOf(int position, String text) {
        return 1 + text.codePoints().limit(position).filter(c -> c == '\n').count();
    }

    private static BotledgerException usage(String message) {
        return new BotledgerException(ErrorCode.USAGE, message);
    }
}
