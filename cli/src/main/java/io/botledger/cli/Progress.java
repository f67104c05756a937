package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Tells how far a long command is, on standard error. */
sealed interface Progress extends AutoCloseable {
    /** How progress is shown. */
    enum Mode {
        /** A bar on a terminal, plain lines otherwise. */
        AUTO,
        BAR,
        PLAIN,
        NONE
    }

    /** Progress of a task with a known size; {@code unit} is what the size counts. */
    static Progress of(Mode mode, Terminal terminal, String task, String unit, long unitSize, long size) {
        boolean bar = mode == Mode.BAR || (mode == Mode.AUTO && terminal.interactive());
        if (mode == Mode.NONE) {
            return new None();
        }
        return bar ? new Bar(terminal.err(), task, unit, unitSize, size) : new Plain(terminal.err());
    }

    /** Goes on by some units. */
    void step(long units);

    /** Says what was done. */
    void line(String text);

    @Override
    void close();

    /** Shows nothing. */
    record None() implements Progress {
        @Override
        public void step(long units) {
            // Nothing is shown.
        }

        @Override
        public void line(String text) {
            // Nothing is shown.
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    /** Shows lines alone, for logs. */
    record Plain(PrintStream err) implements Progress {
        @Override
        public void step(long units) {
            // Lines tell enough.
        }

        @Override
        public void line(String text) {
            err.println(text);
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    /** Shows a bar with rate and time left. */
    record Bar(ProgressBar bar) implements Progress {
        Bar(PrintStream err, String task, String unit, long unitSize, long size) {
            this(new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(size)
                    .setUnit(unit, unitSize)
                    .setStyle(ProgressBarStyle.ASCII)
                    .showSpeed()
                    .setConsumer(new ConsoleProgressBarConsumer(err))
                    .build());
        }

        @Override
        public void step(long units) {
            bar.stepBy(units);
        }

        @Override
        public void line(String text) {
            bar.setExtraMessage(text);
        }

        @Override
        public void close() {
            bar.close();
        }
    }
}
