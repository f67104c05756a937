package io.botledger.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private static Spread spread(SampleSettingsBuilder builder) {
        SampleSettings settings = builder.build();
        return Spread.of(settings, Bots.first(settings.bots()));
    }

    private static long total(Spread spread) {
        return spread.names().stream().mapToLong(spread::count).sum();
    }

    @Test
    void sharesExactlyTheTotal() {
        for (long conversations : List.of(0L, 1L, 7L, 89L, 12_345L, 1_000_000_000L)) {
            SampleSettingsBuilder builder = SampleSettings.builder().conversations(conversations);
            assertThat(total(spread(builder))).isEqualTo(conversations);
            assertThat(total(spread(builder.bots(11).shards(3)))).isEqualTo(conversations);
        }
    }

    @Test
    void staysExactWhereNumbersAreLargest() {
        Spread spread = spread(SampleSettings.builder()
                .conversations(1_000_000_000)
                .bots(1)
                .days(1_000)
                .shards(1_000));
        assertThat(total(spread)).isEqualTo(1_000_000_000);
        assertThat(spread.names()).allMatch(name -> spread.count(name) > 0);
    }

    @Test
    void givesEveryWeekdayMoreThanAnyDayOfTheWeekend() {
        Spread spread = spread(SampleSettings.builder().conversations(100_000).bots(1));
        long leastWeekday = spread.names().stream()
                .filter(name -> !weekend(name.exportDate()))
                .mapToLong(spread::count)
                .min()
                .orElseThrow();
        long mostWeekend = spread.names().stream()
                .filter(name -> weekend(name.exportDate()))
                .mapToLong(spread::count)
                .max()
                .orElseThrow();
        assertThat(mostWeekend).isPositive().isLessThan(leastWeekday);
    }

    private static boolean weekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
