package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.print.PrintOptions;

/** What the dashboard's page says beside its figures, and how it is laid out on screens and on paper. */
class DashboardPageTest {
    private static final LocalDate LAST = LocalDate.parse("2024-03-30");
    private static final Instant NOW = Instant.parse("2024-03-31T05:06:07Z");

    @TempDir
    private static Path temporary;

    private static Browser browser;
    /** Forty bots over 56 days, each with two conversations a day. */
    private static Path page;

    @BeforeAll
    static void writeThePage() {
        browser = Browser.start(temporary.resolve("profile"));
        List<Talk> talks = new ArrayList<>();
        for (int bot = 1; bot <= 40; bot++) {
            for (int day = 0; day < 56; day++) {
                for (int number = 0; number < 2; number++) {
                    talks.add(talk("b" + bot, "Bot " + bot, LAST.minusDays(day))
                            .id(bot + "-" + day + "-" + number)
                            .answers(1, 0, 0, 0)
                            .ended(number == 0 ? "botHandled" : "agent", "informed")
                            .intents(Talk.Intent.of("Wants " + (day + bot) % 12, null)));
                }
            }
        }
        page = write("forty.html", talks, ReportParameters.none(), database -> {
            for (int bot = 1; bot <= 40; bot++) {
                if (bot == 7) {
                    Fixture.insertLoads(database, "b7", "2024-02-04", "2024-03-19");
                    Fixture.insertLoads(database, "b7", "2024-03-21", "2024-03-30");
                } else {
                    Fixture.insertLoads(database, "b" + bot, "2024-02-04", "2024-03-30");
                }
            }
        });
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nothingWasComplainedOf() {
        assertThat(browser.complaints()).isEmpty();
    }

    private interface Loads {
        void insert(Database database);
    }

    private static Path write(String name, List<Talk> talks, ReportParameters parameters, Loads loads) {
        Path file = temporary.resolve(name);
        try (Database database = TestDatabases.migrated(Dialect.H2)) {
            Fixture.insert(database, talks);
            loads.insert(database);
            new Dashboard(database, ReportSettings.defaults(), "1").write(parameters, NOW, ReportOutput.toFile(file));
        }
        return file;
    }

    private static Talk talk(String id, String name, LocalDate day) {
        return Talk.PLAIN.bot(id, name).times(day + "T10:00:00Z", day + "T10:10:00Z");
    }

    private static void open(Path file, String fragment, int width) {
        browser.open(file, fragment, width, "light");
    }

    private static String text(String selector) {
        return (String) browser.run("return document.querySelector(arguments[0]).textContent", selector);
    }

    private static Object texts(String selector) {
        return browser.run(
                "return [...document.querySelectorAll(arguments[0])].map((one) => one.textContent)", selector);
    }

    private static long count(String selector) {
        return (Long) browser.run("return document.querySelectorAll(arguments[0]).length", selector);
    }

    @Test
    void chartsKeepToTheirColumnOfThePaper() throws IOException {
        for (int width : List.of(390, 1280)) {
            browser.open(page, "#days=28", width, "dark");
            browser.run("window.seen = []; window.addEventListener('beforeprint', () => seen.push("
                    + "...[...document.querySelectorAll('canvas')].map((one) => one.getBoundingClientRect())));");
            long before = (Long) browser.run("return document.querySelector('canvas').clientWidth");
            byte[] paper = Base64.getDecoder()
                    .decode(browser.driver().print(new PrintOptions()).getContent());
            Files.write(Path.of("target", "dashboard-" + width + ".pdf"), paper);
            assertThat(paper).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
            assertThat(browser.run("return seen.filter((one) => one.width > 200 && one.width <= 350).length"))
                    .as("canvases within half of 700 pixels, printed from %s", width)
                    .isEqualTo(3L);
            assertThat(browser.run("return seen[0].right < seen[1].left && seen[0].top === seen[1].top"))
                    .isEqualTo(true);
            assertThat(browser.run("return document.querySelector('canvas').clientWidth"))
                    .isEqualTo(before);
        }
    }

    @Test
    void manyBotsTakeLittleRoomWhereAllIsLoaded() {
        for (int width : List.of(390, 1280)) {
            open(page, "#days=28", width);
            assertThat(text("#coverage [data-note]"))
                    .isEqualTo("39 of 40 bots have all 28 days. One square is the export of one day (UTC).");
            assertThat(texts("#coverage .covered h3")).isEqualTo(List.of("Bot 7"));
            assertThat(texts("#coverage .covered h3 + p")).isEqualTo(List.of("27 of 28 days loaded, 1 missing"));
            assertThat(texts("#coverage .legend span")).isEqualTo(List.of("Loaded, without conversations", "Missing"));
            assertThat(count("#coverage .covered .day-empty")).isEqualTo(27);
            assertThat((Long) browser.run("return document.getElementById('coverage').offsetHeight"))
                    .as("height at %s pixels", width)
                    .isLessThan(300);
        }
    }

    @Test
    void botsOfWhichAllIsLoadedAreShownWhenTheyAreAskedFor() {
        open(page, "#days=28", 1280);
        toggleWholeBots();
        assertThat(texts("#coverage [data-list] details h3")).isEqualTo(WHOLE_BOTS);
    }

    private static final List<String> WHOLE_BOTS = IntStream.rangeClosed(1, 40)
            .filter(bot -> bot != 7)
            .mapToObj(bot -> "Bot " + bot)
            .toList();

    private static void toggleWholeBots() {
        browser.driver()
                .executeAsyncScript(
                        "const details = document.querySelector('#coverage [data-list] details');"
                                + "details.addEventListener('toggle', arguments[0]); details.querySelector('summary').click();");
    }

    private static boolean isWholeListShown() {
        return (Boolean) browser.run("const list = document.querySelector('#coverage [data-list] details .covered');"
                + "return list !== null && list.checkVisibility()");
    }

    @Test
    void theListOfLoadedBotsStaysAsTheReaderLeftIt() {
        open(page, "#days=28", 1280);
        assertThat(isWholeListShown()).isFalse();
        toggleWholeBots();
        browser.run("document.querySelector('#periods input[aria-label=\"Last 14 days\"]').click()");
        assertThat(text("#summary")).contains(" (14 days): ");
        assertThat(isWholeListShown()).isTrue();
        assertThat(texts("#coverage [data-list] details h3")).isEqualTo(WHOLE_BOTS);
        browser.run("location.hash = '#bot=b7&days=14'");
        assertThat(texts("#coverage .covered h3")).isEqualTo(List.of("Bot 7"));
        browser.run("location.hash = '#days=28'");
        assertThat(texts("#coverage [data-list] details h3")).isEqualTo(WHOLE_BOTS);
        assertThat(isWholeListShown()).isTrue();
        toggleWholeBots();
        browser.run("location.hash = '#days=7'");
        assertThat(text("#summary")).contains(" (7 days): ");
        assertThat(isWholeListShown()).isFalse();
    }

    @Test
    void paperHasTheListOfLoadedBotsWhereTheReaderHasOpenedIt() throws IOException {
        open(page, "#days=28", 1280);
        browser.run("window.seen = []; window.addEventListener('beforeprint', () => seen.push("
                + "document.querySelectorAll('#coverage [data-list] details[open] .covered h3').length))");
        browser.driver().print(new PrintOptions());
        toggleWholeBots();
        byte[] paper = Base64.getDecoder()
                .decode(browser.driver().print(new PrintOptions()).getContent());
        Files.write(Path.of("target", "dashboard-opened.pdf"), paper);
        assertThat(browser.run("return seen")).isEqualTo(List.of(0L, 39L));
        assertThat(isWholeListShown()).isTrue();
    }

    @Test
    void aTileWithoutAFigureSaysWhyAndNoMore() {
        Path tiles = write(
                "tiles.html",
                IntStream.range(0, 14)
                        .boxed()
                        .flatMap(day -> Stream.of(
                                talk("untold", "Untold", LAST.minusDays(day))
                                        .messages(day < 7 ? null : 3, day < 7 ? null : 1, null)
                                        .answers(day < 7 ? null : 5, null, null, null)
                                        .id("u" + day),
                                talk("mute", "Mute", LAST.minusDays(day))
                                        .messages(0, 0, 1)
                                        .answers(day < 7 ? 5 : null, null, null, null)
                                        .id("m" + day)))
                        .toList(),
                ReportParameters.none(),
                database -> {
                    Fixture.insertLoads(database, "untold", "2024-03-17", "2024-03-30");
                    Fixture.insertLoads(database, "mute", "2024-03-17", "2024-03-30");
                });
        open(tiles, "#bot=untold&days=7", 1280);
        assertThat(text("#summary")).endsWith(" Compared with the 7 days before.");
        assertThat(text("[data-rate=understood]")).isEqualTo("Messages understood\u2013not told by the exports");
        assertThat(text("[data-rate=response_generated]")).isEqualTo("AI answers\u2013not told by the exports");
        open(tiles, "#bot=mute&days=7", 1280);
        assertThat(text("[data-rate=understood]")).isEqualTo("Messages understood\u2013no messages of visitors");
        assertThat(text("[data-rate=response_generated]")).isEqualTo("AI answers35nothing before");
        assertThat(text("[data-rate=conversations]")).isEqualTo("Conversations7= \u00b10.0%7 before");
    }

    @Test
    void oneIsNoPlural() {
        List<Talk> talks = IntStream.rangeClosed(1, 8)
                .mapToObj(bot -> talk("b" + bot, "Bot " + bot, LAST).id("c" + bot))
                .toList();
        Path one = write("one.html", talks, Reports.with("from", LAST.toString()), database -> {
            for (int bot = 1; bot <= 8; bot++) {
                Fixture.insertLoad(database, "b" + bot, "2024-03-30", bot == 3 ? "completed" : "failed");
            }
        });
        open(one, "", 1280);
        assertThat(text("#summary")).contains(" (1 day): 8 conversations, ");
        assertThat(text("#coverage [data-note]"))
                .isEqualTo("1 of 8 bots has the day. One square is the export of one day (UTC).");
        assertThat(text("#coverage [data-list] summary")).isEqualTo("The one bot of which all days are loaded");
        assertThat(browser.run("return document.querySelector('#periods input').getAttribute('aria-label')"))
                .isEqualTo("Last day");
    }

    @Test
    void shortPeriodsTellTheirDatesAndLongOnesTheirMonths() {
        open(page, "#bot=b7&days=7", 1280);
        assertThat(texts(".day-scale span")).isEqualTo(List.of("24 Mar", "25", "26", "27", "28", "29", "30"));
        open(page, "#bot=b7&days=28", 1280);
        assertThat(texts(".day-scale span")).isEqualTo(List.of("4 Mar", "11 Mar", "18 Mar", "25 Mar"));
        open(page, "#bot=b7&days=56", 1280);
        assertThat(texts(".day-scale span")).isEqualTo(List.of("1 Mar"));
        assertThat(browser.run(
                        "return [...document.querySelectorAll('.day-line .day-missing')].map((one) => one.title)"))
                .isEqualTo(List.of("2024-03-20: Missing"));
    }

    @Test
    void severalYearsHaveACalendarEachAndYearsOnTheirAxes() {
        Path years = write(
                "years.html",
                List.of(talk("b1", "Bot", LAST)),
                Reports.with("from", "2021-03-01"),
                database -> Fixture.insertLoads(database, "b1", "2023-12-30", "2024-03-30"));
        open(years, "#days=1126", 1280);
        assertThat(texts("#coverage .years p")).isEqualTo(List.of("2021", "2022", "2023", "2024"));
        assertThat(count("#coverage .years .day-empty")).isEqualTo(92);
        assertThat(browser.run(
                        "return charts.get('status').scales.x.ticks.map((tick) => [tick.label].flat().join(' '))"))
                .isEqualTo(List.of("Jul 2021", "Jan 2022", "Jul", "Jan 2023", "Jul", "Jan 2024"));
        assertThat(text("#coverage .covered h3 + p")).isEqualTo("92 of 92 days loaded");
        assertThat(text("#summary")).contains(" (1,126 days): 1 conversation, ");
    }

    @Test
    void theSkipLinkKeepsTheChoice() {
        open(page, "#bot=b7&days=7", 1280);
        String summary = text("#summary");
        new Actions(browser.driver()).sendKeys(Keys.TAB, Keys.ENTER).perform();
        assertThat(browser.run("return document.activeElement.id")).isEqualTo("figures");
        assertThat(browser.driver().getCurrentUrl()).endsWith("#bot=b7&days=7");
        assertThat(text("#summary")).isEqualTo(summary).startsWith("Bot 7, chat, ");
    }

    @Test
    void whoNeverReportsIsNamedWhereItIsShown() {
        Path silent = write(
                "silent.html",
                IntStream.range(0, 56)
                        .boxed()
                        .flatMap(day -> Stream.of(
                                talk("s", "Quiet", LAST.minusDays(day))
                                        .messages(3, 0, 1)
                                        .id("s" + day),
                                talk("t", "Talker", LAST.minusDays(day))
                                        .messages(3, 1, 1)
                                        .id("t" + day)))
                        .toList(),
                ReportParameters.none(),
                database -> {
                    Fixture.insertLoads(database, "s", "2024-02-04", "2024-03-30");
                    Fixture.insertLoads(database, "t", "2024-02-04", "2024-03-30");
                });
        open(silent, "#days=28", 1280);
        String warning =
                "Quiet never reports messages as not understood, though some of its AI answers did not understand"
                        + " the visitor: its share of messages understood says nothing";
        assertThat(text("#warnings")).isEqualTo(warning + ", and that of all bots is too high.");
        assertThat(text("[data-rate=understood]"))
                .isEqualTo(
                        "Messages understood83.3%= \u00B10.0 points140 of 168\u26a0\ufe0e not reported by 1 of 2 bots");
        open(silent, "#bot=s&days=28", 1280);
        assertThat(text("#warnings")).isEqualTo(warning + ".");
        assertThat(text("[data-rate=understood]"))
                .isEqualTo("Messages understood100.0%84 of 84\u26a0\ufe0e never reported");
        open(silent, "#bot=t&days=28", 1280);
        assertThat(text("#warnings")).isEmpty();
        assertThat(text("[data-rate=understood]")).isEqualTo("Messages understood66.7%= \u00B10.0 points56 of 84");
    }

    @Test
    void filtersStandInTheHeadInWords() {
        List<Talk> talks = List.of(
                talk("1", "One <b>", LAST).place("chat", "de").id("1"),
                talk("1", "One <b>", LAST).place("chat", "en").id("2"),
                talk("2", "Two", LAST).place("mail", "de").id("3"));
        Loads loads = database -> {
            Fixture.insertLoad(database, "1", "2024-03-29", "completed");
            Fixture.insertLoads(database, "2", "2024-03-29", "2024-03-30");
            Fixture.insertLoad(database, "1", "2024-03-30", "completed");
        };
        Path filtered = write(
                "filtered.html",
                talks,
                ReportParameters.builder()
                        .add("channel", "chat")
                        .add("language", "de")
                        .add("language", "<i>")
                        .add("language", "fr")
                        .add("exclude_test", "true")
                        .add("min_bot_messages", "1")
                        .add("ignore_intent", "Hello")
                        .build(),
                loads);
        open(filtered, "", 1280);
        assertThat(text("#filters"))
                .isEqualTo(
                        "Filtered: only the channel chat \u00b7 only the languages de, <i> and fr \u00b7 without test"
                                + " conversations \u00b7 with at least 1 message of the bot. Not counted as an intent: Hello");
        assertThat(text("#summary"))
                .startsWith(
                        "All bots, chat, 29 Mar 2024 to 30 Mar 2024 (2 days): 1 conversation that passes the filters, ");
        assertThat(texts("#bot option")).isEqualTo(List.of("All bots", "One <b>", "Two"));
        open(filtered, "#bot=2", 1280);
        assertThat(text("#summary")).endsWith(" (2 days): no conversation passes the filters. ");
        assertThat(texts("#rates .rate"))
                .isEqualTo(List.of(
                        "Conversations0",
                        "Bot handled\u2013no conversations",
                        "Deflection\u2013no conversations",
                        "Automation\u2013no conversations",
                        "Escalation\u2013no conversations",
                        "Messages understood\u2013no conversations",
                        "AI answers\u2013no conversations"));
        assertThat(browser.run("return document.querySelector('main').innerText"))
                .asString()
                .doesNotContain("of all", "Grey", "By day.");

        Path chosen = write("chosen.html", talks, Reports.with("bot", "1", "bot", "Two", "ignore_intent", ""), loads);
        open(chosen, "", 1280);
        assertThat(text("#filters")).isEqualTo("Filtered: only the bots 1 and Two");
        assertThat(text("#summary")).startsWith("All chosen bots, all channels, ");

        Path ignoring =
                write("ignoring.html", talks, Reports.with("ignore_intent", "Hello", "ignore_intent", "<i>"), loads);
        open(ignoring, "", 1280);
        assertThat(text("#filters")).isEqualTo("Not counted as an intent: Hello and <i>");
        assertThat(text("#summary")).startsWith("All bots, all channels, ").contains(": 3 conversations, ");

        Path all = write("all.html", talks, Reports.with("exclude_test", "false", "min_bot_messages", "0"), loads);
        open(all, "", 1280);
        assertThat(browser.run("return document.getElementById('filters').checkVisibility()"))
                .isEqualTo(false);
        assertThat(text("#summary")).startsWith("All bots, all channels, ").contains(": 3 conversations, ");
    }

    @Test
    void barsOfIntentsAreLongEnoughToCompareOnAPhone() {
        for (int width : List.of(320, 390)) {
            open(page, "#days=28", width);
            assertThat(
                            browser.run(
                                    "const row = document.querySelector('#intents tbody tr');"
                                            + "const bar = row.querySelector('.bar').getBoundingClientRect();"
                                            + "return [bar.width > 100, bar.top >= row.querySelector('.label').getBoundingClientRect().bottom]"))
                    .as("%s pixels", width)
                    .isEqualTo(List.of(true, true));
        }
    }

    @Test
    void theHandledPartOfABarIsTheOneThatTheLegendNamesInBothSchemes() {
        for (String scheme : List.of("light", "dark")) {
            browser.open(page, "#days=28", 1280, scheme);
            assertThat(
                            browser.run(
                                    "const seen = (one, name) => getComputedStyle(one).getPropertyValue(name);"
                                            + "const legend = [...document.querySelectorAll('#intents .legend span')];"
                                            + "const bar = document.querySelector('#intents .bar');"
                                            + "return legend.map((one, index) => one.textContent + ' '"
                                            + " + (seen(one.querySelector('rect'), 'fill') === seen(bar.children[index], 'background-color')))"))
                    .isEqualTo(List.of("Handled by the bot true", "Other true"));
            assertThat(
                            browser.run(
                                    "const [done, rest] = document.querySelector('#intents .bar').children;"
                                            + "return [done.className, rest.className, Math.round(100 * done.offsetWidth / rest.offsetWidth)]"))
                    .isEqualTo(List.of("done", "rest", 100L));
        }
    }

    @Test
    void theBoxAtAColumnIsOpaqueAndHasATotal() {
        open(page, "#days=28", 1280);
        assertThat(browser.run("const chart = charts.get('status');"
                        + "chart.tooltip.setActiveElements(chart.data.datasets.map((set, datasetIndex) => ({ datasetIndex, index: 0 })),"
                        + " { x: 100, y: 100 });"
                        + "chart.tooltip.update(true);"
                        + "const { title, body, footer, options } = chart.tooltip;"
                        + "return [title, body.flatMap((one) => one.lines), footer, options.backgroundColor].flat()"))
                .isEqualTo(List.of("Sun 3 Mar 2024", "Agent: 40", "Bot handled: 40", "Total: 80", "#ffffff"));
    }

    @Test
    void everyTableAndEveryDisclosureHasANameOfItsOwn() {
        open(page, "#bot=b1&days=28", 1280);
        assertThat(texts("#cards summary"))
                .isEqualTo(List.of(
                        "Table: Rates over time",
                        "Table: Conversations by status",
                        "Table: Top intents",
                        "Table: Conversations by weekday and hour",
                        "Table: AI answers",
                        "Table: Languages",
                        "Table: Channels",
                        "Table: Days that are not loaded"));
        assertThat(texts("#cards .bars caption"))
                .isEqualTo(List.of("The first intents", "The first languages", "The first channels"));
        assertThat(browser.run("return [...document.querySelectorAll('table')].every((one) => one.caption !== null)"))
                .isEqualTo(true);
        assertThat(texts("#coverage .rows tbody td")).isEqualTo(List.of("None"));
    }
}
