package io.botledger.extract;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * Fetches days of bots into a landing folder, several at once. A day that fails does not stop the others; a bot whose key
 * is refused is not asked for again in this extraction.
 */
public final class Extraction {
    private static final int MAX_DOWNLOADS = 32;
    private static final int STOP_SECONDS = 5;

    private final LandingFolder landing;
    private final Map<String, ExportApi> apis;
    private final int downloads;
    private final Object telling = new Object();
    private final Set<String> refusedBots = ConcurrentHashMap.newKeySet();

    /**
     * Fetches nothing yet.
     *
     * @param landing where to; never null
     * @param apis the API of each bot, by bot id; never null
     * @param downloads how many files are fetched at once, 1 to 32
     * @throws BotledgerException USAGE if the number is out of its range
     */
    public Extraction(LandingFolder landing, Map<String, ExportApi> apis, int downloads) {
        if (downloads < 1 || downloads > MAX_DOWNLOADS) {
            throw new BotledgerException(
                    ErrorCode.USAGE, "downloads at once: expected 1 to " + MAX_DOWNLOADS + ", found " + downloads);
        }
        this.landing = Objects.requireNonNull(landing, "landing");
        this.apis = Map.copyOf(apis);
        this.downloads = downloads;
    }

    /**
     * Fetches the days, and returns when all are done.
     *
     * @param days such as those of a {@link FetchPlan}; every bot has an API
     * @param listener never null
     * @return a result for each day, in the order given
     * @throws BotledgerException INTERRUPTED within seconds if the thread is interrupted; ENVIRONMENT if the disk fails.
     *     The landing folder is sound then, and the next extraction goes on
     * @throws IllegalArgumentException if a bot has no API
     */
    public ExtractionResult run(List<BotDay> days, ExtractionListener listener) {
        days.forEach(this::requireApi);
        refusedBots.clear();
        ExecutorService pool = Executors.newFixedThreadPool(downloads, Extraction::thread);
        try {
            return new ExtractionResult(results(pool, days, listener));
        } catch (InterruptedException interrupted) {
            throw ApiTiming.interrupted();
        } finally {
            stop(pool);
        }
    }

    private List<BotDayResult> results(ExecutorService pool, List<BotDay> days, ExtractionListener listener)
            throws InterruptedException {
        BotDayResult[] results = new BotDayResult[days.size()];
        ExecutorCompletionService<Integer> done = new ExecutorCompletionService<>(pool);
        IntStream.range(0, results.length)
                .forEach(i -> done.submit(() -> results[i] = fetch(days.get(i), listener), i));
        for (int i = 0; i < results.length; i++) {
            try {
                done.take().get();
            } catch (ExecutionException failure) {
                throw rethrown(failure.getCause());
            }
        }
        return List.of(results);
    }

    private BotDayResult fetch(BotDay day, ExtractionListener listener) {
        if (refusedBots.contains(day.botId())) {
            return told(listener, BotDayResult.failed(day, notAsked(day)));
        }
        tell(() -> listener.started(day));
        LongConsumer progress = bytes -> tell(() -> listener.received(day, bytes));
        BotDayResult result = new DayFetch(day, apis.get(day.botId()), landing, progress).run();
        if (result.error().filter(RefusedException.class::isInstance).isPresent()) {
            refusedBots.add(day.botId());
        }
        return told(listener, result);
    }

    private BotDayResult told(ExtractionListener listener, BotDayResult result) {
        tell(() -> listener.finished(result));
        return result;
    }

    private void tell(Runnable call) {
        synchronized (telling) {
            call.run();
        }
    }

    private static BotledgerException notAsked(BotDay day) {
        return new BotledgerException(
                ErrorCode.SOURCE, day + ": not asked for, since another day of this bot was refused; see there");
    }

    private void requireApi(BotDay day) {
        if (!apis.containsKey(day.botId())) {
            throw new IllegalArgumentException("no API for " + day);
        }
    }

    /** Interrupts the fetching threads and waits for them, so that nobody writes to the landing folder any more. */
    private static void stop(ExecutorService pool) {
        pool.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            pool.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException again) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "botledger-fetch");
        thread.setDaemon(true);
        return thread;
    }
}
