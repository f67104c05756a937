package io.botledger.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The built program. */
final class Program {
    private final Path root;
    private final Runner runner;

    /** The program of this checkout. */
    Program(Path root, Runner runner) {
        this.root = root;
        this.runner = runner;
    }

    /** The Java that runs all of it. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    Path jar() {
        return root.resolve("cli/target/botledger.jar");
    }

    /** The options that {@code ./botledger} gives Java; as an argument of Java. */
    String options() {
        return "@" + root.resolve("java.options");
    }

    /** Runs a command with {@code java -jar}. */
    Usage run(List<String> arguments) throws IOException, InterruptedException {
        return runner.run(command(List.of(java(), "-jar", jar().toString()), arguments));
    }

    /** Runs a command with {@code ./botledger}. */
    Usage launch(List<String> arguments) throws IOException, InterruptedException {
        return runner.run(command(List.of(root.resolve("botledger").toString()), arguments));
    }

    /** Has the launcher make its class archive, as it does at the first call: not within a measurement. */
    void makeArchive() throws IOException, InterruptedException {
        launch(List.of("--help"));
    }

    private static List<String> command(List<String> program, List<String> arguments) {
        List<String> command = new ArrayList<>(program);
        command.addAll(arguments);
        return command;
    }
}
