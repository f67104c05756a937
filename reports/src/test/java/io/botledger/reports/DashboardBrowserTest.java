package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.print.PrintOptions;

/** The dashboard in a real browser: what is chosen, read, reached by keys and printed. */
class DashboardBrowserTest extends DashboardBrowserFixture {
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
                            + " Not compared with the day before: it is not loaded.");
            assertThat(text("[data-rate=understood]")).isEqualTo("Messages understood\u2013not told by the exports");
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
