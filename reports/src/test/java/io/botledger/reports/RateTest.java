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
    void aQuotientJustBesideATieIsRoundedOnce(Dialect dialect) {
        Random random = new Random(7);
        BigInteger ties = BigInteger.valueOf(2_000_000);
        try (Database database = TestDatabases.migrated(dialect)) {
            for (int i = 0; i < 200; i++) {
                BigInteger denominator =
                        LARGEST_DENOMINATOR.subtract(BigInteger.valueOf(10L * random.nextInt(1_000_000) + 3));
                // denominator * below is 1 more than a multiple of 2,000,000: no quotient comes closer to a tie.
                BigInteger below = denominator.modInverse(ties);
                BigInteger above = ties.subtract(below);
                check(
                        database,
                        denominator.multiply(below).subtract(BigInteger.ONE).divide(ties),
                        denominator);
                check(database, denominator.multiply(above).add(BigInteger.ONE).divide(ties), denominator);
            }
        }
    }

    private static void check(Database database, BigInteger numerator, BigInteger denominator) {
        BigDecimal exact = new BigDecimal(numerator).divide(new BigDecimal(denominator), 6, RoundingMode.HALF_UP);
        assertThat(rate(database, numerator.toString(), denominator.toString()))
                .as(numerator + "/" + denominator)
                .isEqualTo(exact.toPlainString());
    }

    private static String rate(Database database, String numerator, String denominator) {
        ReportParameters parameters = Reports.with("numerator", numerator, "denominator", denominator);
        String csv = Reports.text(database, ONE_RATE, ReportFormat.CSV, parameters);
        return csv.lines().skip(1).findFirst().orElseThrow();
    }
}
