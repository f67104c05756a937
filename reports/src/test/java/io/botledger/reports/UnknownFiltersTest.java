package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values of filters that no conversation has. */
class UnknownFiltersTest {
    private static final List<Talk> TALKS = List.of(
            Talk.PLAIN.id("c1").bot("5f3c9a1be4b0d7a2c8e61f04", "Acme Assistant"),
            Talk.PLAIN.id("c2").bot("b2", "Caf\u00E9 \u202Ebot").place("ticket", "zh-Hant"),
            Talk.PLAIN.id("c3").bot("b3", null).place(null, null),
            Talk.PLAIN.id("c4").place("lost", "xx").outranked(),
            Talk.PLAIN
                    .id("c5")
                    .times("2024-06-07T10:00:00Z", "2024-06-07T10:05:00Z")
                    .place("email", "en"));

    @RegisterExtension
    static final FilledDatabases DATABASES = new FilledDatabases(TALKS);

    private static List<String> warnings(Dialect dialect, String report, String... parameters) {
        return Reports.warnings(DATABASES.on(dialect), report, parameters);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void whatNoConversationHasIsToldWithWhatWasMeant(Dialect dialect) {
        assertThat(warnings(
                        dialect,
                        "ultimate_metrics",
                        List.of(
                                        "bot",
                                        "acme assistant",
                                        "bot",
                                        "b1",
                                        "bot",
                                        "b4",
                                        "bot",
                                        "Nope",
                                        "channel",
                                        "cht",
                                        "channel",
                                        "chat",
                                        "channel",
                                        "fax",
                                        "channel",
                                        "fax",
                                        "language",
                                        "EN",
                                        "language",
                                        "zh-hant",
                                        "language",
                                        "lost")
                                .toArray(String[]::new)))
                .containsExactly(
                        "no bot has the id or name \"acme assistant\"; did you mean Acme Assistant?",
                        "no bot has the id or name \"b4\"; did you mean b1?",
                        "no bot has the id or name \"Nope\"; there are 5f3c9a1be4b0d7a2c8e61f04, Acme Assistant, Bot One, "
                                + "Caf\u00E9 <U+202E>bot, b1, b2, b3",
                        "no conversation has the channel \"cht\"; did you mean chat?",
                        "no conversation has the channel \"fax\"; there are chat, email, ticket",
                        "no conversation has the language \"EN\"; did you mean en?",
                        "no conversation has the language \"zh-hant\"; did you mean zh-Hant?",
                        "no conversation has the language \"lost\"; there are en, zh-Hant");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void whatAConversationOfAnotherDayHasIsKnown(Dialect dialect) {
        for (String report : List.of("ultimate_metrics", "recontact", "conversation_intents")) {
            assertThat(warnings(dialect, report, "to", "2024-05-31", "channel", "email", "bot", "b3"))
                    .as(report)
                    .noneMatch(warning -> warning.startsWith("no conversation has") || warning.startsWith("no bot"));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void everyReportThatTakesAFilterWarns(Dialect dialect) {
        int filters = 0;
        for (String report : Reports.BUILT_IN.names()) {
            for (String filter : List.of("bot", "channel", "language")) {
                if (Reports.BUILT_IN.find(report).parameter(filter).isPresent()) {
                    filters++;
                    assertThat(warnings(dialect, report, filter, "\u202Egone"))
                            .as(report + " " + filter)
                            .first()
                            .asString()
                            .startsWith(
                                    filter.equals("bot")
                                            ? "no bot has the id or name \"<U+202E>gone\"; there are "
                                            : "no conversation has the " + filter + " \"<U+202E>gone\"; there are ");
                }
            }
        }
        assertThat(filters).isEqualTo(3 * Reports.BUILT_IN.names().size() - 2);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void manyNamesAreNotAllListed(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            assertThat(Reports.warnings(database, "ultimate_metrics", "channel", "chat", "bot", "b1"))
                    .containsExactly("no bot has the id or name \"b1\"", "no conversation has the channel \"chat\"");
            List<Talk> talks = new ArrayList<>();
            IntStream.range(100, 113)
                    .forEach(i -> talks.add(Talk.PLAIN.id("c" + i).place("channel-" + i, "en")));
            Fixture.insert(database, talks);
            assertThat(Reports.warnings(database, "busy_hours", "channel", "mail"))
                    .containsExactly("no conversation has the channel \"mail\"; there are channel-100, channel-101, "
                            + "channel-102, channel-103, channel-104, channel-105, channel-106, channel-107, channel-108, "
                            + "channel-109 and 3 more");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aParameterOfAnotherMeaningIsNoFilter(Dialect dialect) {
        Report report = new ReportReader(ReportCatalogue::resource).read("mine", """
                -- @title Mine
                -- @question Which?
                -- @parameter channel text, repeatable: Of the radio.
                -- @column n integer, rows: A number.
                -- @order None.

                select 1 as n where 'x' = any (cast(:channel as varchar array))
                """);
        ReportOutput nowhere = ReportOutput.toStream("nowhere", new ByteArrayOutputStream());
        assertThat(new ReportRunner(DATABASES.on(dialect))
                        .run(report, Reports.with("channel", "gone"), ReportFormat.CSV, nowhere)
                        .warnings())
                .isEmpty();
    }
}
