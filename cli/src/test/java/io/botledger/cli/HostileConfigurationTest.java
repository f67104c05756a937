package io.botledger.cli;

import static io.botledger.cli.ConfigurationFile.assertProblems;
import static io.botledger.cli.ConfigurationFile.refusal;
import static io.botledger.cli.ConfigurationFile.terminal;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are no configuration, or want to be more than one. */
class HostileConfigurationTest {
    @TempDir
    private Path temporary;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: &x [1] | 1: anchors and aliases are not taken; write the value out, and put a text that begins "
                        + "with & or * in quotes",
                "a: *x | 1: anchors and aliases are not taken; write the value out, and put a text that begins "
                        + "with & or * in quotes",
                "a: !!javax.script.ScriptEngineManager [] | 1: tags are not taken; put a text that begins with ! "
                        + "in quotes",
                "!!java.net.URL {a: b} | 1: tags are not taken; put a text that begins with ! in quotes",
                "a: !x!y z | 1: this is no YAML: tags are not taken; put a text that begins with ! in quotes",
                "? [a] | 1: expected a key, found a list",
                "<<: {landing: x} | 1: <<: unknown",
                "just text | 1: expected settings (key: value), found a value",
                "[a] | 1: expected settings (key: value), found a list",
                "base: subdomain: x | 1: this is no YAML: mapping values are not allowed here"
            })
    void areRefused(String text, String problem) {
        assertProblems(text, problem);
    }

    @Test
    void aBillionLaughsAreNotLaughed() {
        StringBuilder text = new StringBuilder("a0: &a0 [lol]\n");
        for (int i = 1; i < 30; i++) {
            text.append("a%d: &a%d [%s]\n".formatted(i, i, "*a" + (i - 1) + ", ".repeat(9)));
        }
        assertThat(refusal(text.toString())).startsWith("botledger.yaml: line 1: anchors and aliases");
    }

    @Test
    void ofManyLevelsAreRefused() {
        assertThat(refusal("a: " + "[".repeat(100_000)))
                .isEqualTo("botledger.yaml: line 1: more than 20 levels of nesting");
        String nested =
                IntStream.range(0, 25).mapToObj(i -> "  ".repeat(i) + "a:\n").collect(Collectors.joining());
        assertThat(refusal(nested)).isEqualTo("botledger.yaml: line 21: more than 20 levels of nesting");
    }

    @Test
    void ofManyDocumentsAreRefused() {
        assertProblems(
                "landing: a\n---\nlanding: b\n", "2: a second document begins here; keep one, without --- in between");
    }

    @Test
    void withTabsAreToldTheLine() {
        assertProblems(
                "fetch:\n\twindow_days: 5\n",
                "2: this is no YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for "
                        + "indentation)");
    }

    @Test
    void withKeysGivenTwiceAreRefused() {
        assertProblems(
                "fetch:\n  timeout: 5\n  timeout: 6\nfetch:\n  timeout: 7\n",
                "3: fetch.timeout: given twice, first in line 2; keep one",
                "4: fetch: given twice, first in line 1; keep one");
    }

    @Test
    void ofBytesAreRefused() throws IOException {
        Path file = temporary.resolve("x.yaml");
        Files.write(file, new byte[] {'a', (byte) 0xff, (byte) 0xfe});
        assertThat(readingFile(file)).isEqualTo(file + " is not UTF-8; save it as UTF-8");
        Files.writeString(file, "landing: ü😀\nfetch: \0\n");
        assertThat(readingFile(file))
                .isEqualTo(file + ": line 2: the character U+0000 can't stand in YAML; is this the right file?");
        Files.writeString(file, "landing: x\n", StandardCharsets.UTF_16LE);
        assertThat(readingFile(file))
                .isEqualTo(file + ": line 1: the character U+0000 can't stand in YAML; is this the right file?");
    }

    @Test
    void areReadWithAByteOrderMark() throws IOException {
        Path file = temporary.resolve("x.yaml");
        Files.writeString(file, "\uFEFFlanding: /ü\r\nfetch: {timeout: 5}\r\n");
        assertThat(ConfigurationReader.read(file, terminal(Map.of())).landing()).isEqualTo(Path.of("/ü"));
    }

    @Test
    void beyondAMegabyteAreNotRead() throws IOException {
        Path file = temporary.resolve("x.yaml");
        Files.writeString(file, "#" + "x".repeat(999_999));
        assertThat(ConfigurationReader.read(file, terminal(Map.of())).organizations())
                .isEmpty();
        Files.writeString(file, "#" + "x".repeat(1_000_000));
        assertThat(readingFile(file))
                .isEqualTo(file + " is larger than 1 MB, so it can be no configuration; check --config");
    }

    @Test
    void thatAreNoneSaySo() {
        Path none = temporary.resolve("none.yaml");
        assertThat(readingFile(none))
                .isEqualTo("there is no configuration " + none + "; write one with botledger init, or name yours "
                        + "with --config");
        assertThat(readingFile(temporary)).isEqualTo(temporary + " can't be read as a file: Is a directory");
    }

    private static String readingFile(Path file) {
        return refusal(() -> ConfigurationReader.read(file, terminal(Map.of())));
    }
}
