package io.botledger.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The texts that stand beside the classes: queries, styles, scripts. */
final class TextFile {
    private TextFile() {}

    /** The text of a file that is there. */
    static String read(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException(name));
    }

    /** The text of a file, with LF at the ends of lines whatever it was built from; empty if there is none. */
    static Optional<String> find(String name) {
        try (InputStream file = TextFile.class.getResourceAsStream(name)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
