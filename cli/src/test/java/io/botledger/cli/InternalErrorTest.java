package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.cli.Botledger.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Errors of Java itself in the midst of a command: they must not look like an interruption. */
class InternalErrorTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Runs a command that fails when it writes its result. */
    private int run(Supplier<? extends Error> error) {
        OutputStream failing = new OutputStream() {
            @Override
            public void write(int b) {
                throw error.get();
            }
        };
        Terminal terminal = new Terminal(
                new PrintStream(failing, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                Clock.systemUTC(),
                false,
                new AtomicBoolean());
        return Botledger.run(terminal, "report", "--list");
    }

    @Test
    void anErrorOfJavaIsABug() {
        for (Supplier<Error> error : List.<Supplier<Error>>of(StackOverflowError::new, AssertionError::new)) {
            err.reset();
            assertThat(run(error)).isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .isEqualTo("botledger: internal error, a bug: please report it with the stack trace above and"
                            + " botledger --version" + System.lineSeparator());
        }
    }

    @Test
    void outOfMemoryTellsHowToGiveMore() {
        assertThat(run(() -> new OutOfMemoryError("Java heap space"))).isEqualTo(6);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .matches(
                        "botledger: out of memory: Java may take \\d+ MB here, and what was at work is rolled back; give it"
                                + " more with BOTLEDGER_JAVA_OPTS=-Xmx1g \\(or the like; for java -jar: -Xmx1g before it\\), or lower"
                                + " --max-record-size of a load\\R");
    }
}
