package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the dashboard sums up is what the reports say of the same choice. */
class DashboardFiguresTest {
    private static final Instant NOW = Instant.parse("2024-04-01T05:00:00Z");
    private static final LocalDate LAST = LocalDate.parse("2024-03-30");
    private static final List<Talk> TALKS = RandomTalks.of(3_000, 20_240_330);
    private static final Map<Dialect, Database> DATABASES = new EnumMap<>(Dialect.class);
    private static final List<String> RANGE = List.of("from", "2024-02-25", "to", LAST.toString());

    private static Database database(Dialect dialect) {
        return DATABASES.computeIfAbsent(dialect, missing -> {
            Database database = TestDatabases.migrated(dialect);
            Fixture.insert(database, TALKS);
            Fixture.insertLoad(database, "b1", "2024-03-01", "completed");
            Fixture.insertLoad(database, "b1", "2024-03-03", "failed");
            Fixture.insertLoad(database, "b2", "2024-03-29", "completed");
            Fixture.insertExportDay(database, "b1", "2024-03-04", "absent");
            return database;
        });
    }

    @AfterAll
    static void closeDatabases() {
        DATABASES.values().forEach(Database::close);
    }

    private static DashboardData read(Dialect dialect, List<String> parameters) {
        return read(database(dialect), Reports.with(parameters.toArray(new String[0])));
    }

    private static DashboardData read(Database database, ReportParameters parameters) {
        return read(database, database.dialect().keysAtOnce(), parameters);
    }

    private static DashboardData read(Database database, long keysAtOnce, ReportParameters parameters) {
        return new ReportRunner(database)
                .read(
                        "dashboard",
                        (handle, limit) -> new DashboardReports(
                                        database.dialect(), keysAtOnce, handle, limit, parameters)
                                .read(NOW));
    }

    private static List<String> with(List<String> parameters, String... more) {
        return Stream.concat(parameters.stream(), Arrays.stream(more)).toList();
    }

