package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Work that ends when its thread is interrupted, done on a thread of its own: a thread that uses H2 must never be
 * interrupted, since that closes the database's file.
 */
final class InterruptibleWork {
    private static final long GLANCE_MILLIS = 50;

    private InterruptibleWork() {}

    /**
     * Does the work; interrupts it when the command is cancelled.
     *
     * @throws BotledgerException INTERRUPTED if it was; what the work throws otherwise
     */
    static <T> T call(Terminal terminal, String name, Supplier<T> work) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(outcome, work), name);
        thread.setDaemon(true);
        thread.start();
        while (true) {
            try {
                return outcome.get(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException atWork) {
                if (terminal.cancelled().get()) {
                    thread.interrupt();
                }
            } catch (InterruptedException e) {
                thread.interrupt();
                Thread.currentThread().interrupt();
                throw new BotledgerException(ErrorCode.INTERRUPTED, "interrupted; run the command again", e);
            } catch (ExecutionException e) {
                throw rethrown(e.getCause());
            }
        }
    }

    private static <T> void complete(CompletableFuture<T> outcome, Supplier<T> work) {
        try {
            outcome.complete(work.get());
        } catch (RuntimeException | Error failure) {
            outcome.completeExceptionally(failure);
        }
    }

    private static RuntimeException rethrown(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException exception ? exception : new IllegalStateException(failure);
    }
}
