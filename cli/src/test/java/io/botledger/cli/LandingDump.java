package io.botledger.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What a landing folder holds, read without the code under test, also while a process writes to it. */
final class LandingDump {
    private static final String UNFINISHED = ".tmp";
    private static final String STATE = ".day.json";

    private LandingDump() {}

    /** By relative path: hashes of contents, and the states of days without their times. */
    static Map<String, String> of(Path landing) {
        return of(landing, name -> true);
    }

    /** The same without what {@link #unfinished} names. */
    static Map<String, String> published(Path landing) {
        return of(landing, name -> !name.startsWith(UNFINISHED));
    }

    /** The exports alone, which are seen by whoever looks into the folder. */
    static Map<String, String> exports(Path landing) {
        return of(landing, name -> !name.startsWith(UNFINISHED) && !name.endsWith(STATE));
    }

    private static Map<String, String> of(Path landing, Predicate<String> wanted) {
        Map<String, String> contents = new TreeMap<>();
        for (Path file : files(landing)) {
            String name = landing.relativize(file).toString();
            if (!name.endsWith(".meta.json") && wanted.test(name)) {
                contents.put(name, name.endsWith(STATE) ? state(file) : hash(file));
            }
        }
        return contents;
    }

    /** Files that are being written, or were when their process died. */
    static List<Path> unfinished(Path landing) {
        return files(landing.resolve(UNFINISHED));
    }

    private static List<Path> files(Path folder) {
        TreeSet<Path> files = new TreeSet<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException goneMeanwhile) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(files);
    }

    private static String state(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8).replaceAll("\"checked_at\"\\s*:\\s*\"[^\"]*\"", "");
    }

    private static String hash(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
