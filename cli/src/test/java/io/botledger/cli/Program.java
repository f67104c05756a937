package io.botledger.cli;

import io.botledger.db.DatabaseSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Runs commands each in a Java process of its own, in a folder of its own. */
final class Program {
    private static final long PATIENCE_SECONDS = 120;
    /** Short lives are not worth the work of the optimizing compiler and of parallel collectors. */
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final List<String> program;
    private final Path folder;
    private final Map<String, String> environment;

    private Program(List<String> javaArguments, Path folder, Map<String, String> environment) {
        this(Path.of(System.getProperty("java.home"), "bin", "java"), javaArguments, folder, environment);
    }

    private Program(Path program, List<String> arguments, Path folder, Map<String, String> environment) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        this.program = command;
        this.folder = folder;
        this.environment = environment;
    }

    /** The classes under test, with an environment that names a database. */
    static Program ofClasses(Class<?> main, Path folder, DatabaseSettings settings) {
        return ofClasses(main, folder, Cli.environment(settings));
    }

    /** The classes under test, with this environment. */
    static Program ofClasses(Class<?> main, Path folder, Map<String, String> environment) {
        List<String> java = new ArrayList<>(QUICK_START);
        java.addAll(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path"), main.getName()));
        return new Program(java, folder, environment);
    }

    /** The built jar. */
    static Program ofJar(Path folder, Map<String, String> environment) {
        return new Program(List.of("-jar", System.getProperty("botledger.jar")), folder, environment);
    }

    /** The launcher over the built jar. */
    static Program ofLauncher(Path folder, Map<String, String> environment) {
        Path root = Path.of(System.getProperty("botledger.jar")).resolveSibling("../..");
        return new Program(root.resolve("botledger").normalize(), List.of(), folder, environment);
    }

    /** The same with more arguments of Java's. */
    Program with(String... javaArguments) {
        List<String> arguments = new ArrayList<>(List.of(javaArguments));
        arguments.addAll(program.subList(1, program.size()));
        return new Program(arguments, folder, environment);
    }

    /** Starts a command; what it writes to standard output can be read, and goes into a file otherwise. */
    Running start(Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(program);
        Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("BOTLEDGER") || name.startsWith("JAVA_TOOL"));
        builder.environment().putAll(environment);
        Path out = Files.createTempFile(folder, "out", ".log");
        Path err = Files.createTempFile(folder, "err", ".log");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        return new Running(process, out, err);
    }

    /** Runs a command to its end. */
    Cli.Result run(Object... arguments) throws IOException, InterruptedException {
        try (Running running = start(arguments)) {
            return running.await();
        }
    }

    /** A command at work. Dies with {@link #close()}. */
    record Running(Process process, Path out, Path err) implements AutoCloseable {
        Cli.Result await() throws IOException, InterruptedException {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("no end after " + PATIENCE_SECONDS + " s: " + Files.readString(err));
            }
            return new Cli.Result(process.exitValue(), Files.readString(out), Files.readString(err));
        }

        /** Waits for something to come true, as long as the command lives. */
        void awaitThat(BooleanSupplier condition) throws IOException, InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!condition.getAsBoolean()) {
                if (process.waitFor(1, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                    throw new AssertionError("ended too early, or too late: " + Files.readString(err));
                }
            }
        }

        /** The same for something that may have come too late: whether it came true before the command ended. */
        boolean awaitThatOrEnd(BooleanSupplier condition) throws InterruptedException {
            while (!condition.getAsBoolean()) {
                if (process.waitFor(1, TimeUnit.MILLISECONDS)) {
                    return false;
                }
            }
            return true;
        }

        /** How many files it says it has loaded. */
        long filesLoaded() {
            try {
                return Files.readString(err)
                        .lines()
                        .filter(line -> line.contains(" loaded: "))
                        .count();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** {@code kill -9}; returns what it had written to standard error. */
        Cli.Result kill() throws IOException, InterruptedException {
            process.destroyForcibly();
            return await();
        }

        @Override
        public void close() throws IOException {
            process.destroyForcibly();
        }
    }
}
