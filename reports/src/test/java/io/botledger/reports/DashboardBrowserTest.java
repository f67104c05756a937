package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.print.PrintOptions;

/** The dashboard in a real browser: its figures, for every choice, are counted here once more. */
class DashboardBrowserTest {
    private static final LocalDate LAST = LocalDate.parse("2024-03-30");
    private static final Instant NOW = Instant.parse("2024-03-31T05:06:07Z");
    private static final String LONG = "A name without an end ".repeat(40) + "W".repeat(400);
    private static final List<String> HOSTILE = List.of(
            "<script>document.title='taken'</script>",
            "</script><img src=x onerror=document.title='taken'>",
            "\"quoted\" 'name' & <!-- ${data} -->",
            "\u05E9\u05DC\u05D5\u05DD \u202Eleft",
            "two\r\nlines\u2028and\u2029more",
            LONG);
    private static final List<Talk> TALKS = talks();

    private static final List<String> UNLOADED_DAYS_OF_B1 = List.of(
            "2024-02-20",
            "2024-02-21",
            "2024-02-22",
            "2024-02-23",
            "2024-02-24",
            "2024-03-02",
            "2024-03-03",
            "2024-03-04",
            "2024-03-05",
            "2024-03-27",
            "2024-03-28",
            "2024-03-30");

    @TempDir
    private static Path temporary;

    private static Browser browser;
    private static Path page;

    private static List<Talk> talks() {
        List<Talk> talks = new ArrayList<>(RandomTalks.of(2_500, 20_240_331));
        for (int i = 0; i < 60; i++) {
            String name = HOSTILE.get(i % HOSTILE.size());
            talks.add(Talk.PLAIN
                    .id("h" + i)
                    .bot("h" + i % HOSTILE.size(), name)
                    .times("2024-03-29T10:00:00Z", "2024-03-29T10:10:00Z")
                    .place(name, name)
                    .intents(Talk.Intent.of(name, "2024-03-29T10:00:00Z")));
        }
        return talks;
    }

