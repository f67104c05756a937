package io.botledger.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Does one kind of work for several things, a few at a time, on threads that are never interrupted: a thread that uses H2
 * must not be. What came of each is told on the caller's thread as soon as it is there.
 */
final class SideBySide<T, R> {
    private final Function<T, R> work;
    private final Consumer<R> results;
    private final Queue<Supplier<R>> done = new ConcurrentLinkedQueue<>();
    private final Semaphore arrived = new Semaphore(0);
    private int atWork;
    private Throwable failure;

    private SideBySide(Function<T, R> work, Consumer<R> results) {
        this.work = work;
        this.results = results;
    }

    /**
     * Works until all is done or something fails. Then nothing more is begun, what is at work comes to its own end, and the
     * first failure is thrown.
     */
    static <T, R> void forEach(List<T> things, int atOnce, Function<T, R> work, Consumer<R> results) {
        if (atOnce == 1) {
            things.forEach(thing -> results.accept(work.apply(thing)));
        } else {
            new SideBySide<>(work, results).forEach(things.iterator(), atOnce);
        }
    }

    private void forEach(Iterator<T> things, int atOnce) {
        boolean more = things.hasNext();
        while (more || atWork > 0) {
            if (more && atWork < atOnce) {
                begin(things.next());
            } else {
                tellOne();
            }
            more = failure == null && things.hasNext();
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
    }

    private void begin(T thing) {
        atWork++;
        Thread thread = new Thread(() -> perform(thing), "botledger-loader");
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            fail(e);
        }
    }

    private void fail(OutOfMemoryError noThread) {
        done.add(() -> {
            throw noThread;
        });
        arrived.release();
    }

    private void perform(T thing) {
        try {
            R result = work.apply(thing);
            done.add(() -> result);
        } catch (RuntimeException | Error e) {
            done.add(() -> {
                throw e;
            });
        } finally {
            arrived.release();
        }
    }

    private void tellOne() {
        arrived.acquireUninterruptibly();
        atWork--;
        try {
            results.accept(done.remove().get());
        } catch (RuntimeException | Error e) {
            if (failure == null) {
                failure = e;
            } else {
                failure.addSuppressed(e);
            }
        }
    }
}
