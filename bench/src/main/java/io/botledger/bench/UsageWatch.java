package io.botledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Watches a process until it ends. Its figures are gone with it, so they are read again and again; what happens after the
 * last reading, 10 ms at most, is missed in CPU time and memory, never in wall time.
 */
final class UsageWatch {
    private static final long READING_MILLIS = 10;
    private static final double BYTES_PER_KILOBYTE = 1024;
    private static final double BYTES_PER_MEGABYTE = 1e6;
    private static final String PEAK = "VmHWM:";

    private final Process process;
    private final long startNanos;
    private Duration cpu = Duration.ZERO;
    private double peakMegabytes;

    /** A watch that counts wall time from {@code startNanos}, taken just before the process was started. */
    UsageWatch(Process process, long startNanos) {
        this.process = process;
        this.startNanos = startNanos;
    }

    /** Waits for the end. */
    Usage await() throws InterruptedException {
        while (!process.waitFor(READING_MILLIS, TimeUnit.MILLISECONDS)) {
            process.info().totalCpuDuration().ifPresent(read -> cpu = read);
            peakMegabytes = Math.max(peakMegabytes, readPeak());
        }
        long end = System.nanoTime();
        return new Usage(rounded((end - startNanos) / 1e9), rounded(cpu.toNanos() / 1e9), rounded(peakMegabytes));
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }

    /** 0 where there is no /proc, or the process has just ended. */
    private double readPeak() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
                if (line.startsWith(PEAK)) {
                    String kilobytes =
                            line.substring(PEAK.length()).replace("kB", "").strip();
                    return Long.parseLong(kilobytes) * BYTES_PER_KILOBYTE / BYTES_PER_MEGABYTE;
                }
            }
        } catch (IOException e) {
            return 0;
        }
        return 0;
    }
}