    @Test
    void bothDatabasesGiveTheSamePage() {
        for (List<String> parameters : List.of(
                RANGE,
                List.<String>of(),
                with(RANGE, "day_of", "start", "time_zone", "Pacific/Chatham"),
                with(RANGE, "time_zone", "Europe/Berlin", "channel", "chat", "language", "de", "exclude_test", "true"),
                with(RANGE, "bot", "b1", "bot", "Bot b2true", "min_bot_messages", "1", "ignore_intent", "Refund"))) {
            assertThat(DashboardJson.of(read(Dialect.POSTGRESQL, parameters), "1", NOW))
                    .as("%s", parameters)
                    .isEqualTo(DashboardJson.of(read(Dialect.H2, parameters), "1", NOW))
                    .contains("\"groups\":[{\"bot\":");
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePageIsTheSameHoweverManyKeysAreReadAtOnce(Dialect dialect) {
        for (List<String> parameters : List.of(
                with(RANGE, "day_of", "start", "time_zone", "Pacific/Chatham"),
                with(RANGE, "channel", "chat", "ignore_intent", "Refund"))) {
            ReportParameters given = Reports.with(parameters.toArray(new String[0]));
            String atOnce = DashboardJson.of(read(database(dialect), Long.MAX_VALUE, given), "1", NOW);
            assertThat(atOnce).contains("\"groups\":[{\"bot\":");
            for (long keys : List.of(37L, 1_000L, (long) TALKS.size() - 1, (long) TALKS.size())) {
                assertThat(DashboardJson.of(read(database(dialect), keys, given), "1", NOW))
                        .as("%s %s", keys, parameters)
                        .isEqualTo(atOnce);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void sumsAreThoseOfUltimateMetrics(Dialect dialect) {
        for (List<String> filters : List.of(
                List.<String>of(),
                List.of("time_zone", "America/New_York", "exclude_test", "true"),
                List.of("day_of", "start", "min_bot_messages", "1"))) {
            DashboardData data = read(dialect, with(filters, RANGE.toArray(new String[0])));
            for (int days : List.of(7, 14, 28, 35)) {
                check(dialect, data, filters, days, null, null);
                check(dialect, data, filters, days, "b1", null);
                check(dialect, data, filters, days, RandomTalks.HOSTILE.get(0), "chat");
                check(dialect, data, filters, days, null, "\uD83D\uDCE7");
            }
        }
    }

    private static void check(
            Dialect dialect, DashboardData data, List<String> filters, int days, String bot, String channel) {
        List<String> choice = new ArrayList<>(filters);
        if (bot != null) {
            choice.addAll(List.of("bot", bot));
        }
        if (channel != null) {
            choice.addAll(List.of("channel", channel));
        }
        int period = List.of(7, 14, 28, 35).indexOf(days);
        LocalDate first = LAST.minusDays(days - 1L);
        long[] now = new long[9];
        long[] before = new long[9];
        Map<String, long[]> intents = new TreeMap<>(DashboardData.TEXTS);
        data.groups.forEach((key, group) -> {
            if ((bot == null || bot.equals(key.bot())) && (channel == null || channel.equals(key.channel()))) {
                group.days.forEach((day, sums) -> add(now, day >= 35 - days ? sums : null, data.measures));
                add(before, group.before.get(period), data.measures);
                group.intents.forEach((cell, counts) -> {
                    if (cell.band() <= period) {
                        long[] sums = intents.computeIfAbsent(cell.key(), name -> new long[2]);
                        sums[0] += counts[0];
                        sums[1] += counts[1];
                    }
                });
            }
        });
        assertThat(now)
                .as("%s days of %s", days, choice)
                .containsExactly(metrics(dialect, with(choice, "from", first.toString(), "to", LAST.toString())));
        String firstBefore = first.minusDays(days).toString();
        assertThat(before)
                .as("%s days before those of %s", days, choice)
                .containsExactly(metrics(
                        dialect,
                        with(
                                choice,
                                "from",
                                firstBefore,
                                "to",
                                first.minusDays(1).toString())));
        List<String> rows = intents.entrySet().stream()
                .sorted((a, b) -> Long.compare(b.getValue()[0], a.getValue()[0]))
                .map(entry -> Reports.expectedCsv(
                                List.of(entry.getKey(), "" + entry.getValue()[0], "" + entry.getValue()[1]), List.of())
                        .strip())
                .toList();
        String[] parameters =
                with(choice, "from", first.toString(), "to", LAST.toString()).toArray(new String[0]);
        String report = Reports.csv(database(dialect), "first_meaningful_intent", parameters);
        assertThat(report)
                .hasLineCount(
                        Math.toIntExact(1 + rows.stream().flatMap(String::lines).count()));
        for (Map.Entry<String, long[]> intent : intents.entrySet()) {
            assertThat(report).contains(intent.getValue()[0] + "," + intent.getValue()[1] + ",");
        }
    }

    private static void add(long[] totals, DashboardSums sums, List<String> measures) {
        if (sums == null) {
            return;
        }
        List<String> names = List.of(
                "conversations",
                "bot_handled",
                "deflected",
                "agent",
                "failed_escalation",
                "automated",
                "visitor_messages",
                "not_understood_messages");
        for (int i = 0; i < names.size(); i++) {
            totals[i] += sums.count(measures.indexOf(names.get(i)));
        }
        totals[3] += sums.count(measures.indexOf("email")) + sums.count(measures.indexOf("custom_escalation"));
    }

    private static long[] metrics(Dialect dialect, List<String> parameters) {
        String csv = Reports.csv(database(dialect), "ultimate_metrics", parameters.toArray(new String[0]));
        String[] cells = csv.lines().skip(1).findFirst().orElseThrow().split(",", -1);
        int[] columns = {0, 1, 3, 5, 7, 11, 13, 14};
        long[] numbers = new long[9];
        for (int i = 0; i < columns.length; i++) {
            String cell = cells[columns[i]];
            numbers[i] = cell.isEmpty() ? 0 : Long.parseLong(cell);
        }
        return numbers;
    }

    @ParameterizedTest
    @EnumSource
    void answersAreThoseOfAiAnswers(Dialect dialect) {
        DashboardData data = read(dialect, RANGE);
        List<String> lines = Reports.csv(database(dialect), "ai_answers", RANGE.toArray(new String[0]))
                .lines()
                .toList();
        List<String> header = List.of(lines.get(0).split(","));
        List<String> figures = List.of(lines.get(1).split(",", -1));
        for (String name :
                List.of("response_generated", "not_understood", "error_occurred", "escalation_required", "fallback")) {
            long sum = data.groups.values().stream()
                    .flatMap(group -> group.days.values().stream())
                    .mapToLong(day -> day.count(data.measures.indexOf(name)))
                    .sum();
            assertThat(figures.get(header.indexOf(name))).as(name).isEqualTo("" + sum);
        }
    }

    @ParameterizedTest
    @EnumSource
    void calendarShowsWhatIsLoadedAndWhatIsMissing(Dialect dialect) {
        DashboardData data = read(dialect, List.of("from", "2024-02-28", "to", "2024-03-05"));
        assertThat(data.coverage).containsOnlyKeys("b1");
        assertThat(data.coverage.get("b1").files(data.range.first(), data.range.last()))
                .isEqualTo("..emfam");
        assertThat(data.loaded).containsExactly(LocalDate.parse("2024-03-01"), LocalDate.parse("2024-03-29"));
        assertThat(read(dialect, List.of("bot", "b2")).coverage).containsOnlyKeys("b2");
        assertThat(read(dialect, List.of()).range)
                .isEqualTo(new DashboardRange(LocalDate.parse("2024-03-01"), LocalDate.parse("2024-03-29")));
    }

    @ParameterizedTest
    @EnumSource
    void aBotAloneHasItsOwnReach(Dialect dialect) {
        DashboardData data = read(dialect, List.of("bot", "b2"));
        assertThat(data.range)
                .isEqualTo(new DashboardRange(LocalDate.parse("2024-03-29"), LocalDate.parse("2024-03-29")));
        assertThat(DashboardJson.of(data, "1", NOW)).contains("\"last_day\":\"2024-03-29\"");
        DashboardData other = read(dialect, List.of("bot", "b1"));
        assertThat(other.range)
                .isEqualTo(new DashboardRange(LocalDate.parse("2024-03-01"), LocalDate.parse("2024-03-01")));
    }

    @ParameterizedTest
    @EnumSource
    void aDayIsLoadedWhereAllItsFilesAre(Dialect dialect) {
        List<String> range = List.of("bot", "b1", "from", "2024-03-03", "to", "2024-03-06");
        assertThat(days(dialect, range)).isEqualTo("..em" + "famm");
        assertThat(days(dialect, with(range, "time_zone", "Europe/Berlin"))).isEqualTo("...m" + "mfmm");
        assertThat(days(dialect, with(range, "time_zone", "America/New_York"))).isEqualTo("..mm" + "fmmm");
        assertThat(days(dialect, with(range, "day_of", "start"))).isEqualTo("..mm" + "fmmm");
        assertThat(days(dialect, with(range, "day_of", "start", "time_zone", "America/New_York")))
                .isEqualTo("..mm" + "mmmm");
    }

    @Test
    void theRangeEndsOnTheLastDayThatIsWhole() {
        TreeSet<LocalDate> loaded =
                new TreeSet<>(List.of(LocalDate.parse("2024-03-01"), LocalDate.parse("2024-03-29")));
        assertThat(range(loaded, "UTC", false)).isEqualTo("2024-03-01 2024-03-29");
        assertThat(range(loaded, "Europe/Berlin", false)).isEqualTo("2024-03-02 2024-03-29");
        assertThat(range(loaded, "America/Los_Angeles", false)).isEqualTo("2024-03-01 2024-03-28");
        assertThat(range(loaded, "UTC", true)).isEqualTo("2024-03-01 2024-03-28");
        assertThat(range(loaded, "Europe/Berlin", true)).isEqualTo("2024-03-02 2024-03-28");
        assertThat(range(loaded, "America/Los_Angeles", true)).isEqualTo("2024-03-01 2024-03-27");
        TreeSet<LocalDate> alone = new TreeSet<>(List.of(LocalDate.parse("2024-03-01")));
        assertThat(range(alone, "America/Los_Angeles", true)).isEqualTo("2024-03-01 2024-03-01");
    }

    private static String range(SortedSet<LocalDate> loaded, String zone, boolean byStart) {
        DashboardRange range = DashboardRange.of(
                Optional.empty(),
                Optional.empty(),
                loaded,
                new FileDays(ZoneId.of(zone), byStart),
                LocalDate.parse("2024-04-01"));
        return range.first() + " " + range.last();
    }

    @Test
    void aRangeThatShowsNothingThatWasAskedForIsRefused() {
        TreeSet<LocalDate> loaded =
                new TreeSet<>(List.of(LocalDate.parse("2024-03-01"), LocalDate.parse("2024-03-29")));
        assertThatThrownBy(() -> range("2024-03-30", null, loaded))
                .isInstanceOfSatisfying(
                        BotledgerException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.USAGE))
                .hasMessage(
                        "--from 2024-03-30 is after 2024-03-29, the last day that is wholly loaded; choose an earlier day, or tell --to"
                                + " as well");
        assertThatThrownBy(() -> range("2024-04-02", null, new TreeSet<>()))
                .hasMessage(
                        "--from 2024-04-02 is after 2024-04-01, today; choose an earlier day, or tell --to as well");
        assertThatThrownBy(() -> range(null, "2024-02-29", loaded))
                .hasMessage(
                        "--to 2024-02-29 is before 2024-03-01, the first day that is wholly loaded; choose a later day, or tell --from as"
                                + " well");
        assertThatThrownBy(() -> range("0001-01-01", null, loaded))
                .hasMessage("--from 0001-01-01 is 738,973 days before 2024-03-29; the dashboard shows up to 3,660");
        assertThat(range("2024-03-29", null, loaded).length()).isEqualTo(1);
        assertThat(range("2014-03-23", null, loaded).length()).isEqualTo(3_660);
        assertThat(range(null, "2024-03-01", loaded).length()).isEqualTo(1);
        assertThat(range("2030-01-01", "2030-01-02", loaded).length()).isEqualTo(2);
    }

    private static DashboardRange range(String from, String to, SortedSet<LocalDate> loaded) {
        return DashboardRange.of(
                Optional.ofNullable(from).map(LocalDate::parse),
                Optional.ofNullable(to).map(LocalDate::parse),
                loaded,
                new FileDays(ZoneOffset.UTC, false),
                LocalDate.parse("2024-04-01"));
    }

    @ParameterizedTest
    @EnumSource
    void theFirstDaysThereAreNeedNoneBefore(Dialect dialect) {
        DashboardData data = read(dialect, List.of("from", "0001-01-01", "to", "0001-12-31"));
        assertThat(data.range.length()).isEqualTo(365);
        assertThat(data.groups).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aBotWithoutAConversationThatPassesHasItsName(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insert(
                    database,
                    List.of(
                            Talk.PLAIN.id("1").bot("a", "Chatter"),
                            Talk.PLAIN.id("2").bot("b", "Before").place("mail", "en"),
                            Talk.PLAIN.id("3").bot("b", "Mailer").place("mail", "en")));
            Fixture.insertLoad(database, "a", "2024-05-07", "completed");
            Fixture.insertLoad(database, "b", "2024-05-07", "completed");
            assertThat(read(database, Reports.with("channel", "chat")).labels()).containsExactly("Chatter", "Mailer");
        }
    }

    @ParameterizedTest
    @EnumSource
    void botsThatNeverReportAreWarnedOf(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            List<Talk> talks = new ArrayList<>();
            for (int i = 0; i < 5 * 5; i++) {
                int bot = 1 + i % 5;
                talks.add(Talk.PLAIN.id("" + i).bot("b" + bot, "Bot " + bot).messages(3, bot == 1 ? 1 : 0, 1));
            }
            for (int i = 0; i < 5; i++) {
                talks.add(Talk.PLAIN.id("few" + i).bot("b6", "Few").messages(3, i == 0 ? null : 0, 1));
            }
            Fixture.insert(database, talks);
            String said = " messages as not understood, though some of their AI answers did not understand the visitor:"
                    + " their share of messages understood says nothing";
            ReportParameters days = Reports.with("from", "2024-05-07", "to", "2024-05-07");
            assertThat(read(database, days).warnings())
                    .containsExactly("Bot 2, Bot 3, Bot 4 and 1 more never report" + said);
            assertThat(read(database, days.and("bot", "b1")).warnings()).isEmpty();
            assertThat(read(database, days.and("bot", "b2")).warnings())
                    .containsExactly("Bot 2 never reports" + said.replace("their", "its"));
            assertThat(read(database, days.and("bot", "b2").and("bot", "b3")).warnings())
                    .containsExactly("Bot 2, Bot 3 never report" + said);
        }
    }

    @ParameterizedTest
    @EnumSource
    void daysThatAreNotLoadedAreWarnedOf(Dialect dialect) {
        assertThat(read(dialect, List.of("from", "2024-02-28", "to", "2024-03-05", "bot", "b1"))
                        .warnings())
                .containsExactly(
                        "of 7 days, 3 are not wholly loaded (1 of 1 bot: 2024-03-02 to 2024-03-03, 2024-03-05): the"
                                + " figures lack conversations of these days; load their files (botledger report coverage tells what"
                                + " is missing) and run this again");
        assertThat(read(dialect, List.of("from", "2024-03-29", "to", "2024-03-29", "bot", "b2", "day_of", "start"))
                        .warnings())
                .containsExactly(
                        "of 1 day, 1 is not wholly loaded (1 of 1 bot: 2024-03-29): the figures lack conversations"
                                + " of this day; load the files of 2024-03-30 (botledger report coverage tells what is missing) and"
                                + " run this again");
        assertThat(read(dialect, List.of("bot", "b2")).warnings()).isEmpty();
    }

    private static String days(Dialect dialect, List<String> parameters) {
        DashboardData data = read(dialect, parameters);
        return data.coverage.get("b1").days(data.range.firstBefore(), data.range.last(), data.fileDays);
    }

    @ParameterizedTest
    @EnumSource
    void nothingLoadedIsAPageToo(Dialect dialect) {
        try (Database empty = TestDatabases.migrated(dialect)) {
            DashboardData data = read(empty, ReportParameters.none());
            assertThat(data.groups).isEmpty();
            assertThat(data.loaded).isEmpty();
            assertThat(data.range)
                    .isEqualTo(new DashboardRange(LocalDate.parse("2023-04-03"), LocalDate.parse("2024-04-01")));
            assertThat(DashboardJson.of(data, "1", NOW)).contains("\"groups\":[]", "\"last_day\":null");
        }
    }
}
