package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botledger.db.Database;
import io.botledger.db.DatabaseSettings;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportRunnerTest {
    @TempDir
    private Path folder;

    private static Report report(String columns, String sql) {
        String header = "-- @title T\n-- @question Q?\n-- @order None.\n";
        return new ReportReader(name -> Optional.empty()).read("mine", header + columns + "\n" + sql);
    }

    private static void refuses(Database database, Report report, String message) {
        assertThatThrownBy(() -> Reports.text(database, report, ReportFormat.CSV, ReportParameters.none()))
                .isInstanceOfSatisfying(
                        BotledgerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE))
                .hasMessage("report mine: " + message);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void theHeaderMustDescribeTheResult(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            String columns = "-- @column a text: A text.\n-- @column i integer, rows: A number.\n";
            refuses(
                    database,
                    report(columns, "select 1 as i"),
                    "the header describes the columns a, i; the SQL gives i");
            refuses(
                    database,
                    report(columns, "select 1 as i, 'x' as a"),
                    "the header describes the columns a, i; the SQL gives i, a");
            refuses(
                    database,
                    report(columns, "select date '2024-05-07' as a, true as i"),
                    "2 problems\n  column a is described as text; the SQL gives date\n  column i is described as integer; "
                            + "the SQL gives " + (dialect == Dialect.H2 ? "boolean" : "bool"));
            refuses(
                    database,
                    report("-- @column r rate, of all: A share.\n", "select cast(0.1234567 as decimal(9, 7)) as r"),
                    "column r is described as rate and takes 6 digits after the point; the SQL gives more. Round there, "
                            + "once");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void everyTypeIsWrittenInOneWay(Dialect dialect) {
        Report report = report("""
                        -- @column x text: Text.
                        -- @column i integer, rows: Whole.
                        -- @column d decimal, seconds: Number.
                        -- @column r rate, of i: Share.
                        -- @column t date: Day.
                        -- @column s timestamp: Time.
                        -- @column b boolean: Truth.
                        """, """
                        select
                          '' as x, cast(12 as decimal(9, 2)) as i, cast(1500.2500 as decimal(12, 4)) as d, 0.5 as r,
                          date '2024-05-07' as t, timestamp with time zone '2024-05-07 23:59:59.000001+01:00' as s, true as b
                        union all
                        select null, null, null, null, null, null, null
                        order by x nulls last
                        """);
        try (Database database = TestDatabases.migrated(dialect)) {
            assertThat(Reports.text(database, report, ReportFormat.JSON, ReportParameters.none()))
                    .isEqualTo("""
                            [
                            {"x":"","i":12,"d":1500.25,"r":0.500000,"t":"2024-05-07","s":"2024-05-07T22:59:59.000001Z","b":true},
                            {"x":null,"i":null,"d":null,"r":null,"t":null,"s":null,"b":null}
                            ]
                            """);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aReportChangesNothing(Dialect dialect) {
        String insert = "insert into botledger.bots (bot_key, bot_id) values (1, 'x')";
        String sql = dialect == Dialect.H2
                ? "select bot_id as a from final table (" + insert + ")"
                : "with written as (" + insert + " returning bot_id) select bot_id as a from written";
        Report report = report("-- @column a text: A text.\n", sql);
        try (Database database = TestDatabases.migrated(dialect)) {
            try {
                Reports.text(database, report, ReportFormat.CSV, ReportParameters.none());
            } catch (BotledgerException refused) {
                assertThat(refused).hasMessageContaining("read-only");
            }
            assertThat(database.jdbi()
                            .<List<String>, RuntimeException>withHandle(
                                    handle -> handle.createQuery("select bot_id from botledger.bots")
                                            .mapTo(String.class)
                                            .list()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void anErrorOfTheDatabaseNamesTheReport(Dialect dialect) {
        Report report = report("-- @column a text: A text.\n", "select gone as a from nowhere");
        try (Database database = TestDatabases.migrated(dialect)) {
            assertThatThrownBy(() -> Reports.text(database, report, ReportFormat.CSV, ReportParameters.none()))
                    .isInstanceOfSatisfying(
                            BotledgerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATABASE))
                    .hasMessageStartingWith("running the report mine: the database refused (SQLSTATE 42");
        }
    }

    /** How many rows H2 keeps in memory, looked at whenever bytes of a report come. */
    private static final class MemoryWatch extends OutputStream {
        private final Connection connection;
        private final boolean fails;
        private int rows;

        MemoryWatch(Connection connection, boolean fails) {
            this.connection = connection;
            this.fails = fails;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                rows = Math.max(rows, TestDatabases.rowsInMemory(connection));
            } catch (SQLException e) {
                throw new IOException(e);
            }
            if (fails) {
                throw new IOException("full");
            }
        }
    }

    private static int rowsInMemoryDuring(Database database, Report report, boolean fails) throws SQLException {
        try (Connection connection = database.connection()) {
            int usual = TestDatabases.rowsInMemory(connection);
            MemoryWatch watch = new MemoryWatch(connection, fails);
            ReportOutput output = ReportOutput.toStream("watch", watch);
            try {
                new ReportRunner(database).run(report, ReportParameters.none(), ReportFormat.CSV, output);
                assertThat(fails).isFalse();
            } catch (BotledgerException failure) {
                assertThat(failure).hasMessageContaining("full");
            }
            assertThat(TestDatabases.rowsInMemory(connection)).isEqualTo(usual);
            return watch.rows;
        }
    }

    @Test
    void h2KeepsMoreRowsInMemoryOnlyWhileNarrowOnesAreWritten() throws SQLException {
        String column = "-- @column a text: A text.\n";
        // More than the output gathers before it writes.
        String sql = "select repeat('x', 100) as a from system_range(1, 2000)";
        try (Database database = Database.open(DatabaseSettings.of("jdbc:h2:" + folder.resolve("narrow")))) {
            database.migrate();
            int usual = rowsInMemoryDuring(database, report(column, sql), false);
            Report narrow = report(column + "-- @rows narrow\n", sql);
            assertThat(rowsInMemoryDuring(database, narrow, false)).isGreaterThan(10 * usual);
            assertThat(rowsInMemoryDuring(database, narrow, true)).isGreaterThan(10 * usual);

            Report wrong = report(column + "-- @rows narrow\n", "select cast('x' as integer) as a");
            assertThatThrownBy(() -> Reports.text(database, wrong, ReportFormat.CSV, ReportParameters.none()))
                    .isInstanceOf(BotledgerException.class);
            assertThat(rowsInMemoryDuring(database, report(column, sql), false)).isEqualTo(usual);
        }
    }
}
