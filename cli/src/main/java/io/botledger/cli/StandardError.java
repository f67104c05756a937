package io.botledger.cli;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Standard error without keys and signatures, whoever writes to it: messages, the log, libraries, the switches by which
 * the JDK tells what it does. Writes word by word, since neither a key nor an address has a blank in it.
 */
final class StandardError extends OutputStream {
    private final OutputStream out;
    private final ByteArrayOutputStream word = new ByteArrayOutputStream();

    StandardError(OutputStream out) {
        this.out = out;
    }

    /** Takes the process's standard error over; java.util.logging and exceptions that nobody caught go to the log. */
    static PrintStream open() {
        PrintStream err = new PrintStream(
                new StandardError(new FileOutputStream(FileDescriptor.err)), true, StandardCharsets.UTF_8);
        System.setErr(err);
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) ->
                LoggerFactory.getLogger(StandardError.class).error("thread {} died", thread.getName(), failure));
        return err;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
        int end = from + length;
        while (end > from && !isBlank(bytes[end - 1])) {
            end--;
        }
        if (end > from) {
            word.write(bytes, from, end - from);
            String text = word.toString(StandardCharsets.UTF_8);
            String redacted = Redaction.redact(text);
            // What holds no secret goes out as it came, UTF-8 or not.
            out.write(redacted.equals(text) ? word.toByteArray() : redacted.getBytes(StandardCharsets.UTF_8));
            word.reset();
        }
        word.write(bytes, end, from + length - end);
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
