package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A browser with the page of many conversations of bots with odd names, of whose days not all are loaded. */
abstract class DashboardBrowserFixture {
    static final LocalDate LAST = LocalDate.parse("2024-03-30");
    static final Instant NOW = Instant.parse("2024-03-31T05:06:07Z");
    private static final String LONG = "A name without an end ".repeat(40) + "W".repeat(400);
    static final List<String> HOSTILE = List.of(
            "<script>document.title='taken'</script>",
            "</script><img src=x onerror=document.title='taken'>",
            "\"quoted\" 'name' & <!-- ${data} -->",
            "\u05E9\u05DC\u05D5\u05DD \u202Eleft",
            "two\r\nlines\u2028and\u2029more",
            LONG);
    static final List<Talk> TALKS = talks();

    @TempDir
    static Path temporary;

    static Browser browser;
    static Path page;

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

    static void open(String fragment) {
        browser.open(page, fragment, 1280, "light");
    }

    @SuppressWarnings("unchecked") // The driver returns arrays of texts as lists of texts.
    static List<List<String>> table(String section) {
        return (List<List<String>>) browser.run(
                "return [...document.querySelectorAll('#' + arguments[0] + ' .rows tbody tr')]"
                        + ".map((row) => [...row.cells].map((cell) => cell.textContent))",
                section);
    }

    static String text(String selector) {
        return (String) browser.run("return document.querySelector(arguments[0]).textContent", selector);
    }

    static void choose(String id, String label) {
        browser.run(
                "const list = document.getElementById(arguments[0]);"
                        + "list.value = [...list.options].find((one) => one.label === arguments[1]).value;"
                        + "list.dispatchEvent(new Event('change', { bubbles: true }))",
                id,
                label);
    }

    static void choosePeriod(int days) {
        browser.run("document.querySelector('#periods input[aria-label=\"Last " + days + " days\"]').click()");
    }
}
