package io.botledger.cli;

import static io.botledger.cli.ConfigurationFile.assertProblems;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a wrong configuration is told. */
class ConfigurationProblemsTest {
    @Test
    void tellsAllProblemsAtOnceInTheOrderOfTheFile() {
        assertProblems(
                """
                fetch:
                  window_day: 5
                  downloads: 33
                organisations:
                organizations:
                  - bots: [bot-1]
                    version: v4
                landing:
                load: keep
                reports:
                  format: xml
                  run: ultimate_metrics
                """,
                "2: fetch.window_day: unknown; did you mean window_days?",
                "3: fetch.downloads: expected 1 to 32, found 33",
                "4: organisations: unknown; did you mean organizations?",
                "6: organizations[0]: id is missing",
                "7: organizations[0].version: expected one of v2, v3, found v4; did you mean v2?",
                "8: landing: has no value; give it one, or leave it out",
                "9: load: expected settings (key: value), found a value",
                "11: reports.format: expected one of csv, json, table, found xml",
                "12: reports.run: expected a list (each item behind a -), found a value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "window_days: 0 | window_days: expected 1 to 3650, found 0",
                "window_days: 3651 | window_days: expected 1 to 3650, found 3651",
                "window_days: 1.5 | window_days: expected 1 to 3650, found 1.5",
                "window_days: ١ | window_days: expected 1 to 3650, found ١",
                "window_days: 99999999999999999999 | window_days: expected 1 to 3650, found 99999999999999999999",
                "reread_days: -1 | reread_days: expected 0 to 365, found -1",
                "reread_days: 366 | reread_days: expected 0 to 365, found 366",
                "downloads: 0 | downloads: expected 1 to 32, found 0",
                "attempts: 21 | attempts: expected 1 to 20, found 21",
                "attempts: 0 | attempts: expected 1 to 20, found 0",
                "timeout: 0 | timeout: expected 1 to 3600, found 0",
                "timeout: 60s | timeout: expected 1 to 3600, found 60s",
                "timeout: 3601 | timeout: expected 1 to 3600, found 3601",
                "max_file_gb: 0 | max_file_gb: expected 1 to 10000, found 0",
                "max_ratio: 2001 | max_ratio: expected 1 to 2000, found 2001",
                "max_files: 10001 | max_files: expected 1 to 10000, found 10001",
                "timeout: [1] | timeout: expected one value, found a list",
                "timeout: {s: 1} | timeout: expected one value, found settings",
                "timeout: '' | timeout: has no value; give it one, or leave it out",
                "timeout: ~ | timeout: has no value; give it one, or leave it out",
            })
    void checksNumbers(String setting, String problem) {
        assertProblems("fetch:\n  " + setting + "\n", "2: fetch." + problem);
    }

    @Test
    void checksWhatALoadDoes() {
        assertProblems(
                "load:\n  on_bad_value: KEEP\n  max_rejects: many\n",
                "2: load.on_bad_value: expected one of keep, reject, found KEEP",
                "3: load.max_rejects: expected a count (1000) or a percentage (5%) of records, found many");
    }

    @Test
    void shortensWhatItQuotes() {
        assertProblems(
                "load:\n  on_bad_value: \"" + "x".repeat(100_000) + "\\n\"\n",
                "2: load.on_bad_value: expected one of keep, reject, found " + "x".repeat(40) + "…");
        assertProblems("\"a\\nb\\e\": 1\n", "1: a?b?: unknown");
    }

