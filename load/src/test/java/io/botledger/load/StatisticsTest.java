package io.botledger.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.Dump;
import io.botledger.db.TestDatabases;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.time.Clock;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static final String KNOWN_ROWS =
            "select reltuples::bigint n from pg_class where oid = 'botledger.conversations'::regclass";

    @Test
    void onlyAfterALargeLoadPostgresqlIsToldHowManyRowsThereAre() {
        try (Database database = TestDatabases.migrated(Dialect.POSTGRESQL);
                LoadSession session =
                        LoadSession.begin(database, LoadOptions.defaults(), "load", "test", Clock.systemUTC())) {
            load(session, 0, 100);
            assertThat(Dump.rows(database, KNOWN_ROWS)).containsExactly("|n=-1");
            load(session, 1, 900);
            assertThat(Dump.rows(database, KNOWN_ROWS)).containsExactly("|n=1000");
        }
    }

    @Test
    void ofTwoFailuresTheSecondIsSuppressed() {
        try (Database database = TestDatabases.migrated(Dialect.POSTGRESQL)) {
            database.jdbi()
                    .useHandle(handle ->
                            handle.execute("drop table botledger.etl_rejects, botledger.conversation_labels cascade"));
            Statistics statistics = new Statistics(database);
            statistics.count(new FileOutcome(FileOutcome.Kind.LOADED, new LoadCounts(1_000, 1_000, 0, 0, 0, 0), null));
            Throwable failure = catchThrowable(statistics::renew);
            assertThat(failure)
                    .isInstanceOfSatisfying(
                            BotledgerException.class,
                            error -> assertThat(error.code()).isEqualTo(ErrorCode.DATABASE))
                    .hasMessageContaining("etl_rejects");
            assertThat(failure.getCause().getSuppressed())
                    .singleElement(InstanceOfAssertFactories.THROWABLE)
                    .hasMessageContaining("conversation_labels");
        }
    }

    private static void load(LoadSession session, int day, int count) {
        String[] ids = IntStream.range(0, count).mapToObj(i -> day + "/" + i).toArray(String[]::new);
        assertThat(TestExport.of(day, 0, day, ids).loadInto(session).error()).isNull();
        session.renewStatistics();
    }
}
