package io.botledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs programs in one folder, each to its end, with nothing in their environment that changes botledger or Java. */
final class Runner {
    private static final int SHOWN_COMMAND = 300;
    private static final int SHOWN_OUTPUT = 2_000;

    private final Path folder;

    /** Runs in this folder and keeps the last program's output there. */
    Runner(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /**
     * Runs a program.
     *
     * @throws IllegalStateException if it does not end with 0; holds the end of what it wrote
     */
    Usage run(List<String> command) throws IOException, InterruptedException {
        Path log = log();
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment()
                .keySet()
                .removeIf(
                        name -> name.startsWith("BOTLEDGER") || name.startsWith("PG") || name.endsWith("JAVA_OPTIONS"));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("PGCLIENTENCODING", "UTF8");
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        long start = System.nanoTime();
        Process process = builder.start();
        Usage usage = await(process, start);
        if (process.exitValue() != 0) {
            String output = Files.readString(log);
            String shown = String.join(" ", command);
            throw new IllegalStateException(shown.substring(0, Math.min(shown.length(), SHOWN_COMMAND)) + " ended with "
                    + process.exitValue() + ": " + output.substring(Math.max(0, output.length() - SHOWN_OUTPUT)));
        }
        return usage;
    }

    private static Usage await(Process process, long start) throws InterruptedException {
        try {
            return new UsageWatch(process, start).await();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** Runs a program and returns what it wrote. */
    String output(List<String> command) throws IOException, InterruptedException {
        run(command);
        return Files.readString(log());
    }

    private Path log() {
        return folder.resolve("output.log");
    }
}
