package io.botledger.extract;

import static io.botledger.extract.Fetching.DAY;
import static io.botledger.extract.Fetching.ONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractionTest {
    private static final List<String> BOTS = List.of("a", "b", "c");

    private static final String UNAVAILABLE = "the source was unavailable for several days in a row; run again later";

    @TempDir
    private Path folder;

    @AutoClose
    private Fetching fetching;

    private SimulatedExportServer server;

    @BeforeEach
    void begin() {
        fetching = new Fetching(folder);
        server = fetching.server;
    }

    @Test
    void fetchesThreeBotsOfThirtyDaysOnce() {
        for (String bot : BOTS) {
            for (int back = 0; back < 30; back++) {
                server.put(bot, DAY.minusDays(back), content(bot, DAY.minusDays(back)));
            }
        }
        ExtractionResult first = extractDue();
        assertThat(first.count(FetchOutcome.FETCHED)).isEqualTo(90);
        assertThat(first.newVersions()).isEqualTo(90);
        assertThat(fetching.contents()).hasSize(90);
        fetching.contents()
                .forEach((key, contents) -> assertThat(contents)
                        .containsExactly(content(key.substring(0, 1), LocalDate.parse(key.substring(2, 12)))));
        List<Path> landed = fetching.versions();
        server.forgetRequests();
        ExtractionResult second = extractDue();
        assertThat(second.days()).hasSize(9);
        assertThat(second.count(FetchOutcome.UNCHANGED)).isEqualTo(9);
        assertThat(second.bytes()).isZero();
        assertThat(server.requests())
                .filteredOn(request -> request.startsWith("file"))
                .hasSize(9)
                .allMatch(request -> request.endsWith(" 304"));
        assertThat(fetching.versions()).isEqualTo(landed);
    }

    @Test
    void oneBotsFailureDoesNotStopTheOthers() {
        List<BotDay> days = days(3);
        days.forEach(day -> server.put(day.botId(), day.day(), ONE));
        server.alwaysAsks("b", ServerAnswer.status(503));
        server.alwaysFiles("c", ServerAnswer.cutAfter(3));
        ExtractionResult result = fetching.extract(fetching.api(), days);
        assertThat(result.days()).extracting(BotDayResult::day).isEqualTo(days);
        assertThat(result.days())
                .allSatisfy(day -> assertThat(day.outcome())
                        .isEqualTo(day.day().botId().equals("a") ? FetchOutcome.FETCHED : FetchOutcome.FAILED));
        server.heal();
        assertThat(fetching.extract(fetching.api(), days).count(FetchOutcome.FAILED))
                .isZero();
        assertThat(fetching.contents()).hasSize(9);
    }

    @Test
    void asksForNoOtherDayOfABotThatIsRefused() {
        List<BotDay> days =
                days(5).stream().filter(day -> day.botId().equals("b")).toList();
        server.alwaysAsks("b", ServerAnswer.status(401));
        ExtractionResult result =
                new Extraction(fetching.landing, Map.of("b", fetching.api()), 1).run(days, ExtractionListener.NONE);
        assertThat(server.requests()).containsExactly("ask b 2024-05-27 401");
        assertThat(result.days().get(4).error().orElseThrow())
                .hasMessage("bot b, 2024-05-31: not asked for, since another day of this bot was refused; see there");
        assertThat(result.count(FetchOutcome.FAILED)).isEqualTo(5);
    }

    @Test
    void givesAnOrganizationUpThatHasNoConnectionAndTheNextRunFetchesAll() {
        List<BotDay> days = daysOf("b", 10);
        days.forEach(day -> server.put("b", day.day(), ONE));
        ExportApi nobody = fetching.api(fetching.settings().base(unusedBase()).build());
        ExtractionResult result = extractOneByOne(days, Map.of("b", nobody));
        assertThat(result.count(FetchOutcome.FAILED)).isEqualTo(10);
        assertThat(result.days()).extracting(BotDayResult::day).isEqualTo(days);
        assertThat(result.unasked())
                .containsExactly(new Unasked(SimulatedExportServer.ORGANIZATION, days.subList(3, 10), UNAVAILABLE));
        assertThat(message(result, 2))
                .isEqualTo("bot b, 2024-05-24: signed URLs: no connection (attempt 3 of 3); run again later");
        assertThat(message(result, 3)).isEqualTo("bot b, 2024-05-25: not asked for: " + UNAVAILABLE);
        ExtractionResult next = extractOneByOne(days, Map.of("b", fetching.api()));
        assertThat(next.count(FetchOutcome.FETCHED)).isEqualTo(10);
        assertThat(next.unasked()).isEmpty();
    }

    @Test
    void triesTheNewestDayBeforeItGivesUpOneThatAnswers() {
        List<BotDay> days = daysOf("b", 10);
        server.alwaysAsks("b", ServerAnswer.status(503));
        ExtractionResult result = extractOneByOne(days, Map.of("b", fetching.api()));
        assertThat(server.requests().stream().distinct())
                .containsExactly(
                        "ask b 2024-05-22 503", "ask b 2024-05-23 503", "ask b 2024-05-24 503", "ask b 2024-05-31 503");
        assertThat(result.unasked())
                .containsExactly(new Unasked(SimulatedExportServer.ORGANIZATION, days.subList(3, 9), UNAVAILABLE));
    }

    @Test
    void oldDaysThatNeverComeDoNotKeepTheOthersAway() {
        List<BotDay> days = daysOf("b", 10);
        days.forEach(day -> server.put("b", day.day(), ONE));
        ServerAnswer[] threeDays = new ServerAnswer[9];
        Arrays.fill(threeDays, ServerAnswer.status(500));
        server.failAsks("b", threeDays);
        ExtractionResult result = extractOneByOne(days, Map.of("b", fetching.api()));
        assertThat(result.days())
                .extracting(BotDayResult::outcome)
                .startsWith(FetchOutcome.FAILED, FetchOutcome.FAILED, FetchOutcome.FAILED, FetchOutcome.FETCHED);
        assertThat(result.count(FetchOutcome.FETCHED)).isEqualTo(7);
        assertThat(result.unasked()).isEmpty();
    }

    @Test
    void aDayThatComesInBetweenBeginsTheCountAnew() {
        List<BotDay> days = daysOf("b", 10);
        ServerAnswer down = ServerAnswer.status(503);
        ServerAnswer absent = ServerAnswer.status(404);
        server.failAsks("b", down, down, down, down, down, down, absent, down, down, down, down, down, down, absent);
        ExtractionResult result = extractOneByOne(days, Map.of("b", fetching.api()));
        assertThat(result.days())
                .extracting(BotDayResult::outcome)
                .startsWith(
                        FetchOutcome.FAILED,
                        FetchOutcome.FAILED,
                        FetchOutcome.ABSENT,
                        FetchOutcome.FAILED,
                        FetchOutcome.FAILED,
                        FetchOutcome.ABSENT);
        assertThat(result.count(FetchOutcome.ABSENT)).isEqualTo(6);
        assertThat(result.unasked()).isEmpty();
    }

    @Test
    void aBotThatIsDownDoesNotKeepAnotherAway() {
        List<BotDay> days = new ArrayList<>(daysOf("b", 10));
        days.addAll(daysOf("c", 2));
        days.addAll(daysOf("b", 2));
        daysOf("c", 2).forEach(day -> server.put("c", day.day(), ONE));
        server.alwaysAsks("b", ServerAnswer.status(503));
        ExportApi api = fetching.api();
        ExtractionResult result = extractOneByOne(days, Map.of("b", api, "c", api));
        assertThat(result.count(FetchOutcome.FETCHED)).isEqualTo(2);
        assertThat(result.unasked())
                .hasSize(1)
                .allSatisfy(unasked -> assertThat(unasked.days())
                        .isNotEmpty()
                        .allMatch(day -> day.botId().equals("b")));
    }

    @Test
    void givesUpWithSeveralDaysUnderWayAndLeavesTheOtherOrganizationAlone() {
        List<BotDay> days = days(30);
        days.forEach(day -> server.put(day.botId(), day.day(), ONE));
        ExportApi nobody = fetching.api(fetching.settings().base(unusedBase()).build());
        ExportApi other = fetching.api();
        AtomicInteger started = new AtomicInteger();
        ExtractionResult result = new Extraction(fetching.landing, Map.of("a", nobody, "b", nobody, "c", other), 4)
                .run(days, new ExtractionListener() {
                    @Override
                    public void started(BotDay day) {
                        started.addAndGet(day.botId().equals("c") ? 0 : 1);
                    }
                });
        assertThat(started).hasValueBetween(3, 6);
        assertThat(result.days()).extracting(BotDayResult::day).isEqualTo(days);
        assertThat(result.days())
                .allSatisfy(day -> assertThat(day.outcome())
                        .isEqualTo(day.day().botId().equals("c") ? FetchOutcome.FETCHED : FetchOutcome.FAILED));
        assertThat(result.unasked()).hasSize(1);
        assertThat(result.unasked().get(0).days()).hasSize(60 - started.get());
    }

    @Test
    void givesAnOrganizationUpWhoseKeyIsRefusedForThreeBots() {
        List<BotDay> days = DAY.minusDays(1)
                .datesUntil(DAY.plusDays(1))
                .flatMap(day -> List.of("a", "b", "c", "d").stream().map(bot -> new BotDay(bot, day)))
                .toList();
        ExportApi api = fetching.api();
        BOTS.forEach(bot -> server.alwaysAsks(bot, ServerAnswer.status(401)));
        ExtractionResult result = extractOneByOne(days, Map.of("a", api, "b", api, "c", api, "d", api));
        assertThat(server.requests())
                .containsExactly("ask a 2024-05-30 401", "ask b 2024-05-30 401", "ask c 2024-05-30 401");
        assertThat(result.unasked())
                .containsExactly(new Unasked(
                        SimulatedExportServer.ORGANIZATION,
                        days.subList(3, 8),
                        "the API key was refused for several bots; put a valid one in its place, then run again"));
    }

    @Test
    void fetchesAsManyAtOnceAsAllowed() {
        List<BotDay> days = days(4);
        CyclicBarrier three = new CyclicBarrier(3);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        for (String bot : BOTS) {
            server.alwaysAsks(bot, (exchange, body, closing) -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                await(three);
                now.decrementAndGet();
                ServerAnswer.status(404).give(exchange, body, closing);
            });
        }
        ExportApi api = fetching.api();
        new Extraction(fetching.landing, Map.of("a", api, "b", api, "c", api), 3).run(days, ExtractionListener.NONE);
        assertThat(most).hasValue(3);
    }

    @Test
    void tellsItsListener() {
        List<BotDay> days = days(1);
        days.forEach(day -> server.put(day.botId(), day.day(), ONE));
        Map<BotDay, List<String>> heard = new ConcurrentHashMap<>();
        Map<BotDay, Long> received = new ConcurrentHashMap<>();
        new Extraction(fetching.landing, Map.of("a", fetching.api(), "b", fetching.api(), "c", fetching.api()), 3)
                .run(days, new ExtractionListener() {
                    @Override
                    public void started(BotDay day) {
                        heard.put(day, new ArrayList<>(List.of("started")));
                    }

                    @Override
                    public void received(BotDay day, long bytes) {
                        received.merge(day, bytes, Long::sum);
                    }

                    @Override
                    public void finished(BotDayResult result) {
                        heard.get(result.day()).add("finished " + result.outcome());
                    }
                });
        assertThat(heard)
                .hasSize(3)
                .allSatisfy((day, calls) -> assertThat(calls).containsExactly("started", "finished FETCHED"));
        assertThat(received)
                .hasSize(3)
                .allSatisfy((day, bytes) -> assertThat(bytes).isEqualTo(ONE.length()));
    }

    @Test
    void endsSoonWhenInterrupted() throws InterruptedException {
        server.put("b", DAY, ONE);
        CountDownLatch waiting = new CountDownLatch(1);
        server.alwaysFiles("b", (exchange, body, closing) -> {
            waiting.countDown();
            ServerAnswer.stallAfter(3).give(exchange, body, closing);
        });
        ExportApi patient = fetching.api(
                fetching.settings().timeouts(ApiTimeouts.defaults()).build());
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread run = new Thread(() -> fetching.extract(patient, List.of(Fetching.BOT_DAY)));
        run.setUncaughtExceptionHandler((thread, failure) -> thrown.set(failure));
        run.start();
        assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();
        run.interrupt();
        run.join(4000);
        assertThat(run.isAlive()).isFalse();
        assertThat(thrown.get()).isInstanceOfSatisfying(BotledgerException.class, error -> {
            assertThat(error.code()).isEqualTo(ErrorCode.INTERRUPTED);
            assertThat(error).hasMessage("interrupted while exports were fetched; run the command again");
        });
        assertThat(fetching.contents()).isEmpty();
        assertThat(fetching.unfinished()).isEmpty();
        fetching.heals();
    }

    @Test
    void lastsWithTwoAtWorkInOneFolder() throws InterruptedException {
        List<BotDay> days = days(10);
        days.forEach(day -> server.put(day.botId(), day.day(), ONE, content(day.botId(), day.day())));
        List<Throwable> failures = new ArrayList<>();
        List<Thread> runs = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            LandingFolder landing = LandingFolder.open(fetching.root, fetching.time);
            Thread run = new Thread(() -> new Extraction(
                            landing, Map.of("a", fetching.api(), "b", fetching.api(), "c", fetching.api()), 4)
                    .run(days, ExtractionListener.NONE));
            run.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
            runs.add(run);
        }
        runs.forEach(Thread::start);
        for (Thread run : runs) {
            run.join();
        }
        assertThat(failures).isEmpty();
        assertThat(fetching.contents())
                .hasSize(60)
                .allSatisfy((key, contents) -> assertThat(contents).hasSize(1));
        assertThat(days).allMatch(day -> fetching.landing.state(day).status() == DayStatus.COMPLETE);
        assertThat(fetching.unfinished()).isEmpty();
    }

    @Test
    void endsWhenTheDiskFails() {
        server.put("b", DAY, ONE);
        LandingFolder broken = LandingFolder.open(fetching.root, fetching.time, step -> {
            throw new BotledgerException(ErrorCode.ENVIRONMENT, "no space");
        });
        assertThatThrownBy(() -> new Extraction(broken, Map.of("b", fetching.api()), 2)
                        .run(List.of(Fetching.BOT_DAY), ExtractionListener.NONE))
                .hasMessage("no space");
    }

    @Test
    void checksItsArguments() {
        assertThatThrownBy(() -> new Extraction(fetching.landing, Map.of(), 0))
                .hasMessage("downloads at once: expected 1 to 32, found 0");
        assertThatThrownBy(() -> new Extraction(fetching.landing, Map.of(), 1)
                        .run(List.of(Fetching.BOT_DAY), ExtractionListener.NONE))
                .hasMessage("no API for bot b, 2024-05-31");
    }

    private ExtractionResult extractDue() {
        FetchPlan plan =
                FetchPlan.of(BOTS, FetchWindow.defaults(), FetchWindow.today(fetching.time), fetching.landing::state);
        return fetching.extract(fetching.api(), plan.toFetch());
    }

    private ExtractionResult extractOneByOne(List<BotDay> days, Map<String, ExportApi> apis) {
        return new Extraction(fetching.landing, apis, 1).run(days, ExtractionListener.NONE);
    }

    private static String message(ExtractionResult result, int index) {
        return result.days().get(index).error().orElseThrow().getMessage();
    }

    private static String unusedBase() {
        try (SimulatedExportServer closed = SimulatedExportServer.start()) {
            return closed.base();
        }
    }

    private static List<BotDay> daysOf(String bot, int count) {
        return days(count).stream().filter(day -> day.botId().equals(bot)).toList();
    }

    private static List<BotDay> days(int count) {
        return DAY.minusDays(count - 1L)
                .datesUntil(DAY.plusDays(1))
                .flatMap(day -> BOTS.stream().map(bot -> new BotDay(bot, day)))
                .toList();
    }

    private static String content(String bot, LocalDate day) {
        return "[{\"conversation_id\":\"" + bot + day + "\"}]";
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
