package io.botledger.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Lists of words from resources: one entry a line, the most frequent first, with Java's escapes (a newline is \n). */
final class Vocabulary {
    private Vocabulary() {}

    static List<String> read(String name) {
        InputStream resource = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(name), name);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines().map(String::translateEscapes).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read resource " + name, unreadable);
        }
    }
}
