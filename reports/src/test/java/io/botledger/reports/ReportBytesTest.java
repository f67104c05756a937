package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every format, byte for byte, over a few conversations. */
class ReportBytesTest {
    private static final List<Talk> TALKS = List.of(
            Talk.PLAIN
                    .id("c1")
                    .intents(
                            Talk.Intent.of("Greeting", "2024-05-07T10:00:01Z"),
                            Talk.Intent.of("\u6C49\u5B57, \"refund\"", "2024-05-07T10:00:03Z"),
                            Talk.Intent.of("Where is it?\n\u202Ereversed", "2024-05-07T10:00:02Z")),
            Talk.PLAIN.id("c2").ended("agent", "escalated").messages(5, 2, 0),
            Talk.PLAIN
                    .id("c3")
                    .ended(null, null)
                    .messages(null, null, null)
                    .place(null, "de")
                    .intents(Talk.Intent.of("", null)));

    private static String text(Dialect dialect, String report, ReportFormat format, String... parameters) {
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insert(database, TALKS);
            return Reports.text(database, Reports.BUILT_IN.find(report), format, Reports.with(parameters));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void csvTellsNullFromEmptyAndQuotesWhatNeedsIt(Dialect dialect) {
        assertThat(text(dialect, "conversation_intents", ReportFormat.CSV)).isEqualTo("""
                        bot_id,conversation_id,first_intent,last_intent\r
                        b1,c1,Greeting,"Where is it?
                        \u202Ereversed"\r
                        b1,c2,,\r
                        b1,c3,"",""\r
                        """);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void jsonHasOneRowALineAndNumbersAsNumbers(Dialect dialect) {
        assertThat(text(dialect, "first_meaningful_intent", ReportFormat.JSON)).isEqualTo("""
                        [
                        {"first_meaningful_intent":"","total_conversations":1,"bot_handled_conversations":0,"bot_handled_rate":0.000000},
                        {"first_meaningful_intent":"Where is it?\\n\u202Ereversed","total_conversations":1,"bot_handled_conversations":1,"bot_handled_rate":1.000000}
                        ]
                        """);
        assertThat(text(dialect, "conversation_intents", ReportFormat.JSON, "bot", "nobody"))
                .isEqualTo("[]\n");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aTableIsAlignedAndShowsControlCharacters(Dialect dialect) {
        assertThat(text(dialect, "last_meaningful_intent", ReportFormat.TABLE, "ignore_intent", ""))
                .isEqualTo("""
                        Last meaningful intent  Total conversations  Bot handled conversations  Bot handled rate
                        ----------------------  -------------------  -------------------------  ----------------
                                                                  1                          0          0.000000
                        \u6C49\u5B57, "refund"                            1                          1          1.000000
                        """);
        assertThat(text(dialect, "conversation_intents", ReportFormat.TABLE)).isEqualTo("""
                        Bot id  Conversation id  First intent  Last intent
                        ------  ---------------  ------------  -----------------------------
                        b1      c1               Greeting      Where is it?\u240A<U+202E>reversed
                        b1      c2               -             -
                        b1      c3
                        """);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void theOneRowOfAllMetricsStandsUpright(Dialect dialect) {
        assertThat(text(dialect, "ultimate_metrics", ReportFormat.TABLE)).isEqualTo("""
                        Total conversations                     3
                        Bot handled conversations               1
                        Bot handled rate                 0.333333
                        Deflected conversations                 1
                        Deflection rate                  0.333333
                        Escalated conversations                 1
                        Escalation rate                  0.333333
                        Failed escalation conversations         0
                        Failed escalation rate           0.000000
                        Informed conversations                  1
                        Informed rate                    0.333333
                        Automated conversations                 1
                        Automation rate                  0.333333
                        Visitor messages                        7
                        Not understood messages                 2
                        Messages understood rate         0.714286
                        """);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void nothingSelectedGivesOneRowOfMetricsAndNoGroups(Dialect dialect) {
        String header = "total_conversations,bot_handled_conversations,bot_handled_rate,deflected_conversations,"
                + "deflection_rate,escalated_conversations,escalation_rate,failed_escalation_conversations,"
                + "failed_escalation_rate,informed_conversations,informed_rate,automated_conversations,automation_rate,"
                + "visitor_messages,not_understood_messages,messages_understood_rate\r\n";
        assertThat(text(dialect, "ultimate_metrics", ReportFormat.CSV, "bot", "nobody"))
                .isEqualTo(header + "0,0,,0,,0,,0,,0,,0,,,,\r\n");
        assertThat(text(dialect, "ultimate_metrics", ReportFormat.CSV, "bot", "nobody", "by", "week"))
                .isEqualTo("week," + header);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aGroupWithoutAValueComesLast(Dialect dialect) {
        assertThat(text(dialect, "ultimate_metrics", ReportFormat.CSV, "by", "channel")
                        .lines()
                        .skip(1))
                .containsExactly(
                        "chat,2,1,0.500000,1,0.500000,1,0.500000,0,0.000000,1,0.500000,1,0.500000,7,2,0.714286",
                        ",1,0,0.000000,0,0.000000,0,0.000000,0,0.000000,0,0.000000,0,0.000000,,,");
    }
}
