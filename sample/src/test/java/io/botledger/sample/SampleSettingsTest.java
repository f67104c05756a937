package io.botledger.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botledger.sample.SampleSettings.KeyCase;
import io.botledger.sample.SampleSettings.Schema;
import io.botledger.sample.SampleSettings.Shape;
import io.botledger.sample.SampleSettings.Values;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SampleSettingsTest {
    private static void assertRefused(SampleSettingsBuilder builder, String message) {
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void defaultsAreSmallAndInTheFormOfTheArticle() {
        assertThat(SampleSettings.defaults())
                .isEqualTo(new SampleSettings(
                        1,
                        2_000,
                        30,
                        LocalDate.of(2026, 1, 1),
                        3,
                        1,
                        Shape.ARRAY,
                        KeyCase.LOWER,
                        Schema.V3,
                        false,
                        Values.TYPED));
    }

    @Test
    void refusesNumbersOutsideTheirRange() {
        SampleSettings.builder().conversations(1_000_000_000).build();
        assertRefused(
                SampleSettings.builder().conversations(-1),
                "conversations must be between 0 and 1000000000, but is -1");
        assertRefused(
                SampleSettings.builder().conversations(1_000_000_001),
                "conversations must be between 0 and 1000000000, but is 1000000001");
        assertRefused(SampleSettings.builder().days(0), "days must be between 1 and 3660, but is 0");
        assertRefused(SampleSettings.builder().bots(101), "bots must be between 1 and 100, but is 101");
        assertRefused(SampleSettings.builder().shards(1_001), "shards must be between 1 and 1000, but is 1001");
    }

    @Test
    void refusesMoreThanAMillionFiles() {
        SampleSettings.builder().days(1_000).bots(10).shards(100).build();
        assertRefused(
                SampleSettings.builder().days(1_001).bots(10).shards(100),
                "the number of files (bots × days × shards) must be between 1 and 1000000, but is 1001000");
    }

    @Test
    void refusesAFirstDayOutsideOfTheCentury() {
        assertRefused(
                SampleSettings.builder().firstDay(LocalDate.of(1999, 12, 31)),
                "firstDay must be between 2000-01-01 and 2099-12-31, but is 1999-12-31");
        assertRefused(
                SampleSettings.builder().firstDay(LocalDate.of(2100, 1, 1)),
                "firstDay must be between 2000-01-01 and 2099-12-31, but is 2100-01-01");
    }

    @Test
    void refusesNull() {
        assertThatThrownBy(() -> SampleSettings.builder().shape(null).build())
                .isInstanceOf(NullPointerException.class)
                .hasMessage("shape");
    }
}
