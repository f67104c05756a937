package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimeLimitTest {
    private static final String TEN = "select 0 as x" + " union all select 1".repeat(9);
    private static final ReportSettings ONE_SECOND = ReportSettings.defaults().withTimeLimit(Duration.ofSeconds(1));

    private static Report report(String sql) {
        String header = "-- @title T\n-- @question Q?\n-- @order None.\n-- @column n integer, rows: A number.\n\n";
        return new ReportReader(name -> Optional.empty()).read("slow", header + sql);
    }

    /** A cross join of so many tens. */
    private static String tens(int count) {
        StringBuilder from = new StringBuilder(" from t as t0");
        for (int i = 1; i < count; i++) {
            from.append(" cross join t as t").append(i);
        }
        return from.toString();
    }

    private static void exceeds(Database database, Report report, OutputStream out) {
        long begun = System.nanoTime();
        assertThatThrownBy(() -> new ReportRunner(database, ONE_SECOND)
                        .run(report, ReportParameters.none(), ReportFormat.CSV, ReportOutput.toStream("nowhere", out)))
                .isInstanceOfSatisfying(
                        BotledgerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATABASE))
                .hasMessage(
                        "the report slow took longer than 1 s; ask for less, for example fewer days, or allow it more "
                                + "time with --time-limit (time_limit in botledger.yaml)");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aQueryThatTakesTooLongIsEnded(Dialect dialect) throws SQLException {
        try (Database database = TestDatabases.migrated(dialect)) {
            exceeds(
                    database,
                    report("with t as (" + TEN + ") select count(*) as n" + tens(14)),
                    OutputStream.nullOutputStream());
            try (Connection connection = database.connection();
                    Statement statement = connection.createStatement()) {
                assertThat(statement.getQueryTimeout()).isZero();
            }
        }
    }

    /** So many warnings, each a query over so many tens of rows that gives no row, and a last one. */
    private static Report warning(int count, int power, String last) {
        String slow =
                "-- @fragment F.\n\nwith t as (" + TEN + ") select 'never'" + tens(power) + " having count(*) = 0";
        String header = "-- @title T\n-- @question Q?\n-- @order None.\n-- @column n integer, rows: A number.\n";
        String warnings = IntStream.range(0, count)
                .mapToObj(i -> "-- @warning w" + i + "\n")
                .collect(Collectors.joining());
        return new ReportReader(name -> Optional.of(name.equals("last") ? "-- @fragment F.\n\n" + last : slow))
                .read("slow", header + warnings + "-- @warning last\n\nselect 1 as n");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void warningsOfWhichEachIsFastEnoughAreEndedTogether(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            exceeds(database, warning(500, 6, "select 'done'"), OutputStream.nullOutputStream());
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aQueryHasTheTimeThatIsLeft(Dialect dialect) {
        String milliseconds = dialect == Dialect.H2
                ? "select setting_value from information_schema.settings where setting_name = 'QUERY_TIMEOUT'"
                : "select setting from pg_settings where name = 'statement_timeout'";
        try (Database database = TestDatabases.migrated(dialect)) {
            ReportResult result = new ReportRunner(database)
                    .run(
                            warning(1, 5, milliseconds),
                            ReportParameters.none(),
                            ReportFormat.CSV,
                            ReportOutput.toStream("nowhere", OutputStream.nullOutputStream()));
            assertThat(result.warnings()).hasSize(1);
            assertThat(Long.parseLong(result.warnings().get(0))).isBetween(1L, 299_999L);
        }
    }

    @Test
    void rowsThatTakeTooLongAreEnded() {
        try (Database database = TestDatabases.migrated(Dialect.POSTGRESQL)) {
            exceeds(
                    database,
                    report("with t as (" + TEN + ") select t0.x as n" + tens(14)),
                    OutputStream.nullOutputStream());
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void whatIsFastEnoughIsWritten(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            assertThat(Reports.text(database, report("select 1 as n"), ReportFormat.CSV, ReportParameters.none()))
                    .isEqualTo("n\r\n1\r\n");
        }
    }
}
