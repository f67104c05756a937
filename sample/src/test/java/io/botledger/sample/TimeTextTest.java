package io.botledger.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeTextTest {
    private static final Instant TIME = Instant.parse("2024-05-07T00:01:12.003400Z");

    @Test
    void spellsBothFormsInUtcWithMicroseconds() {
        assertThat(TimeText.iso(TIME)).isEqualTo("2024-05-07T00:01:12.003400Z");
        assertThat(TimeText.warehouse(TIME)).isEqualTo("2024-05-07 00:01:12.003400 UTC");
    }

    @Test
    void keepsTheDigitsOfAWholeSecondAndOfTimesBefore1970() {
        assertThat(TimeText.iso(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00.000000Z");
        assertThat(TimeText.iso(Instant.parse("1969-12-31T23:59:59.999999Z"))).isEqualTo("1969-12-31T23:59:59.999999Z");
    }
}
