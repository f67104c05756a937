package io.botledger.cli;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The entry of the program. */
public final class Botledger {
    private static final int PATIENCE_SECONDS = 9;
    private static final String OUT_OF_MEMORY = "out of memory: Java may take "
            + (Runtime.getRuntime().maxMemory() >> 20)
            + " MB here, and what was at work is rolled back; give it more with BOTLEDGER_JAVA_OPTS=-Xmx1g (or the like; for"
            + " java -jar: -Xmx1g before it), or lower --max-record-size of a load";

    private Botledger() {}

    /** Runs one command and ends the process with its exit status. */
    public static void main(String[] arguments) {
        StandardOutput standardOutput = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        PrintStream out = new PrintStream(standardOutput, false, StandardCharsets.UTF_8);
        PrintStream err = StandardError.open();
        AtomicBoolean cancelled = new AtomicBoolean();
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cancel(cancelled, ended), "cancel"));
        Terminal terminal = new Terminal(out, err, System.getenv(), Clock.systemUTC(), isInteractive(), cancelled);
        int exitStatus = run(terminal, arguments);
        out.flush();
        exitStatus = standardOutput.exitStatus(exitStatus, err);
        ended.countDown();
        System.exit(exitStatus);
    }

    /** On Ctrl-C and SIGTERM: lets the command roll back and book its end, then ends the process with 130. */
    private static void cancel(AtomicBoolean cancelled, CountDownLatch ended) {
        if (ended.getCount() == 0) {
            return;
        }
        cancelled.set(true);
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("botledger: interrupted; what was at work is rolled back");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ErrorCode.INTERRUPTED.exitStatus());
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
            return Commands.line(terminal, arguments).execute(arguments);
        } catch (OutOfMemoryError e) {
            terminal.err().println("botledger: " + OUT_OF_MEMORY);
            return ErrorCode.ENVIRONMENT.exitStatus();
        } catch (RuntimeException | Error e) {
            // Else the process would end as though it were interrupted: see cancel.
            return Commands.internalError(terminal, e);
        }
    }

    /**
     * What a command sees of the world outside.
     *
     * @param out where results go
     * @param err where everything else goes
     * @param environment environment variables
     * @param clock tells the time
     * @param interactive whether a person looks on
     * @param cancelled whether the command should come to its end, undone
     */
    record Terminal(
            PrintStream out,
            PrintStream err,
            Map<String, String> environment,
            Clock clock,
            boolean interactive,
            AtomicBoolean cancelled) {
        /** An environment variable; null if it is not set or empty. */
        String variable(String name) {
            String value = environment.get(name);
            return value == null || value.isEmpty() ? null : value;
        }

        /**
         * Checks that the command may go on.
         *
         * @throws BotledgerException with {@link ErrorCode#INTERRUPTED} if it was cancelled
         */
        void requireNotCancelled() {
            if (cancelled.get()) {
                throw new BotledgerException(
                        ErrorCode.INTERRUPTED, "interrupted; what was at work is rolled back, run the command again");
            }
        }
    }
}
