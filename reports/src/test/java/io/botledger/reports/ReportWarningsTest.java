package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportWarningsTest {
    private static String understood(String rows) {
        return "not_understood_messages_count is 0 in all 1 conversations that have it (" + rows
                + " rows), yet in 2 of the "
                + "conversations an answer from knowledge did not understand the visitor; the export may not fill it in, "
                + "and messages_understood_rate says nothing then";
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void everythingUnderstoodAgainstTheKnowledgeCountsIsDoubtful(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            Fixture.insert(
                    database,
                    List.of(
                            Talk.PLAIN.id("c1").messages(3, 0, 1),
                            Talk.PLAIN.id("c2").messages(3, null, 4),
                            Talk.PLAIN.id("c3").messages(3, 1, 0).place("ticket", "en"),
                            Talk.PLAIN.id("c4").messages(3, 0, 0).place("ticket", "de")));
            assertThat(Reports.warnings(database, "ultimate_metrics", "channel", "chat"))
                    .containsExactly(understood("1 of 1"));
            assertThat(Reports.warnings(database, "ultimate_metrics")).isEmpty();
            assertThat(Reports.warnings(database, "ultimate_metrics", "by", "channel"))
                    .containsExactly(understood("1 of 2"));
            assertThat(Reports.warnings(database, "ultimate_metrics", "by", "day"))
                    .isEmpty();
            assertThat(Reports.warnings(database, "ultimate_metrics", "language", "de"))
                    .isEmpty();
            assertThat(Reports.warnings(database, "ultimate_metrics", "bot", "nobody"))
                    .containsExactly("no bot has the id or name \"nobody\"; there are Bot One, b1");
        }
    }
}