    @Test
    void checksOrganizations() {
        assertProblems(
                """
                organizations:
                  - id: has blank
                    base: htp://x
                    bots: [bot-1, ../up]
                    key_variable: A
                    key_file: b
                    allowed_hosts: []
                  - id: YOUR-ORGANIZATION-ID
                    base: {subdomain: acme, domain: x}
                    bots:
                      - bot-1
                      - YOUR-BOT-ID
                    allowed_hosts: [com]
                  - id: three
                    bots: []
                    base: {domain: x}
                  - id: four
                    authorization_scheme: two words
                """,
                "2: organizations[0].id: organization id: expected 1 to 200 printable characters without blanks; copy "
                        + "the id from the vendor",
                "3: organizations[0].base: expected https (http only for this machine itself), found " + "htp",
                "4: organizations[0].bots[1]: bot id \"../up\": expected 1 to 100 letters, digits, '-', '_' or '.', the "
                        + "first a letter or digit, the last no '.', and no device name of Windows; copy the id from "
                        + "the vendor",
                "6: organizations[0].key_file: not together with key_variable; keep one of the two",
                "7: organizations[0].allowed_hosts: is empty, so nothing could be fetched; leave it out for the default",
                "8: organizations[1].id: still the placeholder; put in the id of your organization, "
                        + "which your CSM (your contact at the vendor) can tell",
                "9: organizations[1].base.domain: unknown",
                "11: organizations[1].bots[0]: this bot stands in line 4 already; keep one",
                "12: organizations[1].bots[1]: still the placeholder; put in the id of a bot, "
                        + "which your CSM can tell; it also stands in the names of the bot's export files",
                "13: organizations[1].allowed_hosts[0]: expected the name of a host such as storage.googleapis.com, of "
                        + "at least two labels, without https, port and path",
                "14: organizations[2]: bots is missing; name at least one bot, "
                        + "which your CSM can tell; it also stands in the names of the bot's export files",
                "16: organizations[2].base: subdomain is missing",
                "16: organizations[2].base.domain: unknown",
                "17: organizations[3]: bots is missing; name at least one bot, "
                        + "which your CSM can tell; it also stands in the names of the bot's export files",
                "18: organizations[3].authorization_scheme: expected one word such as " + "Bearer, or nothing");
    }

    @Test
    void checksScheduledReports() {
        assertProblems(
                """
                reports:
                  run:
                    - report: ultimate_metric
                      nonsense: 1
                    - name: x
                    - report: ultimate_metrics
                      name: .hidden
                      last_days: 0
                      by: decade
                      from: yesterday
                      exclude_test: [true, false]
                      exlude_test: true
                      min_bot_messages: -1
                      bot: []
                    - report: Ultimate_metrics
                    - report: conversation_intents
                      name: ULTIMATE_metrics
                      from: 2026-02-01
                      to: 2026-01-31
                    - report: conversation_intents
                      by: day
                      last_days: 5
                      to: 2026-01-31
                    - report: conversation_intents
                """,
                "3: reports.run[0].report: expected one of conversation_intents, first_meaningful_intent, "
                        + "last_meaningful_intent, ultimate_metrics, found ultimate_metric; did you mean "
                        + "ultimate_metrics?",
                "5: reports.run[1]: report is missing",
                "7: reports.run[2].name: expected a file name without ending, of 1 to 100 letters, digits, '.', '_' or "
                        + "'-', the first no '.', found .hidden",
                "8: reports.run[2].last_days: not together with from or to; keep the one or the other",
                "8: reports.run[2].last_days: expected 1 to 3650, found 0",
                "9: reports.run[2].by: expected one of day, week, month, bot, channel, language, found \"decade\"",
                "10: reports.run[2].from: expected a day as YYYY-MM-DD, found \"yesterday\"",
                "11: reports.run[2].exclude_test: expected one value, found 2",
                "12: reports.run[2].exlude_test: unknown; did you mean exclude_test?",
                "13: reports.run[2].min_bot_messages: expected a whole number of 0 or more, of up to 18 digits, found "
                        + "\"-1\"",
                "14: reports.run[2].bot: has no value; give it one, or leave it out",
                "15: reports.run[3].report: expected one of conversation_intents, first_meaningful_intent, "
                        + "last_meaningful_intent, ultimate_metrics, found Ultimate_metrics; did you mean "
                        + "ultimate_metrics?",
                "16: reports.run[4]: its file would be named ULTIMATE_metrics like that of reports.run[2] in line 6; "
                        + "give one of them another name",
                "16: reports.run[4]: from 2026-02-01 is after to 2026-01-31",
                "21: reports.run[5].by: unknown",
                "22: reports.run[5].last_days: not together with from or to; keep the one or the other",
                "24: reports.run[6]: its file would be named conversation_intents like that of reports.run[5] in line "
                        + "20; give one of them another name");
    }

    @Test
    void knowsTwoDatabases() {
        String expected =
                "database.url: expected jdbc:h2:FILE or jdbc:postgresql://HOST/DATABASE, found something else";
        assertProblems("database:\n  url: jdbc:mysql://h/d\n", "2: " + expected);
        assertProblems("database:\n  url: \"jdbc:h2:./a\\0b\"\n", "2: " + expected);
        assertProblems("database:\n  url:\n", "2: database.url: has no value; give it one, or leave it out");
    }
}