    @BeforeAll
    static void writeThePage() throws IOException {
        browser = Browser.start(temporary.resolve("profile"));
        page = temporary.resolve("a page.html");
        try (Database database = TestDatabases.migrated(Dialect.H2)) {
            Fixture.insert(database, TALKS);
            for (String bot : TALKS.stream().map(Talk::botId).distinct().toList()) {
                if (bot.equals("b1")) {
                    Fixture.insertLoads(database, bot, "2024-02-25", "2024-03-01");
                    Fixture.insertLoads(database, bot, "2024-03-06", "2024-03-26");
                    Fixture.insertLoad(database, bot, "2024-03-29", "completed");
                    Fixture.insertLoad(database, bot, "2024-03-30", "failed");
                } else {
                    Fixture.insertLoads(database, bot, "2024-02-20", "2024-03-29");
                }
            }
            Fixture.insertExportDay(database, "b1", "2024-03-27", "absent");
            Fixture.insertExportDay(database, "b1", "2024-03-28", "absent");
            new Dashboard(database, ReportSettings.defaults(), "1.2.3")
                    .write(Reports.with("from", "2024-02-20", "to", LAST.toString()), NOW, ReportOutput.toFile(page));
        }
        assertThat(Files.size(page)).isLessThan(1_000_000);
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    /** No chooser, no name and no size of the screen may do one of these. */
    @AfterEach
    void nothingWasComplainedOfAndNothingAskedFor() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests())
                .allMatch(address -> address.startsWith(page.toUri().toString()));
        assertThat(browser.driver().getTitle()).isEqualTo("Bot dashboard");
    }

    private static void open(String fragment) {
        browser.open(page, fragment, 1280, "light");
    }

    @SuppressWarnings("unchecked") // The driver returns arrays of texts as lists of texts.
    private static List<List<String>> table(String section) {
        return (List<List<String>>) browser.run(
                "return [...document.querySelectorAll('#' + arguments[0] + ' .rows tbody tr')]"
                        + ".map((row) => [...row.cells].map((cell) => cell.textContent))",
                section);
    }

    private static String text(String selector) {
        return (String) browser.run("return document.querySelector(arguments[0]).textContent", selector);
    }

    private static void choose(String id, String label) {
        browser.run(
                "const list = document.getElementById(arguments[0]);"
                        + "list.value = [...list.options].find((one) => one.label === arguments[1]).value;"
                        + "list.dispatchEvent(new Event('change', { bubbles: true }))",
                id,
                label);
    }

    private static void choosePeriod(int days) {
        browser.run("document.querySelector('#periods input[aria-label=\"Last " + days + " days\"]').click()");
    }

    @Test
    void everyChartShowsTheFiguresOfEveryChoice() {
        open("");
        for (int days : List.of(7, 14, 28, 40)) {
            choosePeriod(days);
            for (String bot : Arrays.asList(null, "b1")) {
                choose("bot", bot == null ? "All bots" : "Bot b1false");
                for (String channel : Arrays.asList(null, "chat")) {
                    choose("channel", channel == null ? "All channels" : channel);
                    checkAll(
                            days,
                            bot,
                            talk -> (bot == null || bot.equals(talk.botId()))
                                    && (channel == null || channel.equals(talk.channel())));
                }
            }
        }
    }

    private static void checkAll(int days, String bot, Predicate<Talk> chosen) {
        LocalDate first = LAST.minusDays(days - 1L);
        List<Talk> now = between(TALKS, first, LAST, chosen);
        List<Talk> before = between(TALKS, first.minusDays(days), first.minusDays(1), chosen);
        checkFigures(now, first, LAST, day -> bot == null || !UNLOADED_DAYS_OF_B1.contains(day.toString()));
        if (days == 7) {
            assertThat(text("#summary")).endsWith(" Compared with the 7 days before.");
            checkChanges(now, before);
        } else {
            assertThat(text("#summary"))
                    .endsWith(" Not compared with the " + days + " days before: " + reason(days == 14, bot == null)
                            + ".");
            assertThat(browser.run("return document.querySelectorAll('.rate .change').length"))
                    .isEqualTo(0L);
        }
    }

    private static String reason(boolean gap, boolean allBots) {
        if (gap) {
            return "3 of these are not loaded" + (allBots ? " for 1 of 11 bots" : "");
        }
        return allBots ? "data of all 11 bots begins later, the last on 25 Feb 2024" : "data begins on 25 Feb 2024";
    }

    private static void checkFigures(List<Talk> talks, LocalDate first, LocalDate last, Predicate<LocalDate> loaded) {
        checkHeadlines(talks);
        checkColumns(Column.of(talks, first, last, loaded));
        checkIntents(talks);
        checkHours(talks);
        checkMix("languages", talks, Talk::language);
        checkMix("channels", talks, Talk::channel);
    }

    private static List<Talk> between(List<Talk> talks, LocalDate first, LocalDate last, Predicate<Talk> chosen) {
        return talks.stream()
                .filter(Talk::current)
                .filter(chosen)
                .filter(talk -> !talk.endDay().isBefore(first) && !talk.endDay().isAfter(last))
                .toList();
    }

    private static void checkHeadlines(List<Talk> now) {
        List<String> metrics = Expected.ultimateMetrics(now, null).get(0);
        assertThat(text("[data-rate=conversations] .value")).isEqualTo(grouped(now.size()));
        checkRate("bot_handled", metrics.get(1), metrics.get(0));
        checkRate("deflection", metrics.get(3), metrics.get(0));
        checkRate("escalation", metrics.get(5), metrics.get(0));
        checkRate("automation", metrics.get(11), metrics.get(0));
        long understood = Long.parseLong(metrics.get(13)) - Long.parseLong(metrics.get(14));
        checkRate("understood", Long.toString(understood), metrics.get(13));
    }

    private static void checkChanges(List<Talk> now, List<Talk> before) {
        assertThat(text("[data-rate=conversations] .parts")).isEqualTo(grouped(before.size()) + " before");
        List<String> metrics = Expected.ultimateMetrics(now, null).get(0);
        List<String> earlier = Expected.ultimateMetrics(before, null).get(0);
        checkChange("bot_handled", 1, earlier, metrics);
        checkChange("deflection", 3, earlier, metrics);
        checkChange("automation", 11, earlier, metrics);
        checkChange("escalation", 5, earlier, metrics);
    }

    private static void checkChange(String name, int column, List<String> earlier, List<String> now) {
        BigDecimal change = points(earlier.get(column), earlier.get(0), now.get(column), now.get(0));
        boolean more = name.equals("escalation") ? change.signum() < 0 : change.signum() > 0;
        String sign = change.signum() > 0 ? "\u25B2 +" : change.signum() < 0 ? "\u25BC \u2212" : "= \u00B1";
        assertThat(text("[data-rate=" + name + "] .change"))
                .isEqualTo(sign + change.abs().toPlainString() + " points"
                        + (change.signum() == 0 ? "" : more ? ", better" : ", worse"));
    }

    /** From one share to another in points, rounded once. */
    private static BigDecimal points(String partBefore, String wholeBefore, String part, String whole) {
        BigDecimal crossed = new BigDecimal(part)
                .multiply(new BigDecimal(wholeBefore))
                .subtract(new BigDecimal(partBefore).multiply(new BigDecimal(whole)));
        return crossed.multiply(BigDecimal.valueOf(100))
                .divide(new BigDecimal(whole).multiply(new BigDecimal(wholeBefore)), 1, RoundingMode.HALF_UP);
    }

    @Test
    void aChangeIsRoundedOnceAndNotMadeOfRoundedRates() {
        open("");
        assertThat(browser.run("return signed(pointsBetween([653127, 1000000], [647546, 1000000]), ' points')"))
                .isEqualTo("\u22120.6 points");
        assertThat(browser.run("return pointsBetween([64999, 100000], [65001, 100000])"))
                .isEqualTo(0L);
        assertThat(browser.run(
                        "return [pointsBetween([0, 0], [1, 2]), pointsBetween([null, 5], [1, 2]), growth(0, 5)]"))
                .isEqualTo(Arrays.asList(null, null, null));
        Random random = new Random(4);
        for (int i = 0; i < 50; i++) {
            int wholeBefore = 1 + random.nextInt(i < 25 ? 40 : 1_000_000_000);
            int whole = 1 + random.nextInt(i < 25 ? 40 : 1_000_000_000);
            int partBefore = random.nextInt(wholeBefore + 1);
            int part = random.nextInt(whole + 1);
            assertThat(browser.run(
                            "return pointsBetween([arguments[0], arguments[1]], [arguments[2], arguments[3]])",
                            partBefore,
                            wholeBefore,
                            part,
                            whole))
                    .isEqualTo(points("" + partBefore, "" + wholeBefore, "" + part, "" + whole)
                            .unscaledValue()
                            .longValueExact());
            assertThat(browser.run("return growth(arguments[0], arguments[1])", wholeBefore, whole))
                    .isEqualTo(points("0", "1", "" + (whole - wholeBefore), "" + wholeBefore)
                            .unscaledValue()
                            .longValueExact());
        }
    }

    private static void checkRate(String name, String part, String whole) {
        assertThat(text("[data-rate=" + name + "] .value")).isEqualTo(percent(part, whole));
        assertThat(text("[data-rate=" + name + "] .parts"))
                .isEqualTo(grouped(Long.parseLong(part)) + " of " + grouped(Long.parseLong(whole)));
    }

    private static BigDecimal tenths(String part, String whole) {
        return new BigDecimal(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(new BigDecimal(whole), 1, RoundingMode.HALF_UP);
    }

    private static String percent(String part, String whole) {
        return whole.equals("0") ? "\u2013" : tenths(part, whole).toPlainString() + "%";
    }

    private static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /**
     * A day, or a week of a long period.
     *
     * @param name as the tables have it
     */
    private record Column(String name, List<Talk> talks, boolean loaded) {
        static List<Column> of(List<Talk> talks, LocalDate first, LocalDate last, Predicate<LocalDate> loaded) {
            boolean weekly = first.plusDays(120).isBefore(last.plusDays(1));
            Map<LocalDate, List<Talk>> columns = new TreeMap<>();
            Map<LocalDate, Integer> lengths = new HashMap<>();
            for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                LocalDate today = day;
                LocalDate start = weekly ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : day;
                lengths.merge(start, 1, Integer::sum);
                List<Talk> column = columns.computeIfAbsent(start, key -> new ArrayList<>());
                talks.stream().filter(talk -> talk.endDay().equals(today)).forEach(column::add);
            }
            return columns.entrySet().stream()
                    .map(column -> new Column(
                            weekly && lengths.get(column.getKey()) < 7
                                    ? column.getKey() + " (" + lengths.get(column.getKey()) + " of 7 days)"
                                    : column.getKey().toString(),
                            column.getValue(),
                            weekly || !column.getValue().isEmpty() || loaded.test(column.getKey())))
                    .toList();
        }

        List<Long> statuses() {
            Map<String, Long> counts = talks.stream()
                    .collect(Collectors.groupingBy(
                            talk -> talk.status() == null ? "none" : talk.status(), Collectors.counting()));
            return Stream.of("botHandled", "failedEscalation", "odd", "agent", "email", "customEscalation", "none")
                    .map(status -> counts.getOrDefault(status, 0L))
                    .toList();
        }

        List<Long> answers() {
            return Stream.<Function<Talk, Integer>>of(
                            talk -> talk.answers().generated(),
                            Talk::knowledgeNotUnderstood,
                            talk -> talk.answers().escalations(),
                            talk -> talk.answers().fallbacks(),
                            talk -> talk.answers().errors())
                    .map(count -> talks.stream()
                            .map(count)
                            .filter(Objects::nonNull)
                            .mapToLong(Integer::longValue)
                            .sum())
                    .toList();
        }

        /** Bot handled, deflection, automation. */
        List<String> rates() {
            List<String> metrics = Expected.ultimateMetrics(talks, null).get(0);
            return Stream.of(1, 3, 11)
                    .map(count -> percent(metrics.get(count), metrics.get(0)))
                    .toList();
        }

        List<String> row(List<String> cells) {
            return Stream.concat(Stream.of(name), cells.stream()).toList();
        }

        List<String> counts(List<Long> counts) {
            return row(counts.stream()
                    .map(count -> loaded ? grouped(count) : "\u2013")
                    .toList());
        }
    }

    private static void checkColumns(List<Column> columns) {
        checkStack("status", columns, Column::statuses);
        checkStack("answers", columns, Column::answers);
        List<List<String>> rates = columns.stream().map(Column::rates).toList();
        assertThat(table("trend"))
                .isEqualTo(columns.stream()
                        .map(column -> column.row(Stream.concat(
                                        Stream.of(
                                                column.loaded()
                                                        ? grouped(column.talks().size())
                                                        : "\u2013"),
                                        column.rates().stream())
                                .toList()))
                        .toList());
        assertThat(browser.run("return charts.get('trend').data.datasets.map((set) => set.data.map(rateText))"))
                .isEqualTo(IntStream.range(0, 3)
                        .mapToObj(
                                line -> rates.stream().map(row -> row.get(line)).toList())
                        .toList());
    }

    private static void checkStack(String section, List<Column> columns, Function<Column, List<Long>> counts) {
        List<List<Long>> rows = columns.stream().map(counts).toList();
        assertThat(table(section))
                .isEqualTo(columns.stream()
                        .map(column -> column.counts(counts.apply(column)))
                        .toList());
        assertThat(browser.run("return charts.get(arguments[0]).data.datasets.map((set) => set.data)", section))
                .isEqualTo(IntStream.range(0, rows.get(0).size())
                        .mapToObj(part -> IntStream.range(0, rows.size())
                                .mapToObj(row -> columns.get(row).loaded()
                                        ? rows.get(row).get(part)
                                        : null)
                                .toList())
                        .filter(part -> part.stream().anyMatch(count -> count != null && count > 0))
                        .toList());
    }

    private static void checkIntents(List<Talk> talks) {
        List<List<String>> all = Expected.byIntent(talks, List.of("Greeting", "Talk to a human/agent"), true);
        List<List<String>> expected = new ArrayList<>();
        for (List<String> row : all.subList(0, Math.min(25, all.size()))) {
            expected.add(List.of(row.get(0), row.get(1), row.get(2), percent(row.get(2), row.get(1))));
        }
        if (all.size() > 25) {
            String others = sum(all.subList(25, all.size()), 1);
            String handled = sum(all.subList(25, all.size()), 2);
            expected.add(List.of("All other intents", others, handled, percent(handled, others)));
        }
        assertThat(table("intents")).isEqualTo(expected);
    }

    private static String sum(List<List<String>> rows, int column) {
        return Long.toString(
                rows.stream().mapToLong(row -> Long.parseLong(row.get(column))).sum());
    }

    private static void checkHours(List<Talk> talks) {
        long[][] counts = new long[24][7];
        for (Talk talk : talks) {
            if (talk.startedAt() != null) {
                var start = talk.startedAt().atZone(ZoneOffset.UTC);
                counts[start.getHour()][start.getDayOfWeek().getValue() - 1]++;
            }
        }
        List<List<String>> expected = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            List<String> row = new ArrayList<>(List.of(String.format(Locale.ROOT, "%02d:00", hour)));
            Arrays.stream(counts[hour]).forEach(count -> row.add(grouped(count)));
            expected.add(row);
        }
        assertThat(table("hours")).isEqualTo(expected);
        assertThat((Long) browser.run("return document.querySelectorAll('.heat i').length"))
                .isEqualTo(168);
    }

    private static void checkMix(String section, List<Talk> talks, Function<Talk, String> key) {
        Map<String, Long> counts = talks.stream()
                .collect(Collectors.groupingBy(
                        talk -> key.apply(talk) == null ? "(none)" : key.apply(talk), Collectors.counting()));
        Map<String, String> shown =
                table(section).stream().collect(Collectors.toMap(row -> row.get(0), row -> row.get(1)));
        assertThat(shown)
                .isEqualTo(counts.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> grouped(entry.getValue()))));
    }

    @Test
    void namesAreTextWhateverTheyHold() {
        open("#days=7");
        assertThat(table("intents").stream().map(row -> row.get(0))).containsAll(HOSTILE);
        assertThat(browser.run("return document.querySelectorAll('img, main script, iframe').length"))
                .isEqualTo(0L);
        assertThat(browser.run("return [...document.querySelectorAll('#bot option')].map((one) => one.label)"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
                .contains(HOSTILE.get(0), HOSTILE.get(1));
        browser.run("location.hash = '#bot=h0&days=7'");
        assertThat(text("#summary"))
                .startsWith(HOSTILE.get(0) + ", all channels, 24 Mar 2024 to 30 Mar 2024 (7 days): 10 ");
        assertThat(browser.run("return [...document.querySelectorAll('main bdi')].every((one) => one.dir === 'auto')"))
                .isEqualTo(true);
    }

    @Test
    void calendarTellsLoadedAbsentMissingAndFailedDays() {
        open("#bot=b1&days=40");
        assertThat(text("#coverage .covered h3 + p"))
                .isEqualTo("28 of 33 days loaded, 4 missing, 1 could not be loaded, 2 absent");
        assertThat(table("coverage"))
                .containsExactly(
                        List.of("Bot b1false", "2024-03-02", "2024-03-05", "4", "Missing"),
                        List.of("Bot b1false", "2024-03-27", "2024-03-28", "2", "Absent: the vendor had no export"),
                        List.of("Bot b1false", "2024-03-30", "2024-03-30", "1", "Could not be loaded"));
    }

    @Test
    void aYearIsShownByWeeksAndItsRareIntentsInOneRow() throws IOException {
        LocalDate first = LocalDate.parse("2024-02-21");
        LocalDate last = LocalDate.parse("2025-02-19");
        List<Talk> talks = new ArrayList<>();
        for (Talk talk : RandomTalks.of(3_000, 365)) {
            int number = talks.size();
            Talk later = talk.later(Duration.ofDays(40L * (number % 9)));
            talks.add(
                    number % 2 == 0
                            ? later
                            : later.intents(Talk.Intent.of("Intent " + number % 83 % 35, "2024-02-21T00:00:00Z")));
        }
        Path year = temporary.resolve("year.html");
        try (Database database = TestDatabases.migrated(Dialect.H2)) {
            Fixture.insert(database, talks);
            for (String bot : talks.stream().map(Talk::botId).distinct().toList()) {
                Fixture.insertLoads(database, bot, first.toString(), last.toString());
            }
            new Dashboard(database, ReportSettings.defaults(), "1")
                    .write(
                            Reports.with("from", first.toString(), "to", last.toString()),
                            NOW,
                            ReportOutput.toFile(year));
        }
        browser.open(year, "#days=365", 1280, "light");
        for (String bot : Arrays.asList(null, "b1")) {
            choose("bot", bot == null ? "All bots" : "Bot b1false");
            for (String channel : Arrays.asList(null, "chat")) {
                choose("channel", channel == null ? "All channels" : channel);
                for (int days : List.of(365, 90)) {
                    choosePeriod(days);
                    LocalDate from = last.minusDays(days - 1L);
                    checkFigures(
                            between(
                                    talks,
                                    from,
                                    last,
                                    talk -> (bot == null || bot.equals(talk.botId()))
                                            && (channel == null || channel.equals(talk.channel()))),
                            from,
                            last,
                            day -> true);
                }
            }
        }
        choosePeriod(365);
        assertThat(table("intents")).hasSize(26);
        assertThat(text("#status [data-note]"))
                .isEqualTo(
                        "By week, named by its Monday. The first week has 5 of 7 days. The last week has 3 of 7 days.");
        assertThat(browser.run(
                        "return charts.get('status').scales.x.ticks.map((tick) => [tick.label].flat().join(' '))"))
                .isEqualTo(List.of(
                        "Mar 2024", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec", "Jan 2025", "Feb"));
        assertThat(browser.requests()).containsOnly(year.toUri().toString());
    }

    @Test
    void changesAreToldOnlyWhereAllDaysBeforeAreLoaded() throws IOException {
        Path young = temporary.resolve("young.html");
        List<Talk> talks = new ArrayList<>();
        Map<String, Integer> lengths = Map.of("old", 70, "new", 30, "gap", 70, "absent", 70);
        lengths.forEach((bot, length) -> {
            for (int i = 0; i < length * (bot.equals("new") ? 5 : 2); i++) {
                String day = LAST.minusDays(i % length).toString();
                if (day.equals("2024-03-20") && List.of("gap", "absent").contains(bot)) {
                    continue;
                }
                talks.add(Talk.PLAIN.id(bot + i).bot(bot, bot).times(day + "T10:00:00Z", day + "T10:10:00Z"));
            }
        });
        try (Database database = TestDatabases.migrated(Dialect.H2)) {
            Fixture.insert(database, talks);
            Fixture.insertLoads(database, "old", "2024-01-21", "2024-03-30");
            Fixture.insertLoads(database, "new", "2024-03-01", "2024-03-30");
            for (String bot : List.of("gap", "absent")) {
                Fixture.insertLoads(database, bot, "2024-01-21", "2024-03-19");
                Fixture.insertLoads(database, bot, "2024-03-21", "2024-03-30");
            }
            Fixture.insertExportDay(database, "absent", "2024-03-20", "absent");
            new Dashboard(database, ReportSettings.defaults(), "1")
                    .write(ReportParameters.none(), NOW, ReportOutput.toFile(young));
        }
        assertThat(changes(young, "#bot=old&days=28")).isEqualTo("= \u00B10.0% of 56");
        assertThat(changes(young, "#bot=new&days=7")).isEqualTo("= \u00B10.0% of 35");
        assertThat(changes(young, "#bot=new&days=28")).isEqualTo("the 28 days before: data begins on 1 Mar 2024.");
        assertThat(changes(young, "#days=28")).isEqualTo("the 28 days before: data of new begins on 1 Mar 2024.");
        assertThat(changes(young, "#bot=gap&days=7")).isEqualTo("the 7 days before: 1 of these is not loaded.");
        assertThat(changes(young, "#bot=gap&days=28")).isEqualTo("\u25BC \u22123.6% of 56");
        assertThat(changes(young, "#bot=absent&days=7")).isEqualTo("\u25B2 +16.7% of 12");
        assertThat(changes(young, "#bot=old&days=70")).isEqualTo("the 70 days before: data begins on 21 Jan 2024.");
        assertThat(changes(young, "#days=70"))
                .isEqualTo("the 70 days before: data of all 4 bots begins later, the last on 1 Mar 2024.");
        assertThat(changes(young, "#days=7")).isEqualTo("the 7 days before: 1 of these is not loaded for 1 of 4 bots.");
        browser.open(young, "", 1280, "light");
        assertThat(text("#summary")).contains(" (14 days): ").endsWith(" Compared with the 14 days before.");
        browser.open(young, "#bot=old", 1280, "light");
        assertThat(text("#summary")).contains(" (28 days): ").endsWith(" Compared with the 28 days before.");
        checkGap(
                young,
                "#bot=gap&days=28",
                "Of 28 days, 1 is not wholly loaded (1 of 1 bot, the last is 20 Mar 2024): the"
                        + " figures lack conversations of these days.");
        checkGap(young, "#bot=absent&days=28", "");
        browser.open(young, "#bot=gap&days=7", 1280, "light");
        assertThat(text("#warnings")).isEmpty();
        assertThat(text("#status [data-note]")).isEqualTo("By day.");
        browser.open(young, "#days=28", 1280, "light");
        assertThat(text("#warnings")).startsWith("Of 28 days, 1 is not wholly loaded (1 of 4 bots, ");
        assertThat(table("trend").get(17)).startsWith("2024-03-20", "7");
        assertThat(browser.requests()).containsOnly(young.toUri().toString());
    }

    /** The 20th of March is none of the days without a conversation. */
    private static void checkGap(Path file, String fragment, String warning) {
        browser.open(file, fragment, 1280, "light");
        assertThat(text("#warnings")).isEqualTo(warning);
        assertThat(text("#status [data-note]")).isEqualTo("By day. Grey: nothing is loaded.");
        assertThat(table("status").get(17))
                .containsExactly("2024-03-20", "\u2013", "\u2013", "\u2013", "\u2013", "\u2013", "\u2013", "\u2013");
        assertThat(table("trend").get(17)).containsExactly("2024-03-20", "\u2013", "\u2013", "\u2013", "\u2013");
        assertThat(browser.run(
                        "return charts.get('status').data.datasets[0].data.map((count, index) => count === null ? index : -1)"
                                + ".filter((index) => index >= 0)"))
                .isEqualTo(List.of(17L));
    }

    /** What the conversations changed by, or why the page does not tell. */
    private static String changes(Path file, String fragment) {
        browser.open(file, fragment, 1280, "light");
        String reason = text("#summary").replaceFirst(".* handled\\. (Not compared with )?", "");
        if (!reason.startsWith("Compared with ")) {
            assertThat(browser.run("return document.querySelectorAll('.rate .change').length"))
                    .isEqualTo(0L);
            return reason;
        }
        return text("[data-rate=conversations] .change")
                + text("[data-rate=conversations] .parts").replaceFirst("(.+) before", " of $1");
    }

    @Test
    void addressKeepsTheChoice() {
        open("");
        choosePeriod(7);
        choose("bot", "Bot b2false");
        choose("channel", "ticket");
        assertThat(browser.driver().getCurrentUrl()).endsWith("#bot=b2&channel=ticket&days=7");
        String summary = text("#summary");
        browser.driver().navigate().refresh();
        assertThat(text("#summary")).isEqualTo(summary).startsWith("Bot b2false, ticket, 24 Mar 2024");
        open("#bot=nobody&channel=none&days=x");
        assertThat(text("#summary")).startsWith("All bots, all channels, 24 Mar 2024");
        choose("channel", "(none)");
        assertThat(browser.driver().getCurrentUrl()).endsWith("#no-channel=&days=7");
        String without = text("#summary");
        browser.driver().navigate().refresh();
        assertThat(text("#summary")).isEqualTo(without).startsWith("All bots, (none), 24 Mar 2024");
    }

    @Test
    void choosersOfferByNameWhatTheDaysOfThePageHave() throws IOException {
        Path names = temporary.resolve("names.html");
        try (Database database = TestDatabases.migrated(Dialect.H2)) {
            Fixture.insert(
                    database,
                    List.of(
                            at("2024-03-30").bot("1", "Beta 10").id("1"),
                            at("2024-03-30").bot("2", "Beta 2").id("2"),
                            at("2024-03-30").bot("3", "alpha").id("3"),
                            at("2024-03-30").bot("4", "alpha").id("4"),
                            at("2024-03-29")
                                    .bot("5", "before")
                                    .place("mail", "en")
                                    .id("5")));
            for (String bot : List.of("1", "2", "3", "4")) {
                Fixture.insertLoads(database, bot, "2024-03-29", "2024-03-30");
            }
            new Dashboard(database, ReportSettings.defaults(), "1")
                    .write(Reports.with("from", "2024-03-30"), NOW, ReportOutput.toFile(names));
        }
        browser.open(names, "", 1280, "light");
        assertThat(browser.run("return [...document.querySelectorAll('option')].map((one) => one.label)"))
                .isEqualTo(List.of("All bots", "alpha (3)", "alpha (4)", "Beta 2", "Beta 10", "chat"));
        assertThat(browser.run("return [...document.querySelectorAll('.covered h3')].map((one) => one.textContent)"))
                .isEqualTo(List.of("alpha (3)", "alpha (4)", "Beta 2", "Beta 10"));
        assertThat(text("#summary"))
                .startsWith("All bots, chat, 30 Mar 2024 (1 day)")
                .contains(" (1 day): 4 conversations, ");
        assertThat(text("[data-rate=conversations] .parts")).isEqualTo("1 before");
        browser.run("location.hash = '#bot=5&channel=mail'");
        assertThat(text("#summary")).startsWith("All bots, chat, ");
        assertThat(browser.requests())
                .allMatch(address -> address.startsWith(names.toUri().toString()));
    }

    private static Talk at(String day) {
        return Talk.PLAIN.times(day + "T10:00:00Z", day + "T10:10:00Z");
    }

    @Test
    void everythingIsReachedByKeys() {
        open("");
        List<String> reached = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
            reached.add((String) browser.run("const one = document.activeElement;"
                    + "return one.id || one.name || one.tagName.toLowerCase() + ' of ' + one.closest('section')?.id"));
        }
        assertThat(reached)
                .startsWith("skip", "bot", "channel", "period")
                .containsSubsequence("summary of trend", "summary of status", "summary of intents", "summary of hours");
        open("");
        new Actions(browser.driver())
                .sendKeys(Keys.TAB, Keys.TAB, Keys.TAB, Keys.TAB, Keys.ARROW_RIGHT)
                .perform();
        assertThat(text("#summary")).contains("(14 days)");
        new Actions(browser.driver()).sendKeys(Keys.TAB, Keys.ENTER).perform();
        assertThat(browser.run("return document.querySelector('#trend details').open"))
                .isEqualTo(true);
        assertThat(browser.run("return document.querySelector('#summary').getAttribute('aria-live')"))
                .isEqualTo("polite");
        assertThat(
                        browser.run(
                                "return [...document.querySelectorAll('canvas, svg:not([aria-hidden] *, [aria-hidden]), .heat, .day-line:not([aria-hidden])')]"
                                        + ".every((one) => one.getAttribute('role') === 'img' && one.getAttribute('aria-label').length > 10)"))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void fitsAPhoneAndIsReadableInBothSchemes(String scheme) throws IOException {
        for (int width : List.of(360, 768, 1280)) {
            browser.open(page, "#days=40", width, scheme);
            browser.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
            assertThat(browser.run("const page = document.documentElement; return page.scrollWidth - page.clientWidth"))
                    .as("hidden of %s pixels", width)
                    .isEqualTo(0L);
            assertThat(browser.run(CONTRASTS))
                    .as("%s, %s pixels", scheme, width)
                    .isEqualTo(List.of());
        }
        browser.picture(Path.of("target", "dashboard-" + scheme + ".png"));
        assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo(scheme.equals("dark") ? "rgb(15, 19, 23)" : "rgb(245, 246, 248)");
    }

    /** The texts whose colour stands less than 4.5 to 1 against what is behind them, as WCAG 2 counts it. */
    private static final String CONTRASTS = """
            const channels = (colour) => colour.match(/[0-9.]+/g).map(Number);
            const light = ([r, g, b]) => [r, g, b].map((value) => value / 255)
              .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
              .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
            const behind = (one) => {
              for (let at = one; at; at = at.parentElement) {
                const colour = channels(getComputedStyle(at).backgroundColor);
                if (colour.length < 4 || colour[3] === 1) { return colour; }
              }
              return [255, 255, 255];
            };
            return [...document.querySelectorAll('body *')]
              .filter((one) => one.checkVisibility() && !one.closest('svg, script, option'))
              .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()))
              .filter((one) => {
                const [a, b] = [light(channels(getComputedStyle(one).color)), light(behind(one))];
                return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5;
              })
              .map((one) => one.tagName + '.' + one.className + ' ' + one.textContent.slice(0, 40));
            """;

    @Test
    void printsOnLightPaper() throws IOException {
        browser.open(page, "#days=40", 1280, "dark");
        browser.run("window.seen = []; window.addEventListener('beforeprint', () =>"
                + " seen.push(getComputedStyle(document.documentElement).getPropertyValue('--ink')))");
        byte[] paper = Base64.getDecoder()
                .decode(browser.driver().print(new PrintOptions()).getContent());
        Files.write(Path.of("target", "dashboard.pdf"), paper);
        assertThat(paper)
                .startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .hasSizeGreaterThan(20_000);
        assertThat(browser.run("return seen.map((one) => one.trim())")).isEqualTo(List.of("#18212b"));
        assertThat(browser.run("return document.documentElement.className")).isEqualTo("");
    }

    @Test
    void tellsWhereTheDataEndsAndHowThePageWasMade() {
        open("");
        assertThat(text("#about"))
                .isEqualTo("Conversations by the day of their end (UTC) \u00b7 data up to 29 Mar 2024");
        assertThat(text("#made"))
                .isEqualTo("Made by botledger 1.2.3 at 2024-03-31 05:06 UTC. Range: 20 Feb 2024 to 30 Mar 2024.");
    }

    @Test
    void nothingLoadedIsTold() throws IOException {
        Path empty = temporary.resolve("empty.html");
        try (Database database = TestDatabases.migrated(Dialect.H2)) {
            new Dashboard(database, ReportSettings.defaults(), "1")
                    .write(ReportParameters.none(), NOW, ReportOutput.toFile(empty));
            browser.open(empty, "", 360, "light");
            assertThat(shown())
                    .isEqualTo("Nothing is loaded yet. Load exports with botledger load FOLDER or fetch them"
                            + " with botledger run, then write this page anew.");
            assertThat(browser.requests()).containsOnly(empty.toUri().toString());
            new Dashboard(database, ReportSettings.defaults(), "1")
                    .write(Reports.with("bot", "Nope", "bot", "<b>"), NOW, ReportOutput.toFile(empty));
            browser.open(empty, "", 360, "light");
            assertThat(shown()).isEqualTo("Nothing is loaded of the bots Nope and <b>.");
            assertThat(browser.requests()).containsOnly(empty.toUri().toString());
            Fixture.insert(database, List.of(Talk.PLAIN.place(null, null).messages(null, null, null)));
            new Dashboard(database, ReportSettings.defaults(), "1")
                    .write(Reports.with("from", "2024-05-07", "to", "2024-05-07"), NOW, ReportOutput.toFile(empty));
            browser.open(empty, "", 360, "light");
            assertThat(text("#summary"))
                    .isEqualTo("Bot One, (none), 7 May 2024 (1 day): 1 conversation, 100.0% bot handled."
                            + " Not compared with the day before: 1 of these is not loaded.");
            assertThat(text("[data-rate=understood] .value")).isEqualTo("\u2013");
            assertThat(browser.requests()).containsOnly(empty.toUri().toString());
        }
    }

    /** All that a page without data shows between its head and its foot. */
    private static String shown() {
        assertThat(browser.run("return [...document.querySelectorAll('#choosers, #summary, #rates, #cards')]"
                        + ".filter((one) => one.checkVisibility()).length"))
                .isEqualTo(0L);
        return (String) browser.run("return document.querySelector('main').innerText.trim()");
    }
}
