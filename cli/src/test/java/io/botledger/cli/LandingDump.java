package io.botledger.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a landing folder holds, by relative path: landed contents, and the states of days without their times. */
final class LandingDump {
    private LandingDump() {}

    static Map<String, String> of(Path landing) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(landing)) {
            walk.filter(Files::isRegularFile).forEach(file -> add(files, landing, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static void add(Map<String, String> files, Path landing, Path file) {
        String name = file.getFileName().toString();
        try {
            if (name.equals(".day.json")) {
                String state = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                files.put(key(landing, file), state.replaceAll("\"checked_at\"\\s*:\\s*\"[^\"]*\"", ""));
            } else if (!name.endsWith(".meta.json")) {
                files.put(key(landing, file), Arrays.toString(Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(Path landing, Path file) {
        return landing.relativize(file).toString();
    }
}
