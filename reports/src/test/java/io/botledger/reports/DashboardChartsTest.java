package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.junit.jupiter.api.Test;

/** The dashboard in a real browser: its figures, for every choice, are counted here once more. */
class DashboardChartsTest extends DashboardBrowserFixture {
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
}
