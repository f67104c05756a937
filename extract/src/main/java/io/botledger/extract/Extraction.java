package io.botledger.extract;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * Fetches days of bots into a landing folder, several at once. A day that fails does not stop the others; a bot whose key
 * is refused is not asked for again in this extraction, nor is an organization whose source is unavailable for several days
 * in a row, or whose key is refused for several bots. Bots with the same {@link ExportApi} are those of one organization.
 */
public final class Extraction {
    private static final int MAX_DOWNLOADS = 32;
    private static final int STOP_SECONDS = 5;

    private final LandingFolder landing;
    private final Map<String, ExportApi> apis;
    private final int downloads;
    private final Object telling = new Object();

    private record Indexed(int index, BotDayResult result) {}

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
        Map<ExportApi, OrganizationTurns> turns = turns(days);
        ExecutorService pool = Executors.newFixedThreadPool(downloads, Extraction::thread);
        try {
            List<BotDayResult> results = results(pool, days, turns, listener);
            return new ExtractionResult(
                    results,
                    turns.values().stream()
                            .flatMap(organization -> organization.unasked().stream())
                            .toList());
        } catch (InterruptedException interrupted) {
            throw ApiTiming.interrupted();
        } finally {
            stop(pool);
        }
    }

    private Map<ExportApi, OrganizationTurns> turns(List<BotDay> days) {
        Map<ExportApi, OrganizationTurns> turns = new LinkedHashMap<>();
        for (int i = 0; i < days.size(); i++) {
            turns.computeIfAbsent(apiOf(days.get(i)), api -> new OrganizationTurns(api.organizationId()))
                    .add(i, days.get(i));
        }
        return turns;
    }

    /** Each day's task asks for a day of the same organization, most often this very day. */
    private List<BotDayResult> results(
            ExecutorService pool,
            List<BotDay> days,
            Map<ExportApi, OrganizationTurns> turns,
            ExtractionListener listener)
            throws InterruptedException {
        BotDayResult[] results = new BotDayResult[days.size()];
        ExecutorCompletionService<Indexed> done = new ExecutorCompletionService<>(pool);
        for (BotDay day : days) {
            OrganizationTurns organization = turns.get(apiOf(day));
            done.submit(() -> fetch(organization, listener));
        }
        for (int i = 0; i < results.length; i++) {
            try {
                Indexed indexed = done.take().get();
                results[indexed.index()] = indexed.result();
            } catch (ExecutionException failure) {
                throw rethrown(failure.getCause());
            }
        }
        return List.of(results);
    }

    private Indexed fetch(OrganizationTurns organization, ExtractionListener listener) {
        OrganizationTurns.Turn turn = organization.next();
        BotDayResult result = organization
                .refusal(turn)
                .map(refusal -> BotDayResult.failed(turn.day(), refusal))
                .orElseGet(() -> ask(organization, turn, listener));
        tell(() -> listener.finished(result));
        return new Indexed(turn.index(), result);
    }

    private BotDayResult ask(OrganizationTurns organization, OrganizationTurns.Turn turn, ExtractionListener listener) {
        BotDay day = turn.day();
        tell(() -> listener.started(day));
        LongConsumer progress = bytes -> tell(() -> listener.received(day, bytes));
        BotDayResult result = new DayFetch(day, apiOf(day), landing, progress).run();
        organization.finished(turn, result);
        return result;
    }

    private ExportApi apiOf(BotDay day) {
        return apis.get(day.botId());
    }

    private void tell(Runnable call) {
        synchronized (telling) {
            call.run();
        }
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
