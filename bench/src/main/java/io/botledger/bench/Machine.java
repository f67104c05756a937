package io.botledger.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where it was measured; no names of hosts or folders.
 *
 * @param processor its model
 * @param cores how many Java sees
 * @param memory of the machine
 * @param system the operating system
 * @param java the Java that runs botledger
 * @param databases what was measured with
 * @param commit the checkout's commit, with {@code +} if files were changed since
 */
record Machine(
        String processor, int cores, String memory, String system, String java, List<String> databases, String commit) {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    /** This machine. */
    static Machine read(Runner runner, Path root, List<TargetDatabase> targets)
            throws IOException, InterruptedException {
        long bytes =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return new Machine(
                readProcessor(),
                Runtime.getRuntime().availableProcessors(),
                Text.decimal(bytes / 1e9) + " GB",
                property("os.name") + " " + property("os.version") + ", " + property("os.arch"),
                property("java.vm.name") + " " + property("java.vm.version"),
                targets.stream().map(TargetDatabase::description).toList(),
                readCommit(runner, root));
    }

    private static String property(String name) {
        return System.getProperty(name);
    }

    private static String readProcessor() throws IOException {
        if (!Files.exists(PROCESSORS)) {
            return "unknown";
        }
        return Files.readAllLines(PROCESSORS).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    private static String readCommit(Runner runner, Path root) throws InterruptedException {
        try {
            List<String> git = List.of("git", "-C", root.toString());
            String head = runner.output(concat(git, "rev-parse", "--short=12", "HEAD"));
            // The results of the bench itself don't change what is measured.
            String changes = runner.output(
                    concat(git, "status", "--porcelain", "--", ".", ":!bench/RESULTS.md", ":!bench/results"));
            return head.strip() + (changes.isBlank() ? "" : "+");
        } catch (IOException | IllegalStateException e) {
            return "unknown";
        }
    }

    private static List<String> concat(List<String> command, String... arguments) {
        return Stream.concat(command.stream(), Stream.of(arguments)).toList();
    }
}
