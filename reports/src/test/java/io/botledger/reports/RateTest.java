package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RateTest {
    private static final BigInteger LARGEST_DENOMINATOR = BigInteger.TEN.pow(13);

    private static final Report ONE_RATE = new ReportReader(ReportCatalogue::resource).read("one_rate", """
                    -- @title One rate
                    -- @question What is the share of two numbers?
                    -- @parameter numerator text: A whole number.
                    -- @parameter denominator text: A whole number.
                    -- @column rate rate, of denominator: The share.
                    -- @order There is one row.
                    select ${rate(n, d)} as rate
                    from (
                      select cast(cast(:numerator as varchar) as bigint) as n, cast(cast(:denominator as varchar) as bigint) as d
                    ) as given
                    """);

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void tiesAreRoundedUp(Dialect dialect) {
        Map<String, String> ties =
                Map.of("1/128", "0.007813", "127/128", "0.992188", "-1/128", "-0.007813", "0/7", "0.000000", "3/0", "");
        try (Database database = TestDatabases.migrated(dialect)) {
            ties.forEach((fraction, rate) -> {
                String[] numbers = fraction.split("/", -1);
                assertThat(rate(database, numbers[0], numbers[1])).as(fraction).isEqualTo(rate);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aQuotientCloseToATieIsRoundedOnce(Dialect dialect) {
        Random random = new Random(7);
        try (Database database = TestDatabases.migrated(dialect)) {
            for (int i = 0; i < 300; i++) {
                BigInteger denominator = LARGEST_DENOMINATOR.subtract(BigInteger.valueOf(random.nextInt(1_000_000)));
                BigInteger tie = BigInteger.valueOf(2L * random.nextInt(1_000_000) + 1);
                // The whole numbers next to a tie, from below and from above.
                BigInteger below = denominator.multiply(tie).divide(BigInteger.valueOf(2_000_000));
                for (BigInteger numerator : new BigInteger[] {below, below.add(BigInteger.ONE)}) {
                    assertThat(rate(database, numerator.toString(), denominator.toString()))
                            .as(numerator + "/" + denominator)
                            .isEqualTo(new BigDecimal(numerator)
                                    .divide(new BigDecimal(denominator), 6, RoundingMode.HALF_UP)
                                    .toPlainString());
                }
            }
        }
    }

    private static String rate(Database database, String numerator, String denominator) {
        ReportParameters parameters = Reports.with("numerator", numerator, "denominator", denominator);
        String csv = Reports.text(database, ONE_RATE, ReportFormat.CSV, parameters);
        return csv.lines().skip(1).findFirst().orElseThrow();
    }
}
