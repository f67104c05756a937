package io.botledger.cli;

import io.botledger.model.ErrorCode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

/** The entry of the program. */
public final class Botledger {
    private Botledger() {}

    /** Runs one command and ends the process with its exit status. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int exitStatus = run(new Terminal(out, err, System.getenv(), Clock.systemUTC(), isInteractive()), arguments);
        out.flush();
        System.exit(exitStatus);
    }

    /** Since JDK 22 there is a console even without a terminal, unless this property asks for the old meaning. */
    @SuppressWarnings("SystemConsoleNull") // The property makes null mean "no terminal" on every JDK.
    private static boolean isInteractive() {
        System.setProperty("jdk.console", "java.base");
        return System.console() != null;
    }

    /** Runs one command; returns its exit status. */
    static int run(Terminal terminal, String... arguments) {
        try {
            return Commands.line(terminal).execute(arguments);
        } catch (OutOfMemoryError e) {
            terminal.err()
                    .println(
                            "botledger: out of memory, nothing of the file at work was kept; give Java more with -Xmx, or "
                                    + "lower --max-record-size");
            return ErrorCode.ENVIRONMENT.exitStatus();
        }
    }

    /** What a command sees of the world outside; {@code interactive} if a person looks on. */
    record Terminal(
            PrintStream out, PrintStream err, Map<String, String> environment, Clock clock, boolean interactive) {
        /** An environment variable; null if it is not set or empty. */
        String variable(String name) {
            String value = environment.get(name);
            return value == null || value.isEmpty() ? null : value;
        }
    }
}
